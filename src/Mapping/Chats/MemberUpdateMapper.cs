using TelegramRest.BotApi;

namespace TelegramRest.Mapping.Chats;

/// <summary>Changes of who is in a chat, and requests to be.</summary>
/// <remarks>https://core.telegram.org/bots/api#chatmemberupdated</remarks>
internal static class MemberUpdateMapper
{
    private const long ChatKeyBase = 5L << 33;
    private const long UserKeyBase = 6L << 33;
    private const int Day = 86400;

    public static MappedUpdate? ToBotApi(Tl.UpdateBase update, PeerIndex peers, MessageContext context) => update switch
    {
        Tl.UpdateChatParticipant change => Update(
            new ChatMemberUpdated
            {
                Chat = ChatMapper.ToBotApi(new Tl.PeerChat { ChatId = change.ChatId }, peers),
                From = UserMapper.ToBotApi(change.ActorId, peers),
                Date = change.Date,
                OldChatMember = ChatMemberMapper.ToBotApi(change.PrevParticipant, change.UserId, peers),
                NewChatMember = ChatMemberMapper.ToBotApi(change.NewParticipant, change.UserId, peers),
                InviteLink = InviteLinkMapper.ToBotApi(change.Invite, peers),
            },
            change.UserId,
            context),
        Tl.UpdateChannelParticipant change => FromChannel(change, peers, context),
        Tl.UpdateBotStopped stopped => FromPrivate(stopped, peers, context),
        _ => null,
    };

    public static MappedUpdate ToJoinRequest(Tl.UpdateBotChatInviteRequester request, PeerIndex peers) => new(
        UpdateKinds.ChatJoinRequest,
        new Update
        {
            UpdateId = 0,
            ChatJoinRequest = new ChatJoinRequest
            {
                Chat = ChatMapper.ToBotApi(request.Peer, peers),
                From = UserMapper.ToBotApi(request.UserId, peers),
                UserChatId = request.UserId,
                Date = request.Date,
                Bio = request.About.OrNull(),
                InviteLink = InviteLinkMapper.ToBotApi(request.Invite, peers),
                QueryId = request.QueryId?.Text(),
            },
        },
        request.UserId + UserKeyBase,
        request.Date,
        Day);

    private static MappedUpdate FromChannel(Tl.UpdateChannelParticipant change, PeerIndex peers, MessageContext context)
    {
        var chat = ChatMapper.ToBotApi(new Tl.PeerChannel { ChannelId = change.ChannelId }, peers);
        var isBroadcast = chat.Type == ChatType.Channel;
        return Update(
            new ChatMemberUpdated
            {
                Chat = chat,
                From = UserMapper.ToBotApi(change.ActorId, peers),
                Date = change.Date,
                OldChatMember = ChatMemberMapper.ToBotApi(change.PrevParticipant, change.UserId, isBroadcast, peers),
                NewChatMember = ChatMemberMapper.ToBotApi(change.NewParticipant, change.UserId, isBroadcast, peers),
                InviteLink = InviteLinkMapper.ToBotApi(change.Invite, peers),
                ViaJoinRequest = (change.NewParticipant is Tl.ChannelParticipantSelf { ViaRequest: true } || change.Invite is Tl.ChatInvitePublicJoinRequests).OrNull(),
                ViaChatFolderInviteLink = change.ViaChatlist.OrNull(),
            },
            change.UserId,
            context);
    }

    /// <summary>A person who stops a bot has kicked it out of their private chat.</summary>
    private static MappedUpdate FromPrivate(Tl.UpdateBotStopped stopped, PeerIndex peers, MessageContext context)
    {
        var self = UserMapper.ToBotApi(context.SelfId, peers);
        ChatMember member = new ChatMemberMember { User = self };
        ChatMember banned = new ChatMemberBanned { User = self, UntilDate = 0 };
        return Update(
            new ChatMemberUpdated
            {
                Chat = ChatMapper.ToBotApi(new Tl.PeerUser { UserId = stopped.UserId }, peers),
                From = UserMapper.ToBotApi(stopped.UserId, peers),
                Date = stopped.Date,
                OldChatMember = stopped.Stopped ? member : banned,
                NewChatMember = stopped.Stopped ? banned : member,
            },
            context.SelfId,
            context);
    }

    private static MappedUpdate Update(ChatMemberUpdated change, long userId, MessageContext context)
    {
        var isSelf = userId == context.SelfId;
        return new MappedUpdate(
            isSelf ? UpdateKinds.MyChatMember : UpdateKinds.ChatMember,
            new Update { UpdateId = 0, MyChatMember = isSelf ? change : null, ChatMember = isSelf ? null : change },
            isSelf ? change.Chat.Id + ChatKeyBase : userId + UserKeyBase,
            change.Date,
            Day);
    }
}
