using TelegramRest.Simulator.World.Model;
using TelegramRest.Simulator.World.Persistence;

namespace TelegramRest.Simulator.World.Ephemeral;

/// <summary>Ephemeral messages: kept for whoever they are between, told to both and to nobody else, and not part of any update log.</summary>
internal sealed class EphemeralDesk(SimulatorWorld world)
{
    private readonly List<StoredEphemeral> _messages = [];
    private readonly HashSet<(long SenderId, long RandomId)> _randomIds = [];

    public bool IsKnown(Account sender, long randomId) => _randomIds.Contains((sender.Id, randomId));

    public int NextId(PeerKey chat, long one, long other) => _messages.Where(message => message.IsBetween(chat, one, other)).Select(message => message.Id).DefaultIfEmpty(0).Max() + 1;

    public StoredEphemeral? Find(PeerKey chat, long one, long other, int id) => _messages.Find(message => message.Id == id && message.IsBetween(chat, one, other));

    /// <returns>What bots have sent to a person in a chat under that number; more than one bot may have.</returns>
    public IEnumerable<StoredEphemeral> To(Account person, PeerKey chat) => _messages.Where(message => message.Chat == chat && (message.ReceiverId == person.Id || message.SenderId == person.Id));

    public void Add(StoredEphemeral message, long randomId, long fromSessionId)
    {
        _messages.Add(message);
        _randomIds.Add((message.SenderId, randomId));
        world.Rows.Save(message);
        Tell(message, scene => new Tl.UpdateNewEphemeralMessage { Message = Paint(scene, message) }, fromSessionId);
    }

    public void Edited(StoredEphemeral message, long fromSessionId)
    {
        world.Rows.Save(message);
        Tell(message, scene => new Tl.UpdateEditEphemeralMessage { Message = Paint(scene, message) }, fromSessionId);
    }

    public void Delete(StoredEphemeral message, long fromSessionId)
    {
        _messages.Remove(message);
        world.Rows.Delete(Rows.Ephemeral, message.Key);
        Tell(message, scene => new Tl.UpdateDeleteEphemeralMessages { Peer = scene.Peer(message.Chat), Ids = [message.Id] }, fromSessionId);
    }

    public Tl.EphemeralMessage Paint(Scene scene, StoredEphemeral message)
    {
        scene.See(PeerKey.User(message.ReceiverId));
        return new Tl.EphemeralMessage
        {
            Out = message.SenderId == scene.Viewer.Id,
            Id = message.Id,
            FromId = scene.Peer(PeerKey.User(message.SenderId)),
            PeerId = scene.Peer(message.Chat),
            ReceiverId = message.ReceiverId,
            TopMsgId = message.TopicId,
            Date = message.Date,
            Message = message.Text,
            Entities = message.Entities.Length == 0 ? null : message.Entities,
            Media = world.Files.Refresh(message.Media),
            ReplyMarkup = message.Markup,
            ReplyTo = Reply(scene, message),
        };
    }

    public void Load()
    {
        foreach (var (_, message) in world.Rows.Load(Rows.Ephemeral, WorldJson.Default.StoredEphemeral))
            _messages.Add(message);
    }

    private Tl.MessageReplyHeader? Reply(Scene scene, StoredEphemeral message)
    {
        if (message.ReplyToEphemeral is { } id)
            return new Tl.MessageReplyHeader { ReplyToEphemeral = true, ReplyToMsgId = id };
        var box = message.Chat.Kind == PeerKind.Channel ? -message.Chat.Id : scene.Viewer.Id;
        return message.ReplyToUid is { } uid && world.Boxes.Message(uid) is { } target && target.Ids.TryGetValue(box, out var number) ? new Tl.MessageReplyHeader { ReplyToMsgId = number } : null;
    }

    private void Tell(StoredEphemeral message, Func<Scene, Tl.UpdateBase> make, long fromSessionId)
    {
        world.Posts.Announce(message.ReceiverId, make, fromSessionId);
        world.Posts.Announce(message.SenderId, make, fromSessionId);
    }
}
