using TelegramRest.Accounts;
using TelegramRest.Accounts.Files.Media;
using TelegramRest.Accounts.Peers;
using TelegramRest.BotApi;
using TelegramRest.Handlers.Shared;
using TelegramRest.Mapping;

namespace TelegramRest.Handlers.Editing.Shared;

/// <summary>
/// Changes a message wherever it is: in a chat of the account (which looks at it first and answers its new form), in a business account's chat,
/// or sent through inline mode, where nobody can show it. A keyboard that is not sent again is taken away.
/// </summary>
internal sealed class EditPipeline(IAccount account, Keyboards keyboards, BusinessConnections businesses, TimeProvider time)
{
    /// <param name="request">Which message, and its new keyboard.</param>
    /// <param name="content">What it says.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async Task<MessageOrTrue> EditAsync(IEditRequest request, EditContent content, CancellationToken cancellationToken)
    {
        var isInline = request is { BusinessConnectionId: null, ChatId.IsEmpty: true, MessageId: null or 0 };
        if (isInline && request.InlineMessageId is null)
            throw BotApiException.BadRequest("message identifier is not specified");

        var bots = await keyboards.FindBotsAsync(request.ReplyMarkup, cancellationToken);
        if (request.BusinessConnectionId is { } connectionId)
        {
            var connection = await businesses.FindAsync(connectionId, cancellationToken);
            var customer = businesses.Chat(request.ChatId);
            var change = await CallAsync(customer, request, content, new UploadPlace(customer.InputPeer, connection.Id), bots, cancellationToken);
            return await businesses.ChangeAsync(connection, change, cancellationToken);
        }

        if (isInline)
        {
            await EditInlineAsync(request, content, bots, cancellationToken);
            return MessageOrTrue.FromTrue();
        }

        var chat = await account.Peers.ResolveChatAsync(request.ChatId, ChatAccess.Edit, cancellationToken);
        var message = await account.Messages.GetAsync(chat, MessageId(request), "message to edit", cancellationToken);
        EditRules.Check(message, chat, content.Kind, account, time.GetUtcNow().ToUnixTimeSeconds());
        var call = await CallAsync(chat, request, content, new UploadPlace(chat.InputPeer, null), bots, cancellationToken);

        // Buttons that change alone leave the caption on its side of the media.
        call.InvertMedia |= content.Kind == EditKind.Markup && message is Tl.Message { InvertMedia: true };
        return await account.Messages.EditAsync(chat, MessageId(request), call, cancellationToken);
    }

    private static int MessageId(IEditRequest request) => request.MessageId ?? 0;

    private async Task<Tl.Messages.EditMessage> CallAsync(
        PeerRef chat,
        IEditRequest request,
        EditContent content,
        UploadPlace place,
        IReadOnlyDictionary<string, Tl.InputUserBase> bots,
        CancellationToken cancellationToken)
    {
        var markup = await keyboards.ToTlAsync(request.ReplyMarkup, chat, bots, cancellationToken);
        return new Tl.Messages.EditMessage
        {
            Peer = chat.InputPeer,
            Id = MessageId(request),
            Message = content.Text,
            Entities = content.Entities,
            Media = content.File is { } file ? await account.Files.MediaAsync(file, place, cancellationToken) : content.Media,
            RichMessage = content.RichMessage,
            NoWebpage = content.NoWebpage,
            InvertMedia = content.InvertMedia,
            ReplyMarkup = markup,
        };
    }

    /// <summary>An inline message lives in the data centre that its identifier names, and takes no file that is new to Telegram.</summary>
    private async Task EditInlineAsync(
        IEditRequest request, EditContent content, IReadOnlyDictionary<string, Tl.InputUserBase> bots, CancellationToken cancellationToken)
    {
        var markup = await keyboards.ToTlAsync(request.ReplyMarkup, chat: null, bots, cancellationToken);
        var (id, dcId) = InlineMessageIds.ToTl(request.InlineMessageId!);
        if (content.File is { File: InputFileUpload or InputFileLocalPath })
            throw BotApiException.BadRequest("invalid message content specified");

        var edit = new Tl.Messages.EditInlineBotMessage
        {
            Id = id,
            Message = content.Text,
            Entities = content.Entities,
            Media = content.File is { } file ? await account.Files.MediaAsync(file, new UploadPlace(new Tl.InputPeerSelf(), null), cancellationToken) : content.Media,
            RichMessage = content.RichMessage,
            NoWebpage = content.NoWebpage,
            InvertMedia = content.InvertMedia,
            ReplyMarkup = markup,
        };
        await account.InvokeAsync(edit, dcId, cancellationToken);
    }
}
