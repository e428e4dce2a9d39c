using System.Globalization;
using TelegramRest.Simulator.World;
using TelegramRest.Simulator.World.Messages;
using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.Rpc.Services;

/// <summary>Reactions (https://core.telegram.org/api/reactions).</summary>
internal sealed class ReactionsService(SimulatorWorld world, PeerResolver peers) : IRpcService
{
    private const int PageLimit = 100;

    private readonly ReactionRules _rules = new(world);

    public void Register(RpcTable table)
    {
        table.On<Tl.Messages.SendReaction, Tl.UpdatesBase>(Access.Account, Send);
        table.On<Tl.Messages.GetMessagesReactions, Tl.UpdatesBase>(Access.Person, Get);
        table.On<Tl.Messages.GetMessageReactionsList, Tl.Messages.MessageReactionsList>(Access.Person, GetList);
        table.On<Tl.Messages.DeleteParticipantReaction, Tl.UpdatesBase>(Access.Account, DeleteOne);
        table.On<Tl.Messages.DeleteParticipantReactions, bool>(Access.Account, DeleteAll);
        table.On<Tl.Messages.SetChatAvailableReactions, Tl.UpdatesBase>(Access.Person, SetAvailable);
    }

    private Tl.UpdatesBase Send(Caller caller, Tl.Messages.SendReaction method)
    {
        var me = caller.Me;
        var chat = peers.Peer(me, method.Peer);
        var (_, message) = Find(me, chat, method.MsgId);
        _rules.CheckMay(me, chat);
        var after = (method.Reaction ?? []).Where(reaction => reaction is not Tl.ReactionEmpty).ToArray();
        _rules.Check(chat, after);
        var before = message.Reactions.TryGetValue(me.Id, out var mine) ? mine.Reactions : [];
        if (before.Select(ReactionCounts.Key).SequenceEqual(after.Select(ReactionCounts.Key)))
            throw new RpcError(400, "MESSAGE_NOT_MODIFIED");
        Change(message, me, after, caller.SessionId);
        var own = world.Scene(me);
        return own.Updates(Update(own, message));
    }

    /// <summary>Puts somebody's reactions in place of those before, and tells everybody who sees the message.</summary>
    private void Change(StoredMessage message, Account actor, Tl.ReactionBase[] after, long fromSessionId)
    {
        var before = message.Reactions.TryGetValue(actor.Id, out var mine) ? mine.Reactions : [];
        var anonymous = message.Chat.Kind == PeerKind.Channel && world.Roster.Channel(message.Chat.Id)?.Find(actor.Id)?.AdminRights is { Anonymous: true };
        if (after.Length == 0)
            message.Reactions.Remove(actor.Id);
        else
            message.Reactions[actor.Id] = new StoredReaction(world.Clock.Now, after) { Actor = anonymous ? message.Chat : null };
        world.Rows.Save(message);
        foreach (var viewer in Viewers(message).ToList())
        {
            if (world.Roster.Account(viewer) is { IsBot: false })
                world.Posts.Announce(viewer, scene => Update(scene, message), viewer == actor.Id ? fromSessionId : 0);
        }

        if (!actor.IsBot)
            world.Bots.Reacted(message, anonymous ? message.Chat : actor.Peer, before, after);
    }

    private Tl.UpdatesBase Get(Caller caller, Tl.Messages.GetMessagesReactions method)
    {
        var box = world.Boxes.For(caller.Me, peers.Peer(caller.Me, method.Peer));
        var scene = world.Scene(caller.Me);
        return scene.Updates([.. method.Id.Select(box.Messages.GetValueOrDefault).OfType<StoredMessage>().Select(message => Update(scene, message))]);
    }

    private Tl.Messages.MessageReactionsList GetList(Caller caller, Tl.Messages.GetMessageReactionsList method)
    {
        var me = caller.Me;
        var chat = peers.Peer(me, method.Peer);
        var (_, message) = Find(me, chat, method.Id);
        if (chat.Kind == PeerKind.Channel && world.Roster.Channel(chat.Id) is { Broadcast: true })
            throw new RpcError(403, "BROADCAST_FORBIDDEN");
        var scene = world.Scene(me);
        var all = (ReactionCounts.Paint(world, message, scene).RecentReactions ?? [])
            .Where(each => method.Reaction is null || ReactionCounts.Key(each.Reaction) == ReactionCounts.Key(method.Reaction))
            .OrderByDescending(each => each.Date)
            .ToList();
        var skip = int.TryParse(method.Offset, NumberStyles.None, CultureInfo.InvariantCulture, out var offset) ? offset : 0;
        var page = all.Skip(skip).Take(Math.Clamp(method.Limit, 1, PageLimit)).ToArray();
        return new Tl.Messages.MessageReactionsList
        {
            Count = all.Count,
            Reactions = page,
            NextOffset = skip + page.Length < all.Count ? (skip + page.Length).ToString(CultureInfo.InvariantCulture) : null,
            Chats = scene.Chats(),
            Users = scene.Users(),
        };
    }

    private Tl.UpdatesBase DeleteOne(Caller caller, Tl.Messages.DeleteParticipantReaction method)
    {
        var me = caller.Me;
        var chat = peers.Peer(me, method.Peer);
        CheckMayDelete(me, chat);
        var (_, message) = Find(me, chat, method.MsgId);
        foreach (var actor in Actors(message, peers.Peer(me, method.Participant)))
            Change(message, actor, [], caller.SessionId);
        var own = world.Scene(me);
        return own.Updates(Update(own, message));
    }

    private bool DeleteAll(Caller caller, Tl.Messages.DeleteParticipantReactions method)
    {
        var me = caller.Me;
        var chat = peers.Peer(me, method.Peer);
        CheckMayDelete(me, chat);
        var participant = peers.Peer(me, method.Participant);
        foreach (var message in world.Boxes.For(me, chat).Messages.Values.Where(message => message.Reactions.Count > 0 && message.Chat == chat).ToList())
        {
            foreach (var actor in Actors(message, participant))
                Change(message, actor, [], caller.SessionId);
        }

        return true;
    }

    private Tl.UpdatesBase SetAvailable(Caller caller, Tl.Messages.SetChatAvailableReactions method)
    {
        var me = caller.Me;
        var chat = peers.Peer(me, method.Peer);
        var scene = world.Scene(me).See(chat);
        if (chat.Kind == PeerKind.Channel && world.Roster.Channel(chat.Id) is { } channel)
        {
            if (channel.Find(me.Id) is not ({ Status: MemberStatus.Creator } or { AdminRights.ChangeInfo: true }))
                throw new RpcError(400, "CHAT_ADMIN_REQUIRED");
            channel.AvailableReactions = method.AvailableReactions;
            world.Rows.Save(channel);
            return scene.Updates(new Tl.UpdateChannel { ChannelId = channel.Id });
        }

        var group = peers.OwnGroup(me, chat.Id);
        if (group.CreatorId != me.Id && !group.Members[me.Id].Admin)
            throw new RpcError(400, "CHAT_ADMIN_REQUIRED");
        group.AvailableReactions = method.AvailableReactions;
        world.Rows.Save(group);
        return scene.Updates(new Tl.UpdateChat { ChatId = group.Id });
    }

    private List<Account> Actors(StoredMessage message, PeerKey participant) =>
        [.. message.Reactions.Where(each => (each.Value.Actor ?? PeerKey.User(each.Key)) == participant).Select(each => world.Roster.Account(each.Key)).OfType<Account>()];

    private void CheckMayDelete(Account me, PeerKey chat)
    {
        var may = chat.Kind switch
        {
            PeerKind.Channel => world.Roster.Channel(chat.Id) is { Broadcast: false } channel && channel.Find(me.Id) is ({ Status: MemberStatus.Creator } or { AdminRights.DeleteMessages: true }),
            PeerKind.Group => world.Roster.Group(chat.Id) is { } group && (group.CreatorId == me.Id || group.Members.GetValueOrDefault(me.Id) is { Admin: true }),
            _ => throw new RpcError(400, "PEER_ID_INVALID"),
        };
        if (!may)
            throw new RpcError(400, "CHAT_ADMIN_REQUIRED");
    }

    private (Box Box, StoredMessage Message) Find(Account me, PeerKey chat, int id)
    {
        var box = world.Boxes.For(me, chat);
        return box.Messages.TryGetValue(id, out var message) && Boxes.PeerIn(message, box.Key) == chat && message.Action is null
            ? (box, message)
            : throw new RpcError(400, "MESSAGE_ID_INVALID");
    }

    private IEnumerable<long> Viewers(StoredMessage message) => message.Chat.Kind == PeerKind.Channel
        ? world.Roster.Channel(message.Chat.Id)?.MemberIds() ?? []
        : message.Ids.Keys;

    private Tl.UpdateMessageReactions Update(Scene scene, StoredMessage message)
    {
        var box = message.Chat.Kind == PeerKind.Channel ? -message.Chat.Id : scene.Viewer.Id;
        return new Tl.UpdateMessageReactions
        {
            Peer = scene.Peer(Boxes.PeerIn(message, box)),
            MsgId = message.Ids[box],
            TopMsgId = message.TopicId is > Topic.General ? message.TopicId : null,
            Reactions = ReactionCounts.Paint(world, message, scene),
        };
    }
}
