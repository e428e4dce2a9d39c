namespace TelegramRest.Accounts.Sends;

/// <summary>What is stored of a request that came with an Idempotency-Key.</summary>
/// <param name="KeyHash">SHA-256 of the key.</param>
/// <param name="Fingerprint">SHA-256 of what was asked for: the same key must not ask for something else.</param>
/// <param name="CreatedAt">Unix seconds of the first request.</param>
/// <param name="Seed">The random ids of its messages follow from it, so that a repeat has the same ones.</param>
/// <param name="Answer">The envelope that was answered; null while the request may not have ended.</param>
internal sealed record KeyedRow(long AccountId, byte[] KeyHash, byte[] Fingerprint, long CreatedAt, byte[] Seed, byte[]? Answer);
