namespace TelegramRest.Simulator.World.Model;

/// <summary>Where a forwarded message came from (https://core.telegram.org/constructor/messageFwdHeader).</summary>
internal sealed record ForwardOrigin(PeerKey? From, string? FromName, int Date, int? ChannelPost, string? PostAuthor)
{
    /// <summary>Among one's own saved messages: where it was saved from, and its id there.</summary>
    public PeerKey? SavedFrom { get; init; }

    public int? SavedFromId { get; init; }
}
