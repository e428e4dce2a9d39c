using System.Text.Json.Serialization;
using TelegramRest.Simulator.World.Persistence;

namespace TelegramRest.Simulator.World.Model;

/// <summary>Somebody's standing in a supergroup or channel. <see cref="Date"/> is Unix seconds.</summary>
internal sealed class ChannelMember
{
    public required long UserId { get; init; }

    public long InviterId { get; set; }

    public int Date { get; set; }

    public MemberStatus Status { get; set; }

    public string? Rank { get; set; }

    /// <summary>Who promoted or restricted.</summary>
    public long ActorId { get; set; }

    [JsonConverter(typeof(TlJson<Tl.ChatAdminRights>))]
    public Tl.ChatAdminRights? AdminRights { get; set; }

    /// <summary>What is forbidden to this member; set while restricted or kicked.</summary>
    [JsonConverter(typeof(TlJson<Tl.ChatBannedRights>))]
    public Tl.ChatBannedRights? BannedRights { get; set; }

    public bool IsMember => Status is MemberStatus.Member or MemberStatus.Admin or MemberStatus.Creator;

    public bool IsAdmin => Status is MemberStatus.Admin or MemberStatus.Creator;
}
