namespace TelegramRest.Simulator.World.Stickers;

/// <summary>A document of a set, and the emoji that it stands for.</summary>
internal sealed record StoredSticker(long DocumentId, string Emoji);
