namespace TelegramRest.Accounts.Queue;

/// <summary>An update that has no id yet.</summary>
/// <param name="ExpiresAt">Unix seconds.</param>
/// <param name="OrderKey">As in <see cref="QueuedUpdate"/>.</param>
/// <param name="Json">The Update object with <c>"update_id":0</c> first.</param>
internal sealed record PendingUpdate(long ExpiresAt, long OrderKey, ReadOnlyMemory<byte> Json);
