namespace TelegramRest.Accounts.Updates;

/// <summary>Updates that have been accepted, in order, and the state after them. Both are stored together.</summary>
internal sealed class UpdateBatch
{
    public List<SequencedUpdate> Updates { get; } = [];

    /// <summary>Set when the account's own sequences moved.</summary>
    public UpdateState? State { get; set; }

    /// <summary>Channels whose sequence moved; null for those that are forgotten.</summary>
    public Dictionary<long, int?> Channels { get; } = [];

    public bool IsEmpty => Updates.Count == 0 && State is null && Channels.Count == 0;
}
