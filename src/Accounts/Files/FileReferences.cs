using TelegramRest.Accounts.Messages;
using TelegramRest.Accounts.Storage;
using TelegramRest.BotApi;
using TelegramRest.Mapping;
using TelegramRest.Mapping.FileIds;
using TelegramRest.Mtproto;

namespace TelegramRest.Accounts.Files;

/// <summary>
/// Fresh file references: Telegram wants to see that a file was met lately, and says so again with whatever carries it. People's references
/// age within hours; bots' are said not to, and are renewed all the same when Telegram refuses one.
/// </summary>
/// <remarks>https://core.telegram.org/api/file-references</remarks>
internal sealed class FileReferences(Account account, MediaSources sources, MessageLoader loader)
{
    public static bool IsStale(RpcException error) =>
        error.Type is "FILE_REFERENCE_EXPIRED" or "FILE_REFERENCE_INVALID" or "FILE_REFERENCE_EMPTY" or "FILEREF_UPGRADE_NEEDED";

    /// <summary>Puts fresh references into a call that was refused for old ones.</summary>
    /// <returns>Whether anything changed.</returns>
    public async Task<bool> RefreshAsync(Tl.TlMethod method, CancellationToken cancellationToken)
    {
        var changed = false;
        foreach (var media in MediaOf(method).SelectMany(Parts))
        {
            changed |= await RefreshAsync(media, cancellationToken);
        }

        return changed;
    }

    /// <summary>The same file with a fresh reference; null when nobody knows where it came from.</summary>
    public async Task<FileId?> RefreshAsync(FileId file, CancellationToken cancellationToken) =>
        await FindAsync(file.Id, file.AccessHash, cancellationToken) is { } reference ? file with { FileReference = reference } : null;

    private static IEnumerable<Tl.InputMediaBase?> MediaOf(Tl.TlMethod method) => method switch
    {
        Tl.Messages.SendMedia m => [m.Media],
        Tl.Messages.SendMultiMedia m => m.MultiMedia.Select(item => item.Media),
        Tl.Messages.UploadMedia m => [m.Media],
        Tl.Messages.EditMessage m => [m.Media],
        Tl.Messages.EditInlineBotMessage m => [m.Media],
        Tl.Ephemeral.EditMessage m => [m.Media],
        Tl.InvokeWithBusinessConnection m => MediaOf(m.Query),
        _ => [],
    };

    private static IEnumerable<Tl.InputMediaBase> Parts(Tl.InputMediaBase? media) => media switch
    {
        null => [],
        Tl.InputMediaPaidMedia paid => paid.ExtendedMedia.SelectMany(Parts),
        Tl.InputMediaPoll poll => Parts(poll.AttachedMedia).Concat(Parts(poll.SolutionMedia)),
        _ => [media],
    };

    private async Task<bool> RefreshAsync(Tl.InputMediaBase media, CancellationToken cancellationToken) => media switch
    {
        Tl.InputMediaPhoto m => await RefreshAsync(m.Id, cancellationToken) | await RefreshAsync(m.Video, cancellationToken),
        Tl.InputMediaDocument m => await RefreshAsync(m.Id, cancellationToken) | await RefreshAsync(m.VideoCover, cancellationToken),
        Tl.InputMediaUploadedDocument m => await RefreshAsync(m.VideoCover, cancellationToken),
        Tl.InputMediaUploadedPhoto m => await RefreshAsync(m.Video, cancellationToken),
        _ => false,
    };

    private async Task<bool> RefreshAsync(Tl.TlObject? input, CancellationToken cancellationToken)
    {
        switch (input)
        {
            case Tl.InputPhoto photo when await FindAsync(photo.Id, photo.AccessHash, cancellationToken) is { } reference:
                photo.FileReference = reference;
                return true;
            case Tl.InputDocument document when await FindAsync(document.Id, document.AccessHash, cancellationToken) is { } reference:
                document.FileReference = reference;
                return true;
            default:
                return false;
        }
    }

    private async Task<ReadOnlyMemory<byte>?> FindAsync(long mediaId, long accessHash, CancellationToken cancellationToken)
    {
        if (sources.Find(mediaId) is not { } source)
        {
            return null;
        }

        try
        {
            foreach (var media in await LookAsync(source, accessHash, cancellationToken))
            {
                switch (media)
                {
                    case Tl.Photo photo when photo.Id == mediaId:
                        return photo.FileReference;
                    case Tl.Document document when document.Id == mediaId:
                        return document.FileReference;
                }
            }
        }
        catch (BotApiException)
        {
            // The place is out of reach; the caller gets the first error.
        }

        return null;
    }

    private async Task<IEnumerable<Tl.TlObject>> LookAsync(MediaSource source, long accessHash, CancellationToken cancellationToken)
    {
        switch (source.Origin)
        {
            case MediaOrigin.Message when ChatIds.TryParse(source.Owner, out var chat):
                var messages = await loader.FetchAsync(chat, [new Tl.InputMessageID { Id = (int)source.Item }], cancellationToken);
                return messages.SelectMany(MediaFinder.In);
            case MediaOrigin.ProfilePhoto:
                // Offset −1 and the photo's own id: the page begins with it.
                var user = await account.Peers.ResolveUserAsync(source.Owner, cancellationToken);
                return Photos(await account.InvokeAsync(new Tl.Photos.GetUserPhotos { UserId = user.Input, Offset = -1, MaxId = source.MediaId, Limit = 1 }, cancellationToken));
            case MediaOrigin.StickerSet:
                var set = new Tl.InputStickerSetID { Id = source.Owner, AccessHash = source.Item };
                return await account.InvokeAsync(new Tl.Messages.GetStickerSet { Stickerset = set, Hash = 0 }, cancellationToken) is Tl.Messages.StickerSet found ? found.Documents : [];
            case MediaOrigin.CustomEmoji:
                return await account.InvokeAsync(new Tl.Messages.GetCustomEmojiDocuments { DocumentId = [source.MediaId] }, cancellationToken);
            case MediaOrigin.ProfileAudio:
                var owner = await account.Peers.ResolveUserAsync(source.Owner, cancellationToken);
                var audio = new Tl.InputDocument { Id = source.MediaId, AccessHash = accessHash, FileReference = Array.Empty<byte>() };
                var music = new Tl.Users.GetSavedMusicByID { Id = owner.Input, Documents = [audio] };
                return await account.InvokeAsync(music, cancellationToken) is Tl.Users.SavedMusic saved ? saved.Documents : [];
            default:
                return [];
        }
    }

    private static Tl.PhotoBase[] Photos(Tl.Photos.PhotosBase photos) => photos switch
    {
        Tl.Photos.Photos all => all.PhotosValue,
        Tl.Photos.PhotosSlice slice => slice.Photos,
        _ => [],
    };
}
