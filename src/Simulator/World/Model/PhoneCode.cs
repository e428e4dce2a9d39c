namespace TelegramRest.Simulator.World.Model;

/// <summary>A login code that was sent. <see cref="Verified"/>: the right code was given, only a name for a new account is missing. <see cref="ExpiresAt"/> is Unix seconds.</summary>
internal sealed record PhoneCode(string Phone, string Hash, string Code, int ExpiresAt, int Attempts, int Deliveries, bool Verified);
