using System.Buffers.Binary;

namespace TelegramRest.Wire.Framing;

/// <summary>Tells from a client's first bytes which framing it speaks.</summary>
public static class TransportDetector
{
    /// <summary>Bytes that are always enough to decide.</summary>
    public const int Needed = 8;

    /// <summary>
    /// False while more bytes are needed. <paramref name="kind"/> is null when the stream can only be obfuscated (64 bytes of header follow);
    /// <paramref name="consumed"/> is the length of the preamble. HTTP and TLS are not recognised: their first bytes come out as obfuscated.
    /// </summary>
    public static bool TryDetect(ReadOnlySpan<byte> first, out TransportKind? kind, out int consumed)
    {
        kind = null;
        consumed = 0;
        if (first.IsEmpty)
            return false;
        if (first[0] == 0xEF)
        {
            kind = TransportKind.Abridged;
            consumed = 1;
            return true;
        }

        if (first.Length < 4)
            return false;
        switch (BinaryPrimitives.ReadUInt32LittleEndian(first))
        {
            case 0xEEEE_EEEE:
                kind = TransportKind.Intermediate;
                consumed = 4;
                return true;
            case 0xDDDD_DDDD:
                kind = TransportKind.PaddedIntermediate;
                consumed = 4;
                return true;
        }

        if (first.Length < Needed)
            return false;
        if (BinaryPrimitives.ReadUInt32LittleEndian(first[4..]) == 0)
            kind = TransportKind.Full;
        return true;
    }
}
