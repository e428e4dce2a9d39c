namespace TelegramRest.Accounts.Storage;

/// <summary>A file that getFile has fetched.</summary>
/// <param name="Number">The n of <c>file_n</c>, counted per account.</param>
/// <param name="Path">Relative: category/name.</param>
internal sealed record FileRow(long Number, string UniqueId, string FileId, string Path, long Size);
