namespace TelegramRest.Mtproto;

/// <summary>One account's key with one data centre.</summary>
/// <param name="DcId">The data centre.</param>
/// <param name="Key">The authorization key, 256 bytes. A secret.</param>
/// <param name="Salt">The server salt last known to be good.</param>
/// <param name="TimeOffset">The server's clock minus ours, in milliseconds.</param>
/// <param name="Authorized">A user is logged in on this key.</param>
public sealed record DcAuth(int DcId, ReadOnlyMemory<byte> Key, long Salt, long TimeOffset, bool Authorized)
{
    /// <summary>Names the data centre only: the key stays out of logs.</summary>
    public override string ToString() => $"DcAuth {{ DcId = {DcId}, Authorized = {Authorized} }}";
}
