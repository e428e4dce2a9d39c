namespace TelegramRest.Simulator.World.Model;

/// <summary>One size of a photo, or a document's thumbnail: its type letter (https://core.telegram.org/api/files#image-thumbnail-types), pixels, bytes, and where the bytes are.</summary>
internal sealed record StoredSize(string Type, int Width, int Height, long Size, string Blob);
