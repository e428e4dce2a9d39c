namespace TelegramRest.Accounts.Storage;

/// <summary>An auth key with one data centre.</summary>
/// <param name="Key">Protected.</param>
/// <param name="TimeOffset">Milliseconds that the server's clock is ahead.</param>
internal sealed record KeyRow(int DcId, byte[] Key, long Salt, long TimeOffset, bool Authorized);
