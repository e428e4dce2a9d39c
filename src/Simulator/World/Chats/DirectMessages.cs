using TelegramRest.Simulator.Rpc;
using TelegramRest.Simulator.World.Messages;
using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.World.Chats;

/// <summary>
/// Conversations between a channel and single people (https://core.telegram.org/api/monoforum): a supergroup of their own beside the channel, in which every message
/// belongs to one person. That person and the channel's admins with the right see it.
/// </summary>
internal sealed class DirectMessages(SimulatorWorld world)
{
    private const int AtOnce = 10;

    /// <summary>Opens or closes a channel for direct messages.</summary>
    public void Set(Channel channel, bool open)
    {
        if (open && channel.MonoforumId is null)
        {
            var creator = world.Roster.Account(channel.CreatorId)!;
            var forum = world.Roster.AddMonoforum(channel, creator, world.Clock.Now);
            channel.MonoforumId = forum.Id;
            SyncAdmins(forum, channel);
            world.Rows.Save(forum);
        }

        channel.DirectMessages = open;
        world.Rows.Save(channel);
    }

    public Channel? ParentOf(Channel forum) => forum.ParentId is { } id ? world.Roster.Channel(id) : null;

    /// <summary>Whether somebody who is in neither may still find the conversations: the channel is public, or he is in it.</summary>
    public bool IsOpenTo(Channel forum, Account account) => ParentOf(forum) is { DirectMessages: true } parent && (parent.Username is not null || parent.Has(account.Id));

    public bool IsAdmin(Channel forum, Account account) =>
        ParentOf(forum)?.Find(account.Id) is { Status: MemberStatus.Creator } or { AdminRights.ManageDirectMessages: true };

    /// <exception cref="RpcError">403 CHAT_WRITE_FORBIDDEN.</exception>
    public void CheckWrite(Channel forum, Account account)
    {
        if (ParentOf(forum) is not { DirectMessages: true } || forum.Find(account.Id) is { Status: MemberStatus.Kicked })
            throw new RpcError(403, "CHAT_WRITE_FORBIDDEN");
    }

    /// <summary>Whose conversation a new message belongs to, and in whose name it is: admins speak as the channel and must say to whom.</summary>
    /// <exception cref="RpcError">REPLY_TO_MONOFORUM_PEER_INVALID.</exception>
    public (PeerKey Topic, PeerKey? SendAs) Place(Channel forum, Account sender, PeerKey? wanted, StoredMessage? replied)
    {
        var parent = ParentOf(forum)!;
        SyncAdmins(forum, parent);
        if (!IsAdmin(forum, sender))
        {
            Join(forum, sender);
            return (sender.Peer, null);
        }

        var topic = wanted ?? replied?.DirectTopic ?? throw new RpcError(400, "REPLY_TO_MONOFORUM_PEER_INVALID");
        if (topic.Kind != PeerKind.User || world.Roster.Account(topic.Id) is not { } person || IsAdmin(forum, person))
            throw new RpcError(400, "REPLY_TO_MONOFORUM_PEER_INVALID");
        return (topic, parent.Peer);
    }

    /// <returns>The members who do not see a message: everybody but the admins and the one whose conversation it is in.</returns>
    public long[] HiddenFrom(Channel forum, StoredMessage message) =>
        [.. forum.MemberIds().Where(id => id != message.DirectTopic?.Id && world.Roster.Account(id) is { } member && !IsAdmin(forum, member))];

    /// <summary>Puts an accepted post into its channel, at once or when it is due.</summary>
    public void Publish(Channel channel, StoredMessage message)
    {
        if (message.SuggestedPost!.ScheduleDate is { } date && date > world.Clock.Now + AtOnce)
            world.Alarms.At(date, () => Post(channel, message));
        else
            Post(channel, message);
    }

    /// <summary>Waits again for the accepted posts that are not due yet.</summary>
    public void Load()
    {
        foreach (var forum in world.Roster.Channels.Where(channel => channel.ParentId is not null))
        {
            foreach (var message in world.Boxes.Of(forum).Messages.Values.Where(message => message.SuggestedPost is { Accepted: true, ScheduleDate: { } date } && date > world.Clock.Now))
                world.Alarms.At(message.SuggestedPost!.ScheduleDate!.Value, () => Post(ParentOf(forum)!, message));
        }
    }

    private void Post(Channel channel, StoredMessage message) => world.Posts.Send(world.Roster.Account(channel.CreatorId)!, channel.Peer, new Draft
    {
        Text = message.Text,
        Entities = message.Entities,
        Media = message.Media,
        Rich = message.Rich,
        InvertMedia = message.InvertMedia,
    });

    private void Join(Channel forum, Account person)
    {
        if (forum.Has(person.Id))
            return;
        forum.Members[person.Id] = new ChannelMember { UserId = person.Id, Date = world.Clock.Now, Status = MemberStatus.Member };
        world.Rows.Save(forum);
    }

    private void SyncAdmins(Channel forum, Channel parent)
    {
        foreach (var member in parent.Members.Values.Where(member => member.IsAdmin))
        {
            var may = member.Status == MemberStatus.Creator || member.AdminRights is { ManageDirectMessages: true };
            if (!may)
                forum.Members.Remove(member.UserId);
            else if (!forum.Has(member.UserId))
                forum.Members[member.UserId] = new ChannelMember { UserId = member.UserId, Date = world.Clock.Now, Status = MemberStatus.Admin, AdminRights = member.AdminRights };
        }
    }
}
