using System.Text.Json.Serialization;
using TelegramRest.Simulator.World.Model;
using TelegramRest.Simulator.World.Persistence;

namespace TelegramRest.Simulator.World.Messages;

/// <summary>What a person began to write in a chat, or in one topic of it (https://core.telegram.org/api/drafts).</summary>
internal sealed class StoredDraft
{
    public required long OwnerId { get; init; }

    public required PeerKey Peer { get; init; }

    public int? TopicId { get; init; }

    [JsonConverter(typeof(TlJson<Tl.DraftMessage>))]
    public required Tl.DraftMessage Message { get; init; }

    public string Key => KeyOf(OwnerId, Peer, TopicId);

    public static string KeyOf(long ownerId, PeerKey peer, int? topicId) => $"{Rows.Text(ownerId)}/{peer}/{Rows.Text(topicId ?? 0)}";
}
