using TelegramRest.Accounts.Messages;
using TelegramRest.Accounts.Storage;
using TelegramRest.Mapping;

namespace TelegramRest.Accounts.Files;

/// <summary>Remembers where each photo and document was seen: Telegram gives a fresh file reference to whoever looks there again.</summary>
/// <remarks>https://core.telegram.org/api/file-references</remarks>
internal sealed class MediaSources(Account account, AccountServices services)
{
    private const int MaxExtension = 10;

    public MediaSource? Find(long mediaId) => services.Store.Read(session => FileTable.FindSource(session, account.Id, mediaId));

    public void Note(Tl.MessageBase message)
    {
        if (MessageCache.PeerOf(message) is { } chat)
        {
            Keep(MediaFinder.In(message).Select(media => From(media, MediaOrigin.Message, ChatIds.Of(chat), message.Id())));
        }
    }

    /// <summary>What an answer shows outside of messages.</summary>
    public void Note<TResult>(Tl.TlMethod method, TResult answer)
    {
        switch (answer)
        {
            case Tl.Photos.Photos photos when Owner(method) is { } user:
                Keep(photos.PhotosValue.Select(photo => From(photo, MediaOrigin.ProfilePhoto, user, 0)));
                break;
            case Tl.Photos.PhotosSlice photos when Owner(method) is { } user:
                Keep(photos.Photos.Select(photo => From(photo, MediaOrigin.ProfilePhoto, user, 0)));
                break;
            case Tl.Users.UserFull { FullUser: var full }:
                Keep([From(full.ProfilePhoto, MediaOrigin.ProfilePhoto, full.Id, 0), From(full.SavedMusic, MediaOrigin.ProfileAudio, full.Id, 0)]);
                break;
            case Tl.Users.SavedMusic music when Owner(method) is { } user:
                Keep(music.Documents.Select(audio => From(audio, MediaOrigin.ProfileAudio, user, 0)));
                break;
            case Tl.Messages.StickerSet { Set: var set, Documents: var stickers }:
                Keep(stickers.Select(sticker => From(sticker, MediaOrigin.StickerSet, set.Id, set.AccessHash)));
                break;
            case Tl.DocumentBase[] emoji when method is Tl.Messages.GetCustomEmojiDocuments:
                Keep(emoji.Select(sticker => From(sticker, MediaOrigin.CustomEmoji, 0, 0)));
                break;
        }
    }

    private long? Owner(Tl.TlMethod method) => method switch
    {
        Tl.Photos.GetUserPhotos { UserId: var user } => Owner(user),
        Tl.Users.GetSavedMusic { Id: var user } => Owner(user),
        _ => null,
    };

    private long? Owner(Tl.InputUserBase user) => user switch
    {
        Tl.InputUser known => known.UserId,
        Tl.InputUserSelf => account.Self.Id,
        _ => null,
    };

    private void Keep(IEnumerable<MediaSource?> sources)
    {
        var known = sources.OfType<MediaSource>().ToList();
        if (known.Count > 0)
        {
            _ = services.Store.WriteAsync(session => known.ForEach(source => FileTable.PutSource(session, account.Id, source)));
        }
    }

    // A sticker is found in its set for as long as that exists, whatever becomes of the message.
    private static MediaSource? From(Tl.TlObject? media, MediaOrigin origin, long owner, long item) => media switch
    {
        Tl.Photo photo => new MediaSource(photo.Id, origin, owner, item, 0, null),
        Tl.Document document when StickerSet(document) is { } set => new MediaSource(document.Id, MediaOrigin.StickerSet, set.Id, set.AccessHash, document.Size, Extension(document)),
        Tl.Document document => new MediaSource(document.Id, origin, owner, item, document.Size, Extension(document)),
        _ => null,
    };

    private static Tl.InputStickerSetID? StickerSet(Tl.Document document) =>
        document.Attributes.OfType<Tl.DocumentAttributeSticker>().FirstOrDefault()?.Stickerset as Tl.InputStickerSetID;

    private static string? Extension(Tl.Document document)
    {
        var name = document.Attributes.OfType<Tl.DocumentAttributeFilename>().FirstOrDefault()?.FileName;
        var extension = Path.GetExtension(name) ?? "";
        var isUsable = extension.Length is > 1 and <= MaxExtension && extension.Skip(1).All(char.IsAsciiLetterOrDigit);
        return isUsable ? extension : MimeTypes.ExtensionOf(document.MimeType);
    }
}
