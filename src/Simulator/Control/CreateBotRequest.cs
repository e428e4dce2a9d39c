namespace TelegramRest.Simulator.Control;

/// <summary>A new bot. <paramref name="Privacy"/> is privacy mode, on unless said otherwise; <paramref name="Dc"/> the data centre that answers for it.</summary>
internal sealed record CreateBotRequest(string Name, string? Username = null, bool? Privacy = null, long? Owner = null, int? Dc = null);
