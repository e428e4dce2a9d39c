namespace TelegramRest.Accounts.Files;

/// <summary>What a message told about a document that its file_id does not say.</summary>
/// <param name="Size">Bytes.</param>
/// <param name="Extension">With its dot, or empty.</param>
internal sealed record KnownFile(long Size, string Extension);
