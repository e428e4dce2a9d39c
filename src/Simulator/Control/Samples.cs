using TelegramRest.Simulator.World.Stickers;

namespace TelegramRest.Simulator.Control;

/// <summary>Small files of each kind, for requests that bring none.</summary>
internal static class Samples
{
    /// <summary>A plain blue PNG of 64×48 pixels.</summary>
    public static byte[] Picture { get; } = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAEAAAAAwCAIAAAAuKetIAAAAZElEQVR4nO3PUQkAIBTAwNfJTnayrSH8OITBAtxm7fN1wwUNaEEDWtCAFjSgBQ1oQQNa0IAWNKAFDWhBA1rQgBY0oAUNaEEDWtCAFjSgBQ1oQQNa0IAWNKAFDWhBA1rQgBY8dgHRvljT3UEJSAAAAABJRU5ErkJggg==");

    public static byte[] Sticker { get; } = StickerPicture.Of(512, 512);

    /// <summary>Bytes for kinds whose content nobody looks into.</summary>
    public static byte[] Any { get; } = [.. Enumerable.Range(0, 2048).Select(index => (byte)index)];
}
