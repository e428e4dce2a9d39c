namespace TelegramRest.Accounts.Files;

/// <summary>A file ready to be served.</summary>
/// <param name="Path">On this machine.</param>
/// <param name="Length">Bytes.</param>
/// <param name="ContentType">By extension.</param>
/// <param name="ETag">Quoted, stable for the content.</param>
/// <param name="LastModified">When it was downloaded.</param>
public sealed record FileDownload(string Path, long Length, string ContentType, string ETag, DateTimeOffset LastModified);
