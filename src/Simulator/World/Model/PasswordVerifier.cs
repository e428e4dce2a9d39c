namespace TelegramRest.Simulator.World.Model;

/// <summary>What a server keeps of a two-step verification password: two salts and v = g^x mod p, never the password (https://core.telegram.org/api/srp).</summary>
internal sealed record PasswordVerifier(byte[] Salt1, byte[] Salt2, byte[] V, string Hint, string? RecoveryEmail);
