using TelegramRest.Simulator.World.Model;
using TelegramRest.Simulator.World.Persistence;

namespace TelegramRest.Simulator.World.Messages;

/// <summary>Unfinished messages, which all sessions of a person share (https://core.telegram.org/api/drafts).</summary>
internal sealed class DraftShelf(SimulatorWorld world)
{
    private readonly Dictionary<string, StoredDraft> _drafts = [];

    public Tl.DraftMessage? Find(Account owner, PeerKey peer, int? topicId) => _drafts.GetValueOrDefault(StoredDraft.KeyOf(owner.Id, peer, topicId))?.Message;

    public IReadOnlyList<StoredDraft> Of(Account owner) => [.. _drafts.Values.Where(draft => draft.OwnerId == owner.Id)];

    public void Put(StoredDraft draft, long fromSessionId)
    {
        _drafts[draft.Key] = draft;
        world.Rows.Save(draft);
        Tell(draft.OwnerId, draft.Peer, draft.TopicId, draft.Message, fromSessionId);
    }

    public void Clear(Account owner, PeerKey peer, int? topicId, long fromSessionId)
    {
        var key = StoredDraft.KeyOf(owner.Id, peer, topicId);
        if (!_drafts.Remove(key))
            return;
        world.Rows.Delete(Rows.Drafts, key);
        Tell(owner.Id, peer, topicId, new Tl.DraftMessageEmpty { Date = world.Clock.Now }, fromSessionId);
    }

    public void Load()
    {
        foreach (var (key, draft) in world.Rows.Load(Rows.Drafts, WorldJson.Default.StoredDraft))
            _drafts[key] = draft;
    }

    private void Tell(long ownerId, PeerKey peer, int? topicId, Tl.DraftMessageBase draft, long fromSessionId) =>
        world.Posts.Announce(ownerId, scene => new Tl.UpdateDraftMessage { Peer = scene.Peer(peer), TopMsgId = topicId, Draft = draft }, fromSessionId);
}
