using System.Buffers;

namespace TelegramRest.BotApi.Json;

/// <summary>Reads <c>name=value&amp;…</c>: plus is a blank, a malformed escape stays as it is.</summary>
internal static class UrlEncodedReader
{
    public static void Read(ReadOnlySpan<byte> text, RequestSource target)
    {
        while (!text.IsEmpty)
        {
            var end = text.IndexOf((byte)'&');
            var pair = end < 0 ? text : text[..end];
            text = end < 0 ? [] : text[(end + 1)..];
            if (pair.IsEmpty)
            {
                continue;
            }

            var equals = pair.IndexOf((byte)'=');
            target.Add(Decode(equals < 0 ? pair : pair[..equals]), equals < 0 ? "" : Decode(pair[(equals + 1)..]));
        }
    }

    private static string Decode(ReadOnlySpan<byte> text)
    {
        if (text.IndexOfAny((byte)'%', (byte)'+') < 0)
        {
            return Utf8Text.Decode(text);
        }

        var buffer = ArrayPool<byte>.Shared.Rent(text.Length);
        try
        {
            var length = 0;
            for (var i = 0; i < text.Length; i++)
            {
                if (text[i] == '%' && i + 2 < text.Length && char.IsAsciiHexDigit((char)text[i + 1]) && char.IsAsciiHexDigit((char)text[i + 2]))
                {
                    buffer[length++] = (byte)((FromHex(text[i + 1]) << 4) | FromHex(text[i + 2]));
                    i += 2;
                }
                else
                {
                    buffer[length++] = text[i] == '+' ? (byte)' ' : text[i];
                }
            }

            return Utf8Text.Decode(buffer.AsSpan(0, length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static int FromHex(byte digit) => char.IsAsciiDigit((char)digit) ? digit - '0' : (digit | 0x20) - 'a' + 10;
}
