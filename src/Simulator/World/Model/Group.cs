using System.Text.Json.Serialization;
using TelegramRest.Simulator.World.Persistence;

namespace TelegramRest.Simulator.World.Model;

/// <summary>A basic group: every member has an own copy of each message, with an own id.</summary>
internal sealed class Group
{
    public required long Id { get; init; }

    public required long CreatorId { get; set; }

    public required string Title { get; set; }

    public required int Date { get; init; }

    public string About { get; set; } = "";

    public long? PhotoId { get; set; }

    /// <summary>Grows with every change of members or rights.</summary>
    public int Version { get; set; } = 1;

    public Dictionary<long, GroupMember> Members { get; set; } = [];

    /// <summary>Who was removed by somebody else and may not come back by a link.</summary>
    public HashSet<long> Kicked { get; set; } = [];

    [JsonConverter(typeof(TlJson<Tl.ChatBannedRights>))]
    public Tl.ChatBannedRights DefaultBannedRights { get; set; } = new();

    /// <summary>The supergroup that this group became.</summary>
    public long? MigratedTo { get; set; }

    public bool Deactivated { get; set; }

    /// <summary>Nothing may be forwarded or saved from here.</summary>
    public bool NoForwards { get; set; }

    /// <summary>Null: every reaction is allowed.</summary>
    [JsonConverter(typeof(TlJson<Tl.ChatReactionsBase>))]
    public Tl.ChatReactionsBase? AvailableReactions { get; set; }

    public List<InviteLink> Links { get; set; } = [];

    public PeerKey Peer => PeerKey.Group(Id);
}
