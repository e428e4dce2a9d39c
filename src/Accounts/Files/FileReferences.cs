using TelegramRest.Accounts.Messages;
using TelegramRest.Accounts.Storage;
using TelegramRest.BotApi;
using TelegramRest.Mapping;
using TelegramRest.Mapping.FileIds;
using TelegramRest.Mtproto;

namespace TelegramRest.Accounts.Files;

/// <summary>
/// Fresh file references for people's accounts: Telegram wants to see that a file was met lately, and tells so again with the message that
/// carries it. Bots' references do not age.
/// </summary>
/// <remarks>https://core.telegram.org/api/file-references</remarks>
internal sealed class FileReferences(Account account, AccountServices services, MessageLoader loader)
{
    public static bool IsStale(RpcException error) =>
        error.Type is "FILE_REFERENCE_EXPIRED" or "FILE_REFERENCE_INVALID" or "FILE_REFERENCE_EMPTY";

    /// <summary>Notes which message carries which file.</summary>
    public void Note(Tl.MessageBase message)
    {
        if (!account.IsBot && message is Tl.Message { PeerId: var chat, Id: var id } && MediaId(message) is { } mediaId)
        {
            var chatId = ChatIds.Of(chat);
            _ = services.Store.WriteAsync(session => FileTable.PutSource(session, account.Id, mediaId, chatId, id));
        }
    }

    /// <summary>Puts fresh references into a call that was refused for old ones.</summary>
    /// <returns>Whether anything changed.</returns>
    public async Task<bool> RefreshAsync(Tl.TlMethod method, CancellationToken cancellationToken)
    {
        switch (method)
        {
            case Tl.Messages.SendMedia send:
                return await RefreshAsync(send.Media, cancellationToken);
            case Tl.Messages.SendMultiMedia send:
                var changed = false;
                foreach (var item in send.MultiMedia)
                {
                    changed |= await RefreshAsync(item.Media, cancellationToken);
                }

                return changed;
            default:
                return false;
        }
    }

    /// <summary>The same file with a fresh reference; null when nobody knows where it came from.</summary>
    public async Task<FileId?> RefreshAsync(FileId file, CancellationToken cancellationToken) =>
        await FindAsync(file.Id, cancellationToken) is { } reference ? file with { FileReference = reference } : null;

    private async Task<bool> RefreshAsync(Tl.InputMediaBase media, CancellationToken cancellationToken)
    {
        switch (media)
        {
            case Tl.InputMediaPhoto { Id: Tl.InputPhoto photo } when await FindAsync(photo.Id, cancellationToken) is { } reference:
                photo.FileReference = reference;
                return true;
            case Tl.InputMediaDocument { Id: Tl.InputDocument document } when await FindAsync(document.Id, cancellationToken) is { } reference:
                document.FileReference = reference;
                return true;
            default:
                return false;
        }
    }

    private async Task<ReadOnlyMemory<byte>?> FindAsync(long mediaId, CancellationToken cancellationToken)
    {
        var source = services.Store.Read(session => FileTable.FindSource(session, account.Id, mediaId));
        if (source is not var (chatId, messageId) || !ChatIds.TryParse(chatId, out var chat))
        {
            return null;
        }

        try
        {
            var messages = await loader.FetchAsync(chat, [new Tl.InputMessageID { Id = messageId }], cancellationToken);
            return messages is [Tl.Message message] && MediaId(message) == mediaId ? Reference(message) : null;
        }
        catch (BotApiException)
        {
            // The chat is out of reach; the caller gets the first error.
            return null;
        }
    }

    private static long? MediaId(Tl.MessageBase message) => message is not Tl.Message { Media: { } media } ? null : media switch
    {
        Tl.MessageMediaPhoto { Photo: Tl.Photo photo } => photo.Id,
        Tl.MessageMediaDocument { Document: Tl.Document document } => document.Id,
        _ => null,
    };

    private static ReadOnlyMemory<byte>? Reference(Tl.Message message) => message.Media switch
    {
        Tl.MessageMediaPhoto { Photo: Tl.Photo photo } => photo.FileReference,
        Tl.MessageMediaDocument { Document: Tl.Document document } => document.FileReference,
        _ => null,
    };
}
