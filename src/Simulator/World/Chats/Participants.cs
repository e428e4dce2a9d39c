using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.World.Chats;

/// <summary>Members as Telegram describes them (https://core.telegram.org/type/ChannelParticipant, https://core.telegram.org/type/ChatParticipant).</summary>
internal static class Participants
{
    public static Tl.ChatParticipantBase? Of(Group group, long userId)
    {
        if (!group.Members.TryGetValue(userId, out var member))
            return null;
        if (group.CreatorId == userId)
            return new Tl.ChatParticipantCreator { UserId = userId, Rank = member.Rank };
        return member.Admin
            ? new Tl.ChatParticipantAdmin { UserId = userId, InviterId = member.InviterId, Date = member.Date, Rank = member.Rank }
            : new Tl.ChatParticipant { UserId = userId, InviterId = member.InviterId, Date = member.Date, Rank = member.Rank };
    }

    public static Tl.ChatParticipants All(Group group) => new()
    {
        ChatId = group.Id,
        Participants = [.. group.Members.Keys.Select(userId => Of(group, userId)!)],
        Version = group.Version,
    };

    /// <returns>Null for somebody who never was there.</returns>
    public static Tl.ChannelParticipantBase? Of(Channel channel, long userId, long viewerId) => channel.Find(userId) is { } member ? Of(member, viewerId) : null;

    public static Tl.ChannelParticipantBase Of(ChannelMember member, long viewerId)
    {
        var peer = PeerKey.User(member.UserId).ToTl();
        return member switch
        {
            { Status: MemberStatus.Creator } => new Tl.ChannelParticipantCreator { UserId = member.UserId, AdminRights = member.AdminRights!, Rank = member.Rank },
            { Status: MemberStatus.Admin } => new Tl.ChannelParticipantAdmin
            {
                CanEdit = member.ActorId == viewerId,
                Self = member.UserId == viewerId,
                UserId = member.UserId,
                InviterId = member.UserId == viewerId ? member.InviterId : null,
                PromotedBy = member.ActorId,
                Date = member.Date,
                AdminRights = member.AdminRights!,
                Rank = member.Rank,
            },
            { BannedRights: { } banned } => new Tl.ChannelParticipantBanned
            {
                Left = !member.IsMember,
                Peer = peer,
                KickedBy = member.ActorId,
                Date = member.Date,
                BannedRights = banned,
                Rank = member.Rank,
            },
            { IsMember: false } => new Tl.ChannelParticipantLeft { Peer = peer },
            _ when member.UserId == viewerId => new Tl.ChannelParticipantSelf { UserId = member.UserId, InviterId = member.InviterId, Date = member.Date, Rank = member.Rank },
            _ => new Tl.ChannelParticipant { UserId = member.UserId, Date = member.Date, Rank = member.Rank },
        };
    }
}
