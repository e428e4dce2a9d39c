using TelegramRest.Simulator.Rpc;
using TelegramRest.Simulator.World.Model;
using TelegramRest.Simulator.World.Persistence;

namespace TelegramRest.Simulator.World.Messages;

/// <summary>Messages that wait for their time, and leave when it has come (https://core.telegram.org/api/scheduled-messages).</summary>
internal sealed class ScheduledShelf(SimulatorWorld world)
{
    private readonly SortedDictionary<string, ScheduledMessage> _waiting = new(StringComparer.Ordinal);
    private int _lastId;

    public IReadOnlyList<ScheduledMessage> Of(Account owner, PeerKey chat) => [.. _waiting.Values.Where(each => each.OwnerId == owner.Id && each.Chat == chat)];

    public ScheduledMessage? Find(Account owner, PeerKey chat, int id) => Of(owner, chat).FirstOrDefault(each => each.Id == id);

    public ScheduledMessage Add(Account owner, PeerKey chat, Draft draft, int when)
    {
        var box = world.Boxes.For(owner, chat);
        var id = ++_lastId;
        var scheduled = new ScheduledMessage
        {
            OwnerId = owner.Id,
            Chat = chat,
            Id = id,
            Message = PostOffice.Make(world, world.Boxes.NewUid(), owner, chat, draft, when),
        };
        scheduled.Message.Ids[box.Key] = id;
        Keep(scheduled);
        return scheduled;
    }

    /// <summary>To be called when a waiting message or its time was changed.</summary>
    public void Changed(ScheduledMessage scheduled, long fromSessionId)
    {
        Keep(scheduled);
        world.Posts.Announce(scheduled.OwnerId, scene => New(scene, scheduled), fromSessionId);
    }

    public Tl.UpdateNewScheduledMessage New(Scene scene, ScheduledMessage scheduled) => new() { Message = Paint(scene, scheduled) };

    public Tl.MessageBase Paint(Scene scene, ScheduledMessage scheduled) => scene.Message(scheduled.Message, world.Boxes.For(scene.Viewer, scheduled.Chat).Key);

    /// <summary>Takes messages away without sending them.</summary>
    public void Remove(IReadOnlyList<ScheduledMessage> messages)
    {
        foreach (var message in messages)
        {
            _waiting.Remove(message.Key);
            world.Rows.Delete(Rows.Scheduled, message.Key);
        }
    }

    /// <summary>Sends messages now.</summary>
    /// <returns>What was sent, in the order of <paramref name="messages"/>.</returns>
    public IReadOnlyList<Sent> Send(Account owner, IReadOnlyList<ScheduledMessage> messages, long fromSessionId)
    {
        Remove(messages);
        return [.. messages.Select(each => world.Posts.Send(owner, each.Chat, ToDraft(each.Message, fromSessionId)))];
    }

    /// <summary>Sends what waits for a person to come online.</summary>
    public void CameOnline(Account person)
    {
        foreach (var waiting in _waiting.Values.Where(each => each.Chat == person.Peer && each.Message.Date == ScheduledMessage.WhenOnline).ToList())
            SendDue(waiting);
    }

    public void Load()
    {
        foreach (var (key, scheduled) in world.Rows.Load(Rows.Scheduled, WorldJson.Default.ScheduledMessage))
        {
            _waiting[key] = scheduled;
            _lastId = Math.Max(_lastId, scheduled.Id);
            world.Boxes.Reserve(scheduled.Message);
            Watch(scheduled);
        }
    }

    private static Draft ToDraft(StoredMessage message, long fromSessionId) => new()
    {
        Text = message.Text,
        Entities = message.Entities,
        Media = message.Media,
        Rich = message.Rich,
        Markup = message.Markup,
        Reply = message.Reply,
        TopicId = message.TopicId,
        Forward = message.Forward,
        ViaBotId = message.ViaBotId,
        GroupedId = message.GroupedId,
        SendAs = message.SentAs,
        Silent = message.Silent,
        NoForwards = message.NoForwards,
        InvertMedia = message.InvertMedia,
        EffectId = message.EffectId,
        FromScheduled = true,
        FromSessionId = fromSessionId,
    };

    private void Keep(ScheduledMessage scheduled)
    {
        _waiting[scheduled.Key] = scheduled;
        world.Rows.Save(scheduled);
        world.Boxes.Reserve(scheduled.Message);
        Watch(scheduled);
    }

    private void Watch(ScheduledMessage scheduled)
    {
        if (scheduled.Message.Date == ScheduledMessage.WhenOnline)
            return;
        world.Alarms.At(scheduled.Message.Date, () =>
        {
            // It may have been sent, removed or put off in the meantime.
            if (_waiting.ContainsValue(scheduled) && scheduled.Message.Date <= world.Clock.Now)
                SendDue(scheduled);
        });
    }

    private void SendDue(ScheduledMessage scheduled)
    {
        if (world.Roster.Account(scheduled.OwnerId) is not { } owner)
            return;
        IReadOnlyList<Sent> sent = [];
        try
        {
            new SendRules(world).Check(owner, scheduled.Chat, ContentKinds.Of(scheduled.Message.Media));
            sent = Send(owner, [scheduled], 0);
        }
        catch (RpcError)
        {
            // Whoever may no longer write there has lost the message too.
            Remove([scheduled]);
        }

        world.Posts.Announce(owner.Id, scene => new Tl.UpdateDeleteScheduledMessages
        {
            Peer = scene.Peer(scheduled.Chat),
            Messages = [scheduled.Id],
            SentMessages = sent.Count == 0 ? null : [.. sent.Select(each => each.Id)],
        });
    }
}
