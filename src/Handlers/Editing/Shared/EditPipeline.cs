using TelegramRest.Accounts;
using TelegramRest.Accounts.Peers;
using TelegramRest.BotApi;
using TelegramRest.Handlers.Shared;
using TelegramRest.Mapping;

namespace TelegramRest.Handlers.Editing.Shared;

/// <summary>
/// Changes a message wherever it is: in a chat of the account (which looks at it first and answers its new form), in a business account's chat,
/// or sent through inline mode, where nobody can show it. A keyboard that is not sent again is taken away.
/// </summary>
internal sealed class EditPipeline(IAccount account, Keyboards keyboards, BusinessConnections businesses)
{
    /// <param name="request">Which message, and its new keyboard.</param>
    /// <param name="content">What it says.</param>
    /// <param name="check">Refuses messages of the wrong kind.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async Task<MessageOrTrue> EditAsync(IEditRequest request, EditContent content, Action<Tl.MessageBase> check, CancellationToken cancellationToken)
    {
        var bots = await keyboards.FindBotsAsync(request.ReplyMarkup, cancellationToken);
        if (request.BusinessConnectionId is { } connectionId)
        {
            var connection = await businesses.FindAsync(connectionId, cancellationToken);
            var customer = businesses.Chat(request.ChatId);
            return await businesses.ChangeAsync(connection, Call(customer, MessageId(request), content, await MarkupAsync(customer)), cancellationToken);
        }

        if (request is { ChatId.IsEmpty: true, MessageId: null or <= 0 })
        {
            var (id, dcId) = InlineMessageIds.ToTl(request.InlineMessageId ?? throw BotApiException.BadRequest("message identifier is not specified"));
            await account.InvokeAsync(InlineCall(id, content, await MarkupAsync(null)), dcId, cancellationToken);
            return MessageOrTrue.FromTrue();
        }

        var chat = await account.Peers.ResolveChatAsync(request.ChatId, ChatAccess.Edit, cancellationToken);
        var message = await account.Messages.GetAsync(chat, MessageId(request), "message to edit", cancellationToken);
        EditRules.CheckEditable(message, chat);
        check(message);
        return await account.Messages.EditAsync(chat, MessageId(request), Call(chat, MessageId(request), content, await MarkupAsync(chat)), cancellationToken);

        Task<Tl.ReplyMarkupBase?> MarkupAsync(PeerRef? where) => keyboards.ToTlAsync(request.ReplyMarkup, where, bots, cancellationToken);
    }

    private static int MessageId(IEditRequest request) => request.MessageId ?? 0;

    private static Tl.Messages.EditMessage Call(PeerRef chat, int messageId, EditContent content, Tl.ReplyMarkupBase? markup) => new()
    {
        Peer = chat.InputPeer,
        Id = messageId,
        Message = content.Text,
        Entities = content.Entities,
        Media = content.Media,
        RichMessage = content.RichMessage,
        NoWebpage = content.NoWebpage,
        InvertMedia = content.InvertMedia,
        ReplyMarkup = markup,
    };

    private static Tl.Messages.EditInlineBotMessage InlineCall(Tl.InputBotInlineMessageIDBase id, EditContent content, Tl.ReplyMarkupBase? markup) => new()
    {
        Id = id,
        Message = content.Text,
        Entities = content.Entities,
        Media = content.Media,
        RichMessage = content.RichMessage,
        NoWebpage = content.NoWebpage,
        InvertMedia = content.InvertMedia,
        ReplyMarkup = markup,
    };
}
