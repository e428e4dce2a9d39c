using System.Buffers.Binary;
using System.Text;

namespace TelegramRest.Accounts.Files.Content;

/// <summary>Reads numbers out of bytes that anybody may have written: what lies beyond their end is 0, or empty.</summary>
internal static class Octets
{
    public static ReadOnlySpan<byte> From(this ReadOnlySpan<byte> bytes, long start) => start >= 0 && start < bytes.Length ? bytes[(int)start..] : [];

    public static ReadOnlySpan<byte> Part(this ReadOnlySpan<byte> bytes, long start, long length)
    {
        var rest = bytes.From(start);
        return length <= 0 ? [] : rest[..(int)Math.Min(length, rest.Length)];
    }

    public static uint Big32(this ReadOnlySpan<byte> bytes, long at) => BinaryPrimitives.TryReadUInt32BigEndian(bytes.From(at), out var value) ? value : 0;

    public static ulong Big64(this ReadOnlySpan<byte> bytes, long at) => BinaryPrimitives.TryReadUInt64BigEndian(bytes.From(at), out var value) ? value : 0;

    public static ushort Little16(this ReadOnlySpan<byte> bytes, long at) => BinaryPrimitives.TryReadUInt16LittleEndian(bytes.From(at), out var value) ? value : (ushort)0;

    public static uint Little32(this ReadOnlySpan<byte> bytes, long at) => BinaryPrimitives.TryReadUInt32LittleEndian(bytes.From(at), out var value) ? value : 0;

    public static long Little64(this ReadOnlySpan<byte> bytes, long at) => BinaryPrimitives.TryReadInt64LittleEndian(bytes.From(at), out var value) ? value : 0;

    /// <summary>A text without the zeros and blanks around it; null when nothing is left.</summary>
    public static string? Text(this Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        var text = encoding.GetString(bytes).Trim('\0', ' ', '\uFEFF');
        var end = text.IndexOf('\0', StringComparison.Ordinal);
        text = end < 0 ? text : text[..end];
        return text.Length == 0 ? null : text;
    }
}
