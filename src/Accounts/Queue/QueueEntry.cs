namespace TelegramRest.Accounts.Queue;

/// <summary>A stored update as the index knows it.</summary>
/// <param name="Size">Bytes of JSON.</param>
/// <param name="Json">Null when it lives in the store alone.</param>
internal readonly record struct QueueEntry(int Id, long ExpiresAt, long OrderKey, int Size, ReadOnlyMemory<byte>? Json);
