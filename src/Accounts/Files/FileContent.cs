namespace TelegramRest.Accounts.Files;

/// <summary>A file ready to be served.</summary>
/// <param name="Content">Its bytes, from the disk or, as they are read, from Telegram. Seekable; its length is the file's.</param>
/// <param name="ContentType">By extension.</param>
/// <param name="ETag">Quoted, strong: the same for the same bytes.</param>
public sealed record FileContent(Stream Content, string ContentType, string ETag);
