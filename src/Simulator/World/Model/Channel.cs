using System.Text.Json.Serialization;
using TelegramRest.Simulator.World.Persistence;

namespace TelegramRest.Simulator.World.Model;

/// <summary>A supergroup or channel: one box of messages that all members share.</summary>
internal sealed class Channel
{
    public required long Id { get; init; }

    public required long CreatorId { get; set; }

    public required string Title { get; set; }

    public required int Date { get; init; }

    /// <summary>A channel that only admins post to; otherwise a supergroup.</summary>
    public required bool Broadcast { get; init; }

    public string? Username { get; set; }

    public string About { get; set; } = "";

    public long? PhotoId { get; set; }

    /// <summary>Posts of a channel show who wrote them.</summary>
    public bool Signatures { get; set; }

    public int SlowModeSeconds { get; set; }

    /// <summary>Nothing may be forwarded or saved from here.</summary>
    public bool NoForwards { get; set; }

    /// <summary>A supergroup whose messages lie in topics.</summary>
    public bool Forum { get; set; }

    /// <summary>The topics, pinned first, as they were pinned; General is always one of a forum's.</summary>
    public List<Topic> Topics { get; set; } = [];

    /// <summary>Null: every reaction is allowed.</summary>
    [JsonConverter(typeof(TlJson<Tl.ChatReactionsBase>))]
    public Tl.ChatReactionsBase? AvailableReactions { get; set; }

    public bool Deleted { get; set; }

    /// <summary>Where people's direct messages to this channel are.</summary>
    public long? MonoforumId { get; set; }

    /// <summary>People may write direct messages to this channel.</summary>
    public bool DirectMessages { get; set; }

    /// <summary>The channel whose direct messages these are.</summary>
    public long? ParentId { get; init; }

    /// <summary>The basic group that this supergroup was.</summary>
    public long? MigratedFrom { get; set; }

    public int Version { get; set; } = 1;

    /// <summary>Members, admins, and those that left restricted or were kicked.</summary>
    public Dictionary<long, ChannelMember> Members { get; set; } = [];

    [JsonConverter(typeof(TlJson<Tl.ChatBannedRights>))]
    public Tl.ChatBannedRights DefaultBannedRights { get; set; } = new();

    public List<InviteLink> Links { get; set; } = [];

    public PeerKey Peer => PeerKey.Channel(Id);

    public bool Has(long userId) => Members.TryGetValue(userId, out var member) && member.IsMember;

    public ChannelMember? Find(long userId) => Members.GetValueOrDefault(userId);

    public IEnumerable<long> MemberIds() => Members.Values.Where(member => member.IsMember).Select(member => member.UserId);
}
