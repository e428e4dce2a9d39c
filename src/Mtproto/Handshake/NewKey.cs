using TelegramRest.Wire;

namespace TelegramRest.Mtproto.Handshake;

/// <summary>What a key exchange gives.</summary>
/// <param name="Key">The authorization key.</param>
/// <param name="Salt">The first server salt.</param>
/// <param name="TimeOffset">The server's clock minus ours.</param>
internal sealed record NewKey(AuthKey Key, long Salt, TimeSpan TimeOffset);
