namespace TelegramRest.Accounts.Storage;

/// <summary>Where a photo or document was last seen, and what its file_id does not tell of it.</summary>
/// <param name="MediaId">Of the photo or document.</param>
/// <param name="Owner">By <paramref name="Origin"/>: a Bot API chat id, a user's id, a sticker set's id.</param>
/// <param name="Item">By <paramref name="Origin"/>: a message's id, a sticker set's access hash, else 0.</param>
/// <param name="Size">Bytes of a document; 0 for photos, which have several.</param>
/// <param name="Extension">Of the document's name, with its dot; null when there is none that a file name here may carry.</param>
internal sealed record MediaSource(long MediaId, MediaOrigin Origin, long Owner, long Item, long Size, string? Extension);
