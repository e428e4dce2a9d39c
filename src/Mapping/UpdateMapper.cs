using System.Text;
using TelegramRest.BotApi;
using TelegramRest.Mapping.Chats;
using TelegramRest.Mapping.Media;

namespace TelegramRest.Mapping;

/// <summary>Telegram's updates as those of the Bot API.</summary>
/// <remarks>https://core.telegram.org/bots/api#update</remarks>
public static class UpdateMapper
{
    private const int Day = 86400;

    /// <summary>Users of different kinds of updates get order keys of their own.</summary>
    private const long KeyStep = 1L << 33;

    /// <param name="update">As received. Short forms of new messages have been written out before.</param>
    /// <param name="peers">All that the update refers to.</param>
    /// <param name="context">As for messages.</param>
    /// <returns>Null when the Bot API does not show such updates.</returns>
    public static MappedUpdate? ToBotApi(Tl.UpdateBase update, PeerIndex peers, MessageContext context) => update switch
    {
        Tl.UpdateNewMessage { Message: { } message } => FromMessage(message, isEdit: false, peers, context),
        Tl.UpdateNewChannelMessage { Message: { } message } => FromMessage(message, isEdit: false, peers, context),
        Tl.UpdateEditMessage { Message: { } message } => FromMessage(message, isEdit: true, peers, context),
        Tl.UpdateEditChannelMessage { Message: { } message } => FromMessage(message, isEdit: true, peers, context),
        Tl.UpdateBotCallbackQuery query => FromCallback(query, peers, context),
        Tl.UpdateInlineBotCallbackQuery query => FromCallback(query, peers),
        Tl.UpdateBotInlineQuery query => FromInlineQuery(query, peers),
        Tl.UpdateBotInlineSend chosen => FromChosenResult(chosen, peers),
        Tl.UpdateBotShippingQuery query => new MappedUpdate(
            UpdateKinds.ShippingQuery,
            new Update
            {
                UpdateId = 0,
                ShippingQuery = new ShippingQuery
                {
                    Id = query.QueryId.Text(),
                    From = UserMapper.ToBotApi(query.UserId, peers),
                    InvoicePayload = Encoding.UTF8.GetString(query.Payload.Span),
                    ShippingAddress = Service.OrderMapper.ToBotApi(query.ShippingAddress),
                },
            },
            query.UserId + (4 * KeyStep),
            null,
            150),
        Tl.UpdateBotPrecheckoutQuery query => FromPreCheckout(query, peers),
        Tl.UpdateMessagePoll { Poll: { } poll } results => new MappedUpdate(
            UpdateKinds.Poll,
            new Update { UpdateId = 0, Poll = PollMapper.ToBotApi(poll, results.Results, null, peers, context) },
            poll.Id,
            null,
            Day),
        Tl.UpdateMessagePollVote vote => FromVote(vote, peers),
        Tl.UpdateChatParticipant or Tl.UpdateChannelParticipant or Tl.UpdateBotStopped => MemberUpdateMapper.ToBotApi(update, peers, context),
        Tl.UpdateBotChatInviteRequester request => MemberUpdateMapper.ToJoinRequest(request, peers),
        Tl.UpdateBotMessageReaction reaction => ReactionMapper.ToBotApi(reaction, peers),
        Tl.UpdateBotMessageReactions reactions => ReactionMapper.ToBotApi(reactions, peers),
        Tl.UpdateBotBusinessConnect { Connection: { } connection } => BusinessMapper.ToUpdate(connection, peers),
        Tl.UpdateBotNewBusinessMessage message => BusinessMapper.ToUpdate(message.ConnectionId, message.Message, message.ReplyToMessage, isEdit: false, peers, context),
        Tl.UpdateBotEditBusinessMessage message => BusinessMapper.ToUpdate(message.ConnectionId, message.Message, message.ReplyToMessage, isEdit: true, peers, context),
        Tl.UpdateBotDeleteBusinessMessage deleted => BusinessMapper.ToUpdate(deleted, peers),
        Tl.UpdateBotChatBoost boost => BoostMapper.ToUpdate(boost, peers),
        Tl.UpdateNewEphemeralMessage { Message: { } message } => FromEphemeral(message, isEdit: false, peers, context),
        Tl.UpdateEditEphemeralMessage { Message: { } message } => FromEphemeral(message, isEdit: true, peers, context),
        Tl.UpdateEphemeralBotCallbackQuery query => Callback(
            query.QueryId, query.UserId, 0, query.Data, null, MessageMapper.ToBotApi(query.Message, peers, context), null, peers),
        Tl.UpdateBotGuestChatQuery guest => FromGuest(guest, peers, context),
        Tl.UpdateManagedBot managed => new MappedUpdate(
            UpdateKinds.ManagedBot,
            new Update
            {
                UpdateId = 0,
                ManagedBot = new ManagedBotUpdated { User = UserMapper.ToBotApi(managed.UserId, peers), Bot = UserMapper.ToBotApi(managed.BotId, peers) },
            },
            managed.UserId + (13 * KeyStep),
            null,
            Day),
        Tl.UpdateBotStarsSubscription subscription => new MappedUpdate(
            UpdateKinds.Subscription,
            new Update
            {
                UpdateId = 0,
                Subscription = new BotSubscriptionUpdated
                {
                    User = UserMapper.ToBotApi(subscription.UserId, peers),
                    InvoicePayload = Encoding.UTF8.GetString(subscription.Payload.Span),
                    State = subscription.Canceled ? BotSubscriptionState.Canceled : subscription.PaymentFailed ? BotSubscriptionState.Failed : BotSubscriptionState.Active,
                },
            },
            subscription.UserId + (4 * KeyStep),
            null,
            Day),
        Tl.UpdateBotPurchasedPaidMedia purchased => new MappedUpdate(
            UpdateKinds.PurchasedPaidMedia,
            new Update
            {
                UpdateId = 0,
                PurchasedPaidMedia = new PaidMediaPurchased { From = UserMapper.ToBotApi(purchased.UserId, peers), PaidMediaPayload = purchased.Payload },
            },
            purchased.UserId + (12 * KeyStep),
            null,
            Day),
        _ => null,
    };

    /// <summary>Says whether a new or edited message becomes an update at all; age and identity with what was shown before are not looked at.</summary>
    public static bool IsDelivered(Tl.MessageBase message, PeerIndex peers, MessageContext context, int now) =>
        Messages.DeliveryRules.IsDelivered(message, peers, context, now);

    private static MappedUpdate? FromMessage(Tl.MessageBase message, bool isEdit, PeerIndex peers, MessageContext context)
    {
        if (message is Tl.MessageEmpty)
            return null;

        var mapped = MessageMapper.ToBotApi(message, peers, context);
        var isPost = mapped.Chat.Type == ChatType.Channel;
        var update = new Update
        {
            UpdateId = 0,
            Message = !isPost && !isEdit ? mapped : null,
            EditedMessage = !isPost && isEdit ? mapped : null,
            ChannelPost = isPost && !isEdit ? mapped : null,
            EditedChannelPost = isPost && isEdit ? mapped : null,
        };
        var kind = (isPost, isEdit) switch
        {
            (false, false) => UpdateKinds.Message,
            (false, true) => UpdateKinds.EditedMessage,
            (true, false) => UpdateKinds.ChannelPost,
            (true, true) => UpdateKinds.EditedChannelPost,
        };
        return new MappedUpdate(kind, update, mapped.Chat.Id, Math.Max(mapped.Date, mapped.EditDate ?? 0), Day);
    }

    private static MappedUpdate FromEphemeral(Tl.EphemeralMessage message, bool isEdit, PeerIndex peers, MessageContext context)
    {
        var mapped = MessageMapper.ToBotApi(message, peers, context);
        return new MappedUpdate(
            isEdit ? UpdateKinds.EditedMessage : UpdateKinds.Message,
            new Update { UpdateId = 0, Message = isEdit ? null : mapped, EditedMessage = isEdit ? mapped : null },
            mapped.Chat.Id,
            mapped.Date,
            Day);
    }

    /// <summary>The messages around the one that calls the guest come along.</summary>
    private static MappedUpdate? FromGuest(Tl.UpdateBotGuestChatQuery guest, PeerIndex peers, MessageContext context)
    {
        if (guest.Message is Tl.MessageEmpty)
            return null;

        var around = guest.ReferenceMessages ?? [];
        var mapped = MessageMapper.ToBotApi(guest.Message, peers, new MessageContext
        {
            SelfId = context.SelfId,
            SelfIsBot = context.SelfIsBot,
            IsTest = context.IsTest,
            FindStickerSet = context.FindStickerSet,
            FindMessage = (_, id) => around.FirstOrDefault(message => message is Tl.Message ordinary && ordinary.Id == id),
            GuestQueryId = guest.QueryId.Text(),
        });
        return new MappedUpdate(
            UpdateKinds.GuestMessage,
            new Update { UpdateId = 0, GuestMessage = mapped },
            mapped.Chat.Id + (12 * KeyStep),
            mapped.Date,
            Day);
    }

    private static MappedUpdate FromCallback(Tl.UpdateBotCallbackQuery query, PeerIndex peers, MessageContext context)
    {
        MaybeInaccessibleMessage message = context.FindMessage?.Invoke(query.Peer, query.MsgId) is { } known and not Tl.MessageEmpty
            ? MessageMapper.ToBotApi(known, peers, context)
            : MessageMapper.Inaccessible(query.Peer, query.MsgId, peers);
        return Callback(query.QueryId, query.UserId, query.ChatInstance, query.Data, query.GameShortName, message, null, peers);
    }

    private static MappedUpdate FromCallback(Tl.UpdateInlineBotCallbackQuery query, PeerIndex peers) =>
        Callback(query.QueryId, query.UserId, query.ChatInstance, query.Data, query.GameShortName, null, InlineMessageIds.ToBotApi(query.MsgId), peers);

    private static MappedUpdate Callback(
        long id,
        long userId,
        long chatInstance,
        ReadOnlyMemory<byte>? data,
        string? game,
        MaybeInaccessibleMessage? message,
        string? inlineMessageId,
        PeerIndex peers) => new(
            UpdateKinds.CallbackQuery,
            new Update
            {
                UpdateId = 0,
                CallbackQuery = new CallbackQuery
                {
                    Id = id.Text(),
                    From = UserMapper.ToBotApi(userId, peers),
                    Message = message,
                    InlineMessageId = inlineMessageId,
                    ChatInstance = chatInstance.Text(),
                    Data = data is { } bytes ? Encoding.UTF8.GetString(bytes.Span) : null,
                    GameShortName = game.OrNull(),
                },
            },
            userId + (3 * KeyStep),
            null,
            150);

    private static MappedUpdate FromInlineQuery(Tl.UpdateBotInlineQuery query, PeerIndex peers) => new(
        UpdateKinds.InlineQuery,
        new Update
        {
            UpdateId = 0,
            InlineQuery = new InlineQuery
            {
                Id = query.QueryId.Text(),
                From = UserMapper.ToBotApi(query.UserId, peers),
                Query = query.Query,
                Offset = query.Offset,
                Location = LocationMapper.ToBotApi(query.Geo),
                ChatType = query.PeerType switch
                {
                    Tl.InlineQueryPeerTypeSameBotPM => InlineQueryChatType.Sender,
                    Tl.InlineQueryPeerTypePM or Tl.InlineQueryPeerTypeBotPM => InlineQueryChatType.Private,
                    Tl.InlineQueryPeerTypeChat => InlineQueryChatType.Group,
                    Tl.InlineQueryPeerTypeMegagroup => InlineQueryChatType.Supergroup,
                    Tl.InlineQueryPeerTypeBroadcast => InlineQueryChatType.Channel,
                    _ => null,
                },
            },
        },
        query.UserId + KeyStep,
        null,
        30);

    private static MappedUpdate FromChosenResult(Tl.UpdateBotInlineSend chosen, PeerIndex peers) => new(
        UpdateKinds.ChosenInlineResult,
        new Update
        {
            UpdateId = 0,
            ChosenInlineResult = new ChosenInlineResult
            {
                ResultId = chosen.Id,
                From = UserMapper.ToBotApi(chosen.UserId, peers),
                Query = chosen.Query,
                Location = LocationMapper.ToBotApi(chosen.Geo),
                InlineMessageId = chosen.MsgId is { } id ? InlineMessageIds.ToBotApi(id) : null,
            },
        },
        chosen.UserId + (2 * KeyStep),
        null,
        600);

    private static MappedUpdate FromPreCheckout(Tl.UpdateBotPrecheckoutQuery query, PeerIndex peers) => new(
        UpdateKinds.PreCheckoutQuery,
        new Update
        {
            UpdateId = 0,
            PreCheckoutQuery = new PreCheckoutQuery
            {
                Id = query.QueryId.Text(),
                From = UserMapper.ToBotApi(query.UserId, peers),
                Currency = query.Currency,
                TotalAmount = query.TotalAmount,
                InvoicePayload = Encoding.UTF8.GetString(query.Payload.Span),
                ShippingOptionId = query.ShippingOptionId,
                OrderInfo = Service.OrderMapper.ToBotApi(query.Info),
            },
        },
        query.UserId + (4 * KeyStep),
        null,
        150);

    private static MappedUpdate FromVote(Tl.UpdateMessagePollVote vote, PeerIndex peers)
    {
        // A vote that was taken back names no option; positions come with the options' bytes.
        var voter = vote.Peer as Tl.PeerUser;
        return new MappedUpdate(
            UpdateKinds.PollAnswer,
            new Update
            {
                UpdateId = 0,
                PollAnswer = new PollAnswer
                {
                    PollId = vote.PollId.Text(),
                    User = UserMapper.ToBotApi(voter?.UserId ?? ChatIds.ChannelBot(isTest: false), peers),
                    VoterChat = voter == null ? ChatMapper.ToBotApi(vote.Peer, peers) : null,
                    OptionIds = vote.Positions,
                    OptionPersistentIds = [.. vote.Options.Select(option => PollMapper.PersistentId(option.Span))],
                },
            },
            vote.PollId,
            null,
            Day);
    }
}
