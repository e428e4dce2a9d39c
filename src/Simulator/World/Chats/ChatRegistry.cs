using System.Security.Cryptography;
using TelegramRest.Simulator.World.Messages;
using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.World.Chats;

/// <summary>Chats come to be, and people come and go. Whether they may is asked by the RPC services; here it happens, with the service messages and notices that follow.</summary>
internal sealed class ChatRegistry(SimulatorWorld world)
{
    public (Group Group, Sent Notice) CreateGroup(Account creator, string title, IReadOnlyList<Account> members, long fromSessionId)
    {
        var group = world.Roster.AddGroup(title, creator, world.Clock.Now);
        foreach (var account in members.Prepend(creator).DistinctBy(account => account.Id))
            group.Members[account.Id] = new GroupMember { UserId = account.Id, InviterId = creator.Id, Date = world.Clock.Now };
        world.Rows.Save(group);
        var notice = world.Posts.Send(creator, group.Peer, Service(new Tl.MessageActionChatCreate { Title = title, Users = [.. group.Members.Keys] }, fromSessionId));
        foreach (var bot in members.Where(account => account.IsBot))
            world.Bots.MemberChanged(group, creator.Id, bot.Id, null, Participants.Of(group, bot.Id));
        return (group, notice);
    }

    public (Channel Channel, Sent Notice) CreateChannel(Account creator, string title, string about, bool broadcast, long fromSessionId)
    {
        var channel = world.Roster.AddChannel(title, about, broadcast, creator, world.Clock.Now);
        channel.Members[creator.Id] = new ChannelMember
        {
            UserId = creator.Id,
            InviterId = creator.Id,
            Date = world.Clock.Now,
            Status = MemberStatus.Creator,
            AdminRights = Rights.Creator(broadcast),
        };
        world.Rows.Save(channel);
        var notice = world.Posts.Send(creator, channel.Peer, Service(new Tl.MessageActionChannelCreate { Title = title }, fromSessionId));
        return (channel, notice);
    }

    public Sent AddToGroup(Group group, Account actor, Account added, long fromSessionId) =>
        AddToGroup(group, actor, added, new Tl.MessageActionChatAddUser { Users = [added.Id] }, fromSessionId);

    public Sent JoinGroupByLink(Group group, Account account, Tl.MessageActionChatJoinedByLink action, long fromSessionId) =>
        AddToGroup(group, account, account, action, fromSessionId);

    public Sent RemoveFromGroup(Group group, Account actor, Account removed, long fromSessionId)
    {
        var before = Participants.Of(group, removed.Id);

        // The one who is removed still gets the message that says so.
        var sent = world.Posts.Send(actor, group.Peer, Service(new Tl.MessageActionChatDeleteUser { UserId = removed.Id }, fromSessionId));
        group.Members.Remove(removed.Id);
        if (actor.Id != removed.Id)
            group.Kicked.Add(removed.Id);
        Changed(group);
        world.Bots.MemberChanged(group, actor.Id, removed.Id, before, null);
        return sent;
    }

    public void SetGroupAdmin(Group group, Account actor, Account account, bool admin)
    {
        var before = Participants.Of(group, account.Id);
        group.Members[account.Id].Admin = admin;
        Changed(group);
        foreach (var memberId in group.Members.Keys)
            world.Posts.Announce(memberId, scene => SeenAll(scene, group));
        world.Bots.MemberChanged(group, actor.Id, account.Id, before, Participants.Of(group, account.Id));
    }

    /// <summary>Makes somebody a member of a supergroup or channel. In a channel that is silent; in a supergroup a message says it.</summary>
    public Sent? AddToChannel(Channel channel, Account actor, Account added, Tl.MessageActionBase? action, long fromSessionId)
    {
        var before = Participants.Of(channel, added.Id, 0);
        var member = channel.Find(added.Id) ?? (channel.Members[added.Id] = new ChannelMember { UserId = added.Id });
        member.Status = MemberStatus.Member;
        member.InviterId = actor.Id;
        member.Date = world.Clock.Now;
        if (member.BannedRights is { ViewMessages: true })
            member.BannedRights = null;
        world.Rows.Save(channel);
        SkipHistory(channel, added);
        var sent = channel.Broadcast ? null : world.Posts.Send(actor, channel.Peer, Service(action ?? new Tl.MessageActionChatAddUser { Users = [added.Id] }, fromSessionId));
        TellMember(channel, added, added.Id == actor.Id ? fromSessionId : 0);
        world.Bots.MemberChanged(channel, actor.Id, added.Id, before, Participants.Of(channel, added.Id, 0));
        return sent;
    }

    /// <summary>Somebody leaves by himself.</summary>
    public void LeaveChannel(Channel channel, Account account, long fromSessionId)
    {
        var before = Participants.Of(channel, account.Id, 0);
        if (!channel.Broadcast)
            world.Posts.Send(account, channel.Peer, Service(new Tl.MessageActionChatDeleteUser { UserId = account.Id }, fromSessionId));
        var member = channel.Members[account.Id];
        member.Status = MemberStatus.Left;
        member.AdminRights = null;
        if (member.BannedRights is null)
            channel.Members.Remove(account.Id);
        world.Rows.Save(channel);
        TellMember(channel, account, fromSessionId);
        world.Bots.MemberChanged(channel, account.Id, account.Id, before, new Tl.ChannelParticipantLeft { Peer = account.Peer.ToTl() });
    }

    /// <summary>Bans, restricts or frees: the rights say which (https://core.telegram.org/method/channels.editBanned).</summary>
    public void Restrict(Channel channel, Account actor, Account account, Tl.ChatBannedRights rights, long fromSessionId)
    {
        var before = Participants.Of(channel, account.Id, 0);
        var member = channel.Find(account.Id) ?? (channel.Members[account.Id] = new ChannelMember { UserId = account.Id, Status = MemberStatus.Left });
        var wasMember = member.IsMember;
        if (rights.ViewMessages && wasMember && !channel.Broadcast)
            world.Posts.Send(actor, channel.Peer, Service(new Tl.MessageActionChatDeleteUser { UserId = account.Id }, fromSessionId));
        member.ActorId = actor.Id;
        member.AdminRights = null;
        member.Date = world.Clock.Now;
        member.BannedRights = Rights.Any(rights) ? rights : null;
        member.Status = rights.ViewMessages ? MemberStatus.Kicked
            : member.Status is MemberStatus.Kicked ? MemberStatus.Left
            : member.Status is MemberStatus.Admin ? MemberStatus.Member
            : member.Status;
        if (member is { Status: MemberStatus.Left, BannedRights: null })
            channel.Members.Remove(account.Id);
        world.Rows.Save(channel);
        TellMember(channel, account, 0);
        world.Bots.MemberChanged(channel, actor.Id, account.Id, before, Participants.Of(channel, account.Id, 0) ?? new Tl.ChannelParticipantLeft { Peer = account.Peer.ToTl() });
    }

    public void Promote(Channel channel, Account actor, Account account, Tl.ChatAdminRights rights, string? rank)
    {
        var before = Participants.Of(channel, account.Id, 0);
        var member = channel.Find(account.Id) ?? (channel.Members[account.Id] = new ChannelMember { UserId = account.Id, InviterId = actor.Id, Date = world.Clock.Now });
        var any = Rights.Any(rights);
        if (!member.IsMember)
            SkipHistory(channel, account);
        member.Status = any ? MemberStatus.Admin : MemberStatus.Member;
        member.AdminRights = any ? rights : null;
        member.ActorId = actor.Id;
        member.BannedRights = null;
        member.Rank = string.IsNullOrEmpty(rank) ? null : rank;
        world.Rows.Save(channel);
        TellMember(channel, account, 0);
        world.Bots.MemberChanged(channel, actor.Id, account.Id, before, Participants.Of(channel, account.Id, 0));
    }

    /// <summary>Turns a basic group into a supergroup with the same members; the group stays as a shell that points to it.</summary>
    public (Channel Channel, Sent Notice) Migrate(Group group, Account actor, long fromSessionId)
    {
        var creator = world.Roster.Account(group.CreatorId)!;
        var channel = world.Roster.AddChannel(group.Title, group.About, broadcast: false, creator, world.Clock.Now);
        channel.MigratedFrom = group.Id;
        channel.DefaultBannedRights = group.DefaultBannedRights;
        channel.PhotoId = group.PhotoId;
        foreach (var member in group.Members.Values)
        {
            var owner = member.UserId == group.CreatorId;
            channel.Members[member.UserId] = new ChannelMember
            {
                UserId = member.UserId,
                InviterId = member.InviterId,
                Date = member.Date,
                Rank = member.Rank,
                ActorId = group.CreatorId,
                Status = owner ? MemberStatus.Creator : member.Admin ? MemberStatus.Admin : MemberStatus.Member,
                AdminRights = owner ? Rights.Creator(broadcast: false) : member.Admin ? Rights.GroupAdmin() : null,
            };
        }

        group.MigratedTo = channel.Id;
        world.Rows.Save(channel);
        var notice = world.Posts.Send(actor, group.Peer, Service(new Tl.MessageActionChatMigrateTo { ChannelId = channel.Id }, fromSessionId));
        group.Deactivated = true;
        Changed(group);
        world.Posts.Send(actor, channel.Peer, Service(new Tl.MessageActionChannelMigrateFrom { Title = group.Title, ChatId = group.Id }, fromSessionId));
        return (channel, notice);
    }

    public InviteLink AddLink(List<InviteLink> links, long adminId, bool permanent)
    {
        var hash = Convert.ToBase64String(RandomNumberGenerator.GetBytes(12)).Replace('+', '-').Replace('/', '_');
        var link = new InviteLink { Hash = hash, AdminId = adminId, Date = world.Clock.Now, Permanent = permanent };
        links.Add(link);
        return link;
    }

    /// <summary>Tells all members that the chat itself has changed.</summary>
    public void TellChanged(Channel channel, long fromSessionId)
    {
        foreach (var memberId in channel.MemberIds().ToList())
            world.Posts.Announce(memberId, scene => Seen(scene, channel), fromSessionId);
    }

    public static Tl.UpdateBase Seen(Scene scene, Channel channel)
    {
        scene.See(channel.Peer);
        return new Tl.UpdateChannel { ChannelId = channel.Id };
    }

    private Sent AddToGroup(Group group, Account actor, Account added, Tl.MessageActionBase action, long fromSessionId)
    {
        group.Kicked.Remove(added.Id);
        group.Members[added.Id] = new GroupMember { UserId = added.Id, InviterId = actor.Id, Date = world.Clock.Now };
        Changed(group);
        var sent = world.Posts.Send(actor, group.Peer, Service(action, fromSessionId));
        world.Bots.MemberChanged(group, actor.Id, added.Id, null, Participants.Of(group, added.Id));
        return sent;
    }

    private static Tl.UpdateChatParticipants SeenAll(Scene scene, Group group)
    {
        scene.See(group.Peer);
        foreach (var userId in group.Members.Keys)
            scene.See(PeerKey.User(userId));
        return new Tl.UpdateChatParticipants { Participants = Participants.All(group) };
    }

    private static Draft Service(Tl.MessageActionBase action, long fromSessionId) => new() { Action = action, FromSessionId = fromSessionId };

    private void TellMember(Channel channel, Account account, long fromSessionId) => world.Posts.Announce(account.Id, scene => Seen(scene, channel), fromSessionId);

    private void Changed(Group group)
    {
        group.Version++;
        world.Rows.Save(group);
    }

    /// <summary>A newcomer finds the history read: nobody has to work through what was there before.</summary>
    private void SkipHistory(Channel channel, Account account)
    {
        var box = world.Boxes.Of(account);
        var dialog = box.Dialog(channel.Peer);
        dialog.ReadInbox = Math.Max(dialog.ReadInbox, world.Boxes.Of(channel).LastId);
        world.Boxes.SaveDialog(box, dialog);
    }
}
