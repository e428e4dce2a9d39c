using TelegramRest.Simulator.World;
using TelegramRest.Simulator.World.Messages;
using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.Rpc.Services;

/// <summary>Reactions (https://core.telegram.org/api/reactions).</summary>
internal sealed class ReactionsService(SimulatorWorld world, PeerResolver peers, SendRules rules) : IRpcService
{
    public void Register(RpcTable table)
    {
        table.On<Tl.Messages.SendReaction, Tl.UpdatesBase>(Access.Account, Send);
        table.On<Tl.Messages.GetMessagesReactions, Tl.UpdatesBase>(Access.Person, Get);
    }

    private Tl.UpdatesBase Send(Caller caller, Tl.Messages.SendReaction method)
    {
        var me = caller.Me;
        var chat = peers.Peer(me, method.Peer);
        var box = world.Boxes.For(me, chat);
        if (!box.Messages.TryGetValue(method.MsgId, out var message) || message.Action is not null)
            throw new RpcError(400, "MESSAGE_ID_INVALID");
        if (chat.Kind == PeerKind.Channel ? !world.Roster.Channel(chat.Id)!.Has(me.Id) : chat.Kind == PeerKind.Group)
            rules.Check(me, chat, ContentKind.Plain);
        var after = (method.Reaction ?? []).Where(reaction => reaction is not Tl.ReactionEmpty).ToArray();
        if (after.Length > 1)
            throw new RpcError(400, "REACTIONS_TOO_MANY");
        if (after.Any(reaction => reaction is Tl.ReactionPaid || reaction is Tl.ReactionEmoji { Emoticon.Length: 0 or > 16 }))
            throw new RpcError(400, "REACTION_INVALID");
        var before = message.Reactions.TryGetValue(me.Id, out var mine) ? mine.Reactions : [];
        if (before.Select(ReactionCounts.Key).SequenceEqual(after.Select(ReactionCounts.Key)))
            throw new RpcError(400, "MESSAGE_NOT_MODIFIED");

        if (after.Length == 0)
            message.Reactions.Remove(me.Id);
        else
            message.Reactions[me.Id] = new StoredReaction(world.Clock.Now, after);
        world.Rows.Save(message);
        foreach (var viewer in Viewers(message).Where(id => id != me.Id).ToList())
        {
            if (world.Roster.Account(viewer) is { IsBot: false })
                world.Posts.Announce(viewer, scene => Update(scene, message));
        }

        world.Bots.Reacted(message, me, before, after);
        var own = world.Scene(me);
        return own.Updates(Update(own, message));
    }

    private Tl.UpdatesBase Get(Caller caller, Tl.Messages.GetMessagesReactions method)
    {
        var box = world.Boxes.For(caller.Me, peers.Peer(caller.Me, method.Peer));
        var scene = world.Scene(caller.Me);
        return scene.Updates([.. method.Id.Select(box.Messages.GetValueOrDefault).OfType<StoredMessage>().Select(message => Update(scene, message))]);
    }

    private IEnumerable<long> Viewers(StoredMessage message) => message.Chat.Kind == PeerKind.Channel
        ? world.Roster.Channel(message.Chat.Id)?.MemberIds() ?? []
        : message.Ids.Keys;

    private static Tl.UpdateMessageReactions Update(Scene scene, StoredMessage message)
    {
        var box = message.Chat.Kind == PeerKind.Channel ? -message.Chat.Id : scene.Viewer.Id;
        return new Tl.UpdateMessageReactions
        {
            Peer = scene.Peer(Boxes.PeerIn(message, box)),
            MsgId = message.Ids[box],
            Reactions = new Tl.MessageReactions { CanSeeList = true, Results = ReactionCounts.Of(message, scene.Viewer.Id) },
        };
    }
}
