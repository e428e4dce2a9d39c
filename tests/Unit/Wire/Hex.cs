namespace TelegramRest.Tests.Unit.Wire;

/// <summary>Vectors as their sources print them.</summary>
internal static class Hex
{
    public static byte[] Decode(string text) => Convert.FromHexString(text.Replace(" ", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal));

    public static string Encode(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(bytes);
}
