using TelegramRest.BotApi;
using TelegramRest.Mapping.Keyboards;
using TelegramRest.Mapping.Media;
using TelegramRest.Mapping.Messages;
using TelegramRest.Mapping.Rich;
using TelegramRest.Mapping.Service;
using TelegramRest.Mapping.Text;

namespace TelegramRest.Mapping;

/// <summary>Messages of all kinds. What the Bot API has no field for is left out; no message is refused.</summary>
/// <remarks>https://core.telegram.org/bots/api#message</remarks>
public static class MessageMapper
{
    /// <param name="message">Not empty.</param>
    /// <param name="peers">Those that <see cref="MessageReferences.Peers"/> names; unknown ones get an empty name.</param>
    /// <param name="context">Who asks, and which other messages are at hand.</param>
    public static Message ToBotApi(Tl.MessageBase message, PeerIndex peers, MessageContext context) =>
        ToBotApi(message, peers, context, withReply: true);

    /// <summary>A message that one member of a group sees. It has a number of its own kind, and 0 for the usual one.</summary>
    public static Message ToBotApi(Tl.EphemeralMessage message, PeerIndex peers, MessageContext context)
    {
        var ordinary = new Tl.Message
        {
            Out = message.Out,
            FromId = message.FromId,
            PeerId = message.PeerId,
            ReplyTo = message.ReplyTo,
            Date = message.Date,
            MessageValue = message.Message,
            Entities = message.Entities,
            Media = message.Media,
            ReplyMarkup = message.ReplyMarkup,
        };
        return ToBotApi(ordinary, peers, context, withReply: true, message);
    }

    /// <summary>What is left of a message that cannot be read any more.</summary>
    public static InaccessibleMessage Inaccessible(Tl.PeerBase chat, int messageId, PeerIndex peers) =>
        new() { Chat = ChatMapper.ToBotApi(chat, peers), MessageId = messageId };

    /// <summary>The message that a service message is about, without what that replies to; null when none is named.</summary>
    internal static MaybeInaccessibleMessage? Subject(Tl.MessageService message, PeerIndex peers, MessageContext context)
    {
        if (ReplyMapper.SameChatId(message.PeerId, message.ReplyTo) is not { } id)
            return null;
        return context.FindMessage?.Invoke(message.PeerId, id) is { } subject and not Tl.MessageEmpty
            ? ToBotApi(subject, peers, context, withReply: false)
            : Inaccessible(message.PeerId, id, peers);
    }

    /// <summary>The message replied to, which does not show its own reply in turn.</summary>
    private static Message? Replied(Tl.PeerBase chat, Tl.MessageReplyHeaderBase? header, PeerIndex peers, MessageContext context) =>
        ReplyMapper.SameChatId(chat, header) is { } id && context.FindMessage?.Invoke(chat, id) is { } replied and not Tl.MessageEmpty
            ? ToBotApi(replied, peers, context, withReply: false)
            : null;

    private static Message ToBotApi(Tl.MessageBase message, PeerIndex peers, MessageContext context, bool withReply) => message switch
    {
        Tl.Message ordinary => ToBotApi(ordinary, peers, context, withReply),
        Tl.MessageService service => ToBotApi(service, peers, context, withReply),
        _ => throw new ArgumentException("An empty message cannot be shown.", nameof(message)),
    };

    private static Message ToBotApi(Tl.Message message, PeerIndex peers, MessageContext context, bool withReply, Tl.EphemeralMessage? ephemeral = null)
    {
        var isAutomaticForward = SenderMapper.IsAutomaticForward(message);
        var (from, senderChat) = SenderMapper.Map(message.PeerId, message.FromId, message.Out, isAutomaticForward, peers, context);
        var (threadId, isTopic) = ReplyMapper.Thread(message.PeerId, message.ReplyTo);
        var origin = OriginMapper.ToBotApi(message.FwdFrom, peers);
        var isText = message.Media is null or Tl.MessageMediaEmpty or Tl.MessageMediaWebPage;
        var text = message.MessageValue.OrNull();
        var entities = EntityMapper.ToBotApi(message.Entities, peers);
        var media = MediaMapper.Map(message.Media, peers, context, text, entities);
        var reply = message.ReplyTo as Tl.MessageReplyHeader;

        return new Message
        {
            MessageId = message.Id,
            EphemeralMessageId = ephemeral?.Id,
            ReceiverUser = ephemeral is null ? null : UserMapper.ToBotApi(ephemeral.ReceiverId, peers),
            MessageThreadId = ephemeral?.TopMsgId ?? threadId,
            IsTopicMessage = isTopic.OrNull(),
            DirectMessagesTopic = DirectMessagesTopic(message.PeerId, message.SavedPeerId, peers),
            From = from,
            SenderChat = senderChat,
            SenderBoostCount = message.FromBoostsApplied,
            SenderBusinessBot = message.ViaBusinessBotId is { } businessBot ? UserMapper.ToBotApi(businessBot, peers) : null,
            SenderTag = message.FromRank.OrNull(),
            Date = message.Date,
            GuestQueryId = context.GuestQueryId,
            BusinessConnectionId = context.BusinessConnectionId,
            Chat = ChatMapper.ToBotApi(message.PeerId, peers),
            ForwardOrigin = origin,
            ForwardFrom = (origin as MessageOriginUser)?.SenderUser,
            ForwardFromChat = (origin as MessageOriginChannel)?.Chat ?? (origin as MessageOriginChat)?.SenderChat,
            ForwardFromMessageId = (origin as MessageOriginChannel)?.MessageId,
            ForwardSignature = origin is null ? null : message.FwdFrom?.PostAuthor.OrNull(),
            ForwardSenderName = (origin as MessageOriginHiddenUser)?.SenderUserName,
            ForwardDate = origin is null ? null : message.FwdFrom?.Date,
            IsAutomaticForward = isAutomaticForward.OrNull(),
            ReplyToMessage = withReply ? Replied(message.PeerId, message.ReplyTo, peers, context) : null,
            ExternalReply = ReplyMapper.External(message.ReplyTo, peers, context),
            Quote = ReplyMapper.Quote(message.ReplyTo, peers),
            ReplyToStory = ReplyMapper.Story(message.ReplyTo, peers),
            ReplyToChecklistTaskId = reply?.TodoItemId,
            ReplyToPollOptionId = reply?.PollOption is { } option ? PollMapper.PersistentId(option.Span) : null,
            ViaBot = message.ViaBotId is { } viaBot ? UserMapper.ToBotApi(viaBot, peers) : null,
            GuestBotCallerUser = message.GuestchatViaFrom is Tl.PeerUser caller ? UserMapper.ToBotApi(caller.UserId, peers) : null,
            GuestBotCallerChat = message.GuestchatViaFrom is { } callerChat and not Tl.PeerUser ? ChatMapper.ToBotApi(callerChat, peers) : null,
            EditDate = message.EditHide ? null : message.EditDate,
            HasProtectedContent = (message.Noforwards || IsProtected(message.PeerId, peers)).OrNull(),
            IsFromOffline = message.Offline.OrNull(),
            IsPaidPost = (message.PaidSuggestedPostStars || message.PaidSuggestedPostTon).OrNull(),
            MediaGroupId = message.GroupedId?.Text(),
            AuthorSignature = message.PostAuthor.OrNull(),
            PaidStarCount = (int?)message.PaidMessageStars,
            Text = isText ? text : null,
            Entities = isText ? entities : null,
            RichMessage = RichMessageMapper.ToBotApi(message.RichMessage, peers),
            LinkPreviewOptions = isText ? LinkPreviewMapper.ToBotApi(message) : null,
            SuggestedPostInfo = SuggestedPostMapper.ToBotApi(message.SuggestedPost),
            EffectId = message.Effect?.Text(),
            Animation = media.Animation,
            Audio = media.Audio,
            Document = media.Document,
            LivePhoto = media.LivePhoto,
            PaidMedia = media.PaidMedia,
            Photo = media.Photo,
            Sticker = media.Sticker,
            Story = media.Story,
            Video = media.Video,
            VideoNote = media.VideoNote,
            Voice = media.Voice,
            Caption = media.HasCaption ? text : null,
            CaptionEntities = media.HasCaption ? entities : null,
            ShowCaptionAboveMedia = (media.HasCaption && message.InvertMedia).OrNull(),
            HasMediaSpoiler = media.HasSpoiler,
            Checklist = media.Checklist,
            Contact = media.Contact,
            Dice = media.Dice,
            Game = WithText(media.Game, text, entities),
            Poll = media.Poll,
            Venue = media.Venue,
            Location = media.Location,
            Invoice = media.Invoice,
            Giveaway = media.Giveaway,
            GiveawayWinners = media.GiveawayWinners,
            ReplyMarkup = ReplyMarkupMapper.ToBotApi(message.ReplyMarkup),
            Views = peers.ForPerson ? message.Views : null,
            Forwards = peers.ForPerson ? message.Forwards?.OrNull() : null,
        };
    }

    private static Message ToBotApi(Tl.MessageService message, PeerIndex peers, MessageContext context, bool withReply)
    {
        var (from, senderChat) = SenderMapper.Map(message.PeerId, message.FromId, message.Out, isAutomaticForward: false, peers, context);
        var (threadId, isTopic) = message.Action is Tl.MessageActionTopicCreate ? (message.Id, true) : ReplyMapper.Thread(message.PeerId, message.ReplyTo);
        var content = ServiceMapper.Map(message, peers, context);
        return new Message
        {
            MessageId = message.Id,
            MessageThreadId = threadId,
            IsTopicMessage = isTopic.OrNull(),
            DirectMessagesTopic = DirectMessagesTopic(message.PeerId, message.SavedPeerId, peers),
            From = from,
            SenderChat = senderChat,
            Date = message.Date,
            BusinessConnectionId = context.BusinessConnectionId,
            Chat = ChatMapper.ToBotApi(message.PeerId, peers),
            ReplyToMessage = withReply && !content.UsesReply ? Replied(message.PeerId, message.ReplyTo, peers, context) : null,
            HasProtectedContent = IsProtected(message.PeerId, peers).OrNull(),
            NewChatMembers = content.NewChatMembers,
            NewChatParticipant = content.NewChatMembers?[0],
            NewChatMember = content.NewChatMembers?[0],
            LeftChatMember = content.LeftChatMember,
            LeftChatParticipant = content.LeftChatMember,
            ChatOwnerLeft = content.ChatOwnerLeft,
            ChatOwnerChanged = content.ChatOwnerChanged,
            NewChatTitle = content.NewChatTitle,
            NewChatPhoto = content.NewChatPhoto,
            DeleteChatPhoto = content.DeleteChatPhoto,
            GroupChatCreated = content.GroupChatCreated,
            SupergroupChatCreated = content.SupergroupChatCreated,
            ChannelChatCreated = content.ChannelChatCreated,
            MessageAutoDeleteTimerChanged = content.MessageAutoDeleteTimerChanged,
            MigrateToChatId = content.MigrateToChatId,
            MigrateFromChatId = content.MigrateFromChatId,
            PinnedMessage = content.IsPin ? Subject(message, peers, context) : null,
            SuccessfulPayment = content.SuccessfulPayment,
            RefundedPayment = content.RefundedPayment,
            UsersShared = content.UsersShared,
            ChatShared = content.ChatShared,
            ConnectedWebsite = content.ConnectedWebsite,
            WriteAccessAllowed = content.WriteAccessAllowed,
            ProximityAlertTriggered = content.ProximityAlertTriggered,
            BoostAdded = content.BoostAdded,
            ChecklistTasksDone = content.ChecklistTasksDone,
            ChecklistTasksAdded = content.ChecklistTasksAdded,
            DirectMessagePriceChanged = content.DirectMessagePriceChanged,
            ForumTopicCreated = content.ForumTopicCreated,
            ForumTopicEdited = content.ForumTopicEdited,
            ForumTopicClosed = content.ForumTopicClosed,
            ForumTopicReopened = content.ForumTopicReopened,
            GeneralForumTopicHidden = content.GeneralForumTopicHidden,
            GeneralForumTopicUnhidden = content.GeneralForumTopicUnhidden,
            GiveawayCreated = content.GiveawayCreated,
            GiveawayCompleted = content.GiveawayCompleted,
            ManagedBotCreated = content.ManagedBotCreated,
            PaidMessagePriceChanged = content.PaidMessagePriceChanged,
            Gift = content.Gift,
            GiftUpgradeSent = content.GiftUpgradeSent,
            UniqueGift = content.UniqueGift,
            PassportData = content.PassportData,
            ChatBackgroundSet = content.ChatBackgroundSet,
            PollOptionAdded = content.PollOptionAdded,
            PollOptionDeleted = content.PollOptionDeleted,
            CommunityChatAdded = content.CommunityChatAdded,
            CommunityChatRemoved = content.CommunityChatRemoved,
            SuggestedPostApproved = content.SuggestedPostApproved,
            SuggestedPostApprovalFailed = content.SuggestedPostApprovalFailed,
            SuggestedPostDeclined = content.SuggestedPostDeclined,
            SuggestedPostPaid = content.SuggestedPostPaid,
            SuggestedPostRefunded = content.SuggestedPostRefunded,
            VideoChatScheduled = content.VideoChatScheduled,
            VoiceChatScheduled = content.VideoChatScheduled,
            VideoChatStarted = content.VideoChatStarted,
            VoiceChatStarted = content.VideoChatStarted,
            VideoChatEnded = content.VideoChatEnded,
            VoiceChatEnded = content.VideoChatEnded,
            VideoChatParticipantsInvited = content.VideoChatParticipantsInvited,
            VoiceChatParticipantsInvited = content.VideoChatParticipantsInvited,
            WebAppData = content.WebAppData,
        };
    }

    private static bool IsProtected(Tl.PeerBase chat, PeerIndex peers) =>
        chat is not Tl.PeerUser && peers.TryGetChat(chat, out var known) && known is Tl.Chat { Noforwards: true } or Tl.Channel { Noforwards: true };

    /// <summary>In a channel's direct messages each writer has a topic of their own.</summary>
    private static DirectMessagesTopic? DirectMessagesTopic(Tl.PeerBase chat, Tl.PeerBase? writer, PeerIndex peers)
    {
        if (writer == null || chat is not Tl.PeerChannel || !peers.TryGetChat(chat, out var known) || known is not Tl.Channel { Monoforum: true })
            return null;

        return new DirectMessagesTopic
        {
            TopicId = ChatIds.Of(writer),
            User = writer is Tl.PeerUser user ? UserMapper.ToBotApi(user.UserId, peers) : null,
        };
    }

    private static Game? WithText(Game? game, string? text, MessageEntity[]? entities) => game == null || text == null
        ? game
        : new Game
        {
            Title = game.Title,
            Description = game.Description,
            Photo = game.Photo,
            Animation = game.Animation,
            Text = text,
            TextEntities = entities,
        };
}
