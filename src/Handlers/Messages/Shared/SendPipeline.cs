using TelegramRest.Accounts;
using TelegramRest.Accounts.Files.Media;
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

    /// <summary>The date that means: as soon as the receiver is online.</summary>
    private const int WhenOnline = 0x7FFFFFFE;

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

        var (receiverUserId, callbackQueryId) = request.EphemeralMessageParameters is { } newer
            ? (newer.ReceiverUserId, newer.CallbackQueryId)
            : (request.ReceiverUserId, request.CallbackQueryId);
        var receiver = receiverUserId is > 0 and { } receiverId ? await account.Peers.ResolveUserAsync(receiverId, cancellationToken) : null;

        var effect = Scalars.ToInt64(request.MessageEffectId);
        return new SendTarget
        {
            Chat = chat,
            Business = business,
            Receiver = receiver?.Input,
            CallbackQueryId = string.IsNullOrEmpty(callbackQueryId) ? null : Scalars.ToInt64(callbackQueryId),
            ReplyTo = replyTo,
            TopicId = request.MessageThreadId is > 0 ? request.MessageThreadId : null,
            Markup = await keyboards.ToTlAsync(request.ReplyMarkup, chat, bots, cancellationToken),
            ScheduleDate = ScheduleDate(request),
            Silent = request.DisableNotification == true,
            NoForwards = request.ProtectContent == true,
            PaidBroadcast = request.AllowPaidBroadcast == true,
            Effect = effect == 0 ? null : effect,
            SuggestedPost = suggestedPost,
        };
    }

    /// <param name="target">From <see cref="PrepareAsync"/>.</param>
    /// <param name="media">A file to send, uploaded before the message if need be.</param>
    /// <param name="caption">May be empty.</param>
    /// <param name="isCaptionAbove">The media stands below its caption.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async Task<Message> SendFileAsync(SendTarget target, MediaFile media, FormattedText caption, bool isCaptionAbove, CancellationToken cancellationToken) =>
        await SendMediaAsync(target, await account.Files.MediaAsync(media, target.Place, cancellationToken), caption, isCaptionAbove, cancellationToken);

    /// <summary>Media that has no caption.</summary>
    public Task<Message> SendMediaAsync(SendTarget target, Tl.InputMediaBase media, CancellationToken cancellationToken) =>
        SendMediaAsync(target, media, FormattedText.Empty, isCaptionAbove: false, cancellationToken);

    /// <param name="target">From <see cref="PrepareAsync"/>.</param>
    /// <param name="text">Ready to be sent.</param>
    /// <param name="preview">Null leaves the link's preview to Telegram.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async Task<Message> SendTextAsync(SendTarget target, FormattedText text, LinkPreviewOptions? preview, CancellationToken cancellationToken)
    {
        if (LinkPreviewMapper.ToTl(preview, LinkPreviews.FirstUrl(text)) is { } page)
            return await SendMediaAsync(target, page, text, preview!.ShowAboveText == true, cancellationToken);

        return await SendAsync(target, text.Text, await entities.ToTlAsync(text, cancellationToken), preview, richMessage: null, cancellationToken);
    }

    /// <param name="target">From <see cref="PrepareAsync"/>.</param>
    /// <param name="message">Telegram lays it out.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public Task<Message> SendRichAsync(SendTarget target, Tl.InputRichMessageBase message, CancellationToken cancellationToken) =>
        SendAsync(target, "", null, preview: null, message, cancellationToken);

    /// <param name="target">From <see cref="PrepareAsync"/>.</param>
    /// <param name="media">Uploaded, or known to Telegram.</param>
    /// <param name="caption">May be empty.</param>
    /// <param name="isCaptionAbove">The media stands below its caption, or a preview above its text.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async Task<Message> SendMediaAsync(SendTarget target, Tl.InputMediaBase media, FormattedText caption, bool isCaptionAbove, CancellationToken cancellationToken)
    {
        var call = MediaCall(target, media, caption.Text, await entities.ToTlAsync(caption, cancellationToken), isCaptionAbove);
        return await InvokeAsync(target, call, cancellationToken);
    }

    /// <summary>The one call of <see cref="SendMediaAsync(SendTarget, Tl.InputMediaBase, FormattedText, bool, CancellationToken)"/>.</summary>
    public Tl.Messages.SendMedia MediaCall(SendTarget target, Tl.InputMediaBase media, string caption, Tl.MessageEntityBase[]? captionEntities, bool isCaptionAbove) => new()
    {
        Peer = target.Chat.InputPeer,
        Media = media,
        Message = caption,
        Entities = captionEntities,
        InvertMedia = isCaptionAbove,
        ReplyTo = target.ReplyTo,
        ReplyMarkup = target.Markup,
        ScheduleDate = target.ScheduleDate,
        Silent = target.Silent,
        Noforwards = target.NoForwards,
        AllowPaidFloodskip = target.PaidBroadcast,
        Effect = target.Effect,
        SuggestedPost = target.SuggestedPost,
        RandomId = account.Messages.NewRandomId(),
    };

    /// <summary>A text whose entities are Telegram's already, or a rich message.</summary>
    public async Task<Message> SendAsync(
        SendTarget target, string text, Tl.MessageEntityBase[]? textEntities, LinkPreviewOptions? preview, Tl.InputRichMessageBase? richMessage, CancellationToken cancellationToken)
    {
        var call = new Tl.Messages.SendMessage
        {
            Peer = target.Chat.InputPeer,
            Message = text,
            Entities = textEntities,
            RichMessage = richMessage,
            NoWebpage = preview?.IsDisabled == true,
            InvertMedia = preview?.ShowAboveText == true,
            ReplyTo = target.ReplyTo,
            ReplyMarkup = target.Markup,
            ScheduleDate = target.ScheduleDate,
            Silent = target.Silent,
            Noforwards = target.NoForwards,
            AllowPaidFloodskip = target.PaidBroadcast,
            Effect = target.Effect,
            SuggestedPost = target.SuggestedPost,
            RandomId = account.Messages.NewRandomId(),
        };
        return await InvokeAsync(target, call, call.RandomId, cancellationToken);
    }

    public Task<Message> InvokeAsync(SendTarget target, Tl.Messages.SendMedia call, CancellationToken cancellationToken) =>
        InvokeAsync(target, call, call.RandomId, cancellationToken);

    private async Task<Message> InvokeAsync(SendTarget target, Tl.ITlMethod<Tl.UpdatesBase> call, long randomId, CancellationToken cancellationToken)
    {
        if (target is { Receiver: null, Business: null })
            return await account.Messages.SendAsync(target.Chat, call, randomId, cancellationToken);

        await account.Messages.PrepareAsync([randomId]);
        return target.Receiver is { } receiver
            ? await ephemerals.SendAsync(target, receiver, call.Method, cancellationToken)
            : await businesses.ChangeAsync(target.Business!, call, cancellationToken);
    }

    /// <summary>Bots send at once, whatever they ask for.</summary>
    private int? ScheduleDate(ISendRequest request) => account.IsBot || string.IsNullOrEmpty(request.SendAt) ? null : request.SendAt switch
    {
        "online" => WhenOnline,
        var text when Scalars.TryCanonicalInt64(text, out var time) && time is > 0 and < WhenOnline => (int)time,
        _ => throw BotApiException.BadRequest("invalid send date specified"),
    };

    /// <summary>A paid broadcast goes to a thousand people a second: nobody is looked up before it.</summary>
    private async Task<PeerRef> FindChatAsync(ISendRequest request, CancellationToken cancellationToken) =>
        request is { AllowPaidBroadcast: true, MessageThreadId: null or <= 0 } && ChatIds.IsUser(request.ChatId.Id) && ChatIds.TryParse(request.ChatId.Id, out var user)
            ? account.Peers.Reference(user)
            : await account.Peers.ResolveChatAsync(request.ChatId, cancellationToken);
}
