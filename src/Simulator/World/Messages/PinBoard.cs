using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.World.Messages;

/// <summary>Pinned messages: the newest pinned one is the chat's.</summary>
internal sealed class PinBoard(SimulatorWorld world)
{
    /// <returns>The event in the box that <paramref name="actor"/> looks into, and the service message, if there is one.</returns>
    public (BoxEvent Event, Sent? Notice) Pin(Account actor, Box box, StoredMessage message, bool silent, long fromSessionId)
    {
        message.Pinned = true;
        var entry = Log(actor, box, [message], BoxEventKind.Pin, fromSessionId);
        var notice = world.Posts.Send(actor, Boxes.PeerIn(message, box.Key), new Draft
        {
            Action = new Tl.MessageActionPinMessage(),
            Reply = new ReplyTarget(message.Uid, null, null, null),
            TopicId = message.TopicId,
            Silent = silent,
            FromSessionId = fromSessionId,
        });
        return (entry, notice);
    }

    public BoxEvent Unpin(Account actor, Box box, IReadOnlyList<StoredMessage> messages, long fromSessionId)
    {
        foreach (var message in messages)
            message.Pinned = false;
        return Log(actor, box, messages, BoxEventKind.Unpin, fromSessionId);
    }

    public static IReadOnlyList<StoredMessage> PinnedIn(Box box, PeerKey peer) =>
        box.Dialogs.TryGetValue(peer, out var dialog) ? [.. dialog.Ids.Select(id => box.Messages[id]).Where(message => message.Pinned)] : [];

    private BoxEvent Log(Account actor, Box box, IReadOnlyList<StoredMessage> messages, BoxEventKind kind, long fromSessionId)
    {
        BoxEvent? own = null;
        foreach (var message in messages)
            world.Rows.Save(message);
        foreach (var key in messages.SelectMany(message => message.Ids.Keys).Distinct().ToList())
        {
            var ids = messages.Where(message => message.Ids.ContainsKey(key)).Select(message => message.Ids[key]).ToArray();
            var target = world.Boxes.Get(key);
            var entry = world.Boxes.Log(target, kind, 1, Boxes.PeerIn(messages[0], key), ids, 0, []);
            if (key == box.Key)
                own = entry;
            world.Posts.Announce(target, entry, fromSessionId, actor.Id);
        }

        return own!;
    }
}
