namespace TelegramRest.Accounts.Queue;

/// <summary>One stored update.</summary>
/// <param name="Id">update_id.</param>
/// <param name="ExpiresAt">Unix seconds after which nobody gets it.</param>
/// <param name="OrderKey">Updates with the same key are delivered one after another; 0 stands alone.</param>
/// <param name="Json">The whole Update object, UTF-8.</param>
public sealed record QueuedUpdate(int Id, long ExpiresAt, long OrderKey, ReadOnlyMemory<byte> Json);
