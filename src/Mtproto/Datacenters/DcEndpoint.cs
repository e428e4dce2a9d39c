namespace TelegramRest.Mtproto.Datacenters;

/// <summary>Where a data centre listens.</summary>
/// <param name="DcId">1 … 5 at Telegram.</param>
/// <param name="Host">A name or an address.</param>
/// <param name="Port">TCP.</param>
public sealed record DcEndpoint(int DcId, string Host, int Port);
