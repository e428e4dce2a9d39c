namespace TelegramRest.Simulator.World.Model;

/// <summary>Where a box's counters stand; kept apart from the log, which may be shortened.</summary>
internal sealed record BoxState(int Pts, int Qts, int LastId);
