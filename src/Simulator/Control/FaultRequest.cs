namespace TelegramRest.Simulator.Control;

/// <summary>A fault to come, or one that happens at once. Which fields count depends on the kind; see the simulator's specification.</summary>
internal sealed record FaultRequest(string Kind, int? Times = null, string? Method = null, int? Code = null, string? Message = null, int? DelayMs = null, int? Seconds = null, long? UserId = null, int? Dc = null, int? PerMinute = null);
