namespace TelegramRest.Simulator.World.Model;

/// <summary>A member of a basic group. <see cref="Date"/> is Unix seconds.</summary>
internal sealed class GroupMember
{
    public required long UserId { get; init; }

    public required long InviterId { get; init; }

    public required int Date { get; init; }

    public bool Admin { get; set; }

    public string? Rank { get; set; }
}
