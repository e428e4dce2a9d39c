namespace TelegramRest.Simulator.World.Model;

/// <summary>An invite link; its text is <c>https://t.me/+</c> and the hash. Times are Unix seconds.</summary>
internal sealed class InviteLink
{
    public required string Hash { get; init; }

    public required long AdminId { get; init; }

    public required int Date { get; init; }

    public bool Permanent { get; init; }

    public bool Revoked { get; set; }

    public bool RequestNeeded { get; set; }

    public int? ExpireDate { get; set; }

    public int? UsageLimit { get; set; }

    public int Usage { get; set; }

    public string? Title { get; set; }
}
