namespace TelegramRest.Simulator.World.Polls;

/// <summary>What somebody chose, and when (Unix seconds).</summary>
internal sealed record StoredVote(int Date, byte[][] Options);
