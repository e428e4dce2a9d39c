using TelegramRest.Accounts;
using TelegramRest.Accounts.Peers;
using TelegramRest.BotApi;
using TelegramRest.Handlers.Shared;
using TelegramRest.Mapping;
using TelegramRest.Mapping.Messages;
using TelegramRest.Mapping.Text;

namespace TelegramRest.Handlers.Messages.Shared;

/// <summary>
/// The way that every sent message goes: (1) what the request says is read, (2) the chat is found, (3) what it replies to, (4) whether it may be sent,
/// (5) one call, (6) the message as Telegram made it. <see cref="PrepareAsync"/> does 1–4 before anything is uploaded.
/// </summary>
internal sealed class SendPipeline(
    IAccount account, ReplyTargets replies, Keyboards keyboards, BusinessConnections businesses, EphemeralMessages ephemerals, TextEntities entities)
{
    /// <summary>The topic of a forum that has no number of its own.</summary>
    private const int GeneralTopic = 1;

    /// <param name="request">Where and how to send.</param>
    /// <param name="content">What will be sent; null when that is not known beforehand.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async Task<SendTarget> PrepareAsync(ISendRequest request, SendContent? content, CancellationToken cancellationToken)
    {
        var quote = ReplyTargets.Quote(request);
        var suggestedPost = SuggestedPostMapper.ToTl(request.SuggestedPostParameters);
        var bots = await keyboards.FindBotsAsync(request.ReplyMarkup, cancellationToken);

        var business = request.BusinessConnectionId is { } connectionId ? await businesses.FindAsync(connectionId, cancellationToken) : null;
        var chat = business is null ? await FindChatAsync(request, cancellationToken) : businesses.Chat(request.ChatId);
        if (request.MessageThreadId == GeneralTopic && chat is ChannelPeer { Chat: Tl.Channel { Forum: true } })
            throw BotApiException.BadRequest("message thread not found");

        var replyTo = await replies.FindAsync(request, chat, quote, business is not null, cancellationToken);
        SendRights.Check(chat, content);

        var receiver = request.ReceiverUserId is > 0 and { } receiverId ? await account.Peers.ResolveUserAsync(receiverId, cancellationToken) : null;

        var effect = Scalars.ToInt64(request.MessageEffectId);
        return new SendTarget
        {
            Chat = chat,
            Business = business,
            Receiver = receiver?.Input,
            CallbackQueryId = string.IsNullOrEmpty(request.CallbackQueryId) ? null : Scalars.ToInt64(request.CallbackQueryId),
            ReplyTo = replyTo,
            Markup = await keyboards.ToTlAsync(request.ReplyMarkup, chat, bots, cancellationToken),
            Silent = request.DisableNotification == true,
            NoForwards = request.ProtectContent == true,
            PaidBroadcast = request.AllowPaidBroadcast == true,
            Effect = effect == 0 ? null : effect,
            SuggestedPost = suggestedPost,
        };
    }

    /// <param name="target">From <see cref="PrepareAsync"/>.</param>
    /// <param name="text">Ready to be sent.</param>
    /// <param name="preview">Null leaves the link's preview to Telegram.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async Task<Message> SendTextAsync(SendTarget target, FormattedText text, LinkPreviewOptions? preview, CancellationToken cancellationToken)
    {
        if (LinkPreviewMapper.ToTl(preview, LinkPreviews.FirstUrl(text)) is { } page)
            return await SendMediaAsync(target, page, text, preview!.ShowAboveText == true, cancellationToken);

        var randomId = account.Messages.NewRandomId();
        var call = new Tl.Messages.SendMessage
        {
            Peer = target.Chat.InputPeer,
            Message = text.Text,
            Entities = await entities.ToTlAsync(text, cancellationToken),
            NoWebpage = preview?.IsDisabled == true,
            InvertMedia = preview?.ShowAboveText == true,
            ReplyTo = target.ReplyTo,
            ReplyMarkup = target.Markup,
            Silent = target.Silent,
            Noforwards = target.NoForwards,
            AllowPaidFloodskip = target.PaidBroadcast,
            Effect = target.Effect,
            SuggestedPost = target.SuggestedPost,
            RandomId = randomId,
        };
        return await InvokeAsync(target, call, randomId, cancellationToken);
    }

    /// <param name="target">From <see cref="PrepareAsync"/>.</param>
    /// <param name="media">Uploaded, or known to Telegram.</param>
    /// <param name="caption">May be empty.</param>
    /// <param name="isCaptionAbove">The media stands below its caption, or a preview above its text.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async Task<Message> SendMediaAsync(SendTarget target, Tl.InputMediaBase media, FormattedText caption, bool isCaptionAbove, CancellationToken cancellationToken)
    {
        var randomId = account.Messages.NewRandomId();
        var call = new Tl.Messages.SendMedia
        {
            Peer = target.Chat.InputPeer,
            Media = media,
            Message = caption.Text,
            Entities = await entities.ToTlAsync(caption, cancellationToken),
            InvertMedia = isCaptionAbove,
            ReplyTo = target.ReplyTo,
            ReplyMarkup = target.Markup,
            Silent = target.Silent,
            Noforwards = target.NoForwards,
            AllowPaidFloodskip = target.PaidBroadcast,
            Effect = target.Effect,
            SuggestedPost = target.SuggestedPost,
            RandomId = randomId,
        };
        return await InvokeAsync(target, call, randomId, cancellationToken);
    }

    private Task<Message> InvokeAsync(SendTarget target, Tl.ITlMethod<Tl.UpdatesBase> call, long randomId, CancellationToken cancellationToken) => target switch
    {
        { Receiver: { } receiver } => ephemerals.SendAsync(target, receiver, call.Method, cancellationToken),
        { Business: { } connection } => businesses.ChangeAsync(connection, call, cancellationToken),
        _ => account.Messages.SendAsync(target.Chat, call, randomId, cancellationToken),
    };

    /// <summary>A paid broadcast goes to a thousand people a second: nobody is looked up before it.</summary>
    private async Task<PeerRef> FindChatAsync(ISendRequest request, CancellationToken cancellationToken) =>
        request is { AllowPaidBroadcast: true, MessageThreadId: null or <= 0 } && ChatIds.IsUser(request.ChatId.Id) && ChatIds.TryParse(request.ChatId.Id, out var user)
            ? account.Peers.Reference(user)
            : await account.Peers.ResolveChatAsync(request.ChatId, cancellationToken);
}
