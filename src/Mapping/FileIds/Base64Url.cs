namespace TelegramRest.Mapping.FileIds;

/// <summary>Base64 for URLs, without padding when written, with or without when read.</summary>
internal static class Base64Url
{
    public static string Encode(ReadOnlySpan<byte> bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);

    /// <returns>Why the text cannot be read; null when it was.</returns>
    public static string? TryDecode(ReadOnlySpan<char> text, out byte[] bytes)
    {
        bytes = [];
        var unpadded = text.TrimEnd('=');
        var padding = text.Length - unpadded.Length;
        if (padding > 2)
            return "Wrong string padding";
        if (padding != 0 && text.Length % 4 != 0)
            return "Wrong padding length";
        if (unpadded.Length % 4 == 1)
            return "Wrong string length";

        var bits = 0;
        foreach (var c in unpadded)
        {
            bits = Value(c);
            if (bits < 0)
                return "Wrong character in the string";
        }

        // Bits behind the last whole byte must be unset, or two texts would mean one file.
        var unused = (unpadded.Length % 4) switch { 2 => 0b1111, 3 => 0b11, _ => 0 };
        if ((bits & unused) != 0)
            return "Wrong padding in the string";

        bytes = System.Buffers.Text.Base64Url.DecodeFromChars(unpadded);
        return null;
    }

    private static int Value(char c) => c switch
    {
        >= 'A' and <= 'Z' => c - 'A',
        >= 'a' and <= 'z' => c - 'a' + 26,
        >= '0' and <= '9' => c - '0' + 52,
        '-' => 62,
        '_' => 63,
        _ => -1,
    };
}
