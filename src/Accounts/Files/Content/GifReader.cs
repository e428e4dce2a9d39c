namespace TelegramRest.Accounts.Files.Content;

/// <summary>GIF: the size of its screen. https://www.w3.org/Graphics/GIF/spec-gif89a.txt</summary>
internal static class GifReader
{
    public static bool Matches(ReadOnlySpan<byte> head) => head.StartsWith("GIF87a"u8) || head.StartsWith("GIF89a"u8);

    public static MediaFacts Read(ReadOnlySpan<byte> head) => new(head.Little16(6), head.Little16(8));
}
