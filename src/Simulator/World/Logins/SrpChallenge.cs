namespace TelegramRest.Simulator.World.Logins;

/// <summary>One question asked by <c>account.getPassword</c>: the id, the secret exponent b, and B = (k·v + g^b) mod p.</summary>
internal sealed record SrpChallenge(long Id, byte[] Secret, byte[] PublicValue);
