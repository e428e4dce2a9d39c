using System.Text;

namespace TelegramRest.Server.Http;

/// <summary>Percent-decoding that leaves malformed sequences as they are, as the official server does.</summary>
internal static class PercentEncoding
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Decodes a path; bytes that are no UTF-8 become U+FFFD, which no route contains.</summary>
    public static string DecodePath(string text)
    {
        if (!text.Contains('%', StringComparison.Ordinal))
            return text;
        var bytes = Encoding.UTF8.GetBytes(text);
        return Encoding.UTF8.GetString(bytes, 0, DecodeInPlace(bytes));
    }

    /// <summary>Decodes what stands in a multipart header, overwriting <paramref name="bytes"/>.</summary>
    /// <exception cref="BotApi.BotApiException">The result is no UTF-8.</exception>
    public static string DecodeHeaderValue(Span<byte> bytes) => Utf8(bytes[..DecodeInPlace(bytes)]);

    /// <exception cref="BotApi.BotApiException">Not UTF-8.</exception>
    public static string Utf8(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw RequestErrors.NotUtf8();
        }
    }

    private static int DecodeInPlace(Span<byte> bytes)
    {
        var written = 0;
        for (var read = 0; read < bytes.Length; read++)
        {
            var value = bytes[read];
            if (value == '%' && read + 2 < bytes.Length && char.IsAsciiHexDigit((char)bytes[read + 1]) && char.IsAsciiHexDigit((char)bytes[read + 2]))
            {
                value = (byte)((Hex(bytes[read + 1]) << 4) | Hex(bytes[read + 2]));
                read += 2;
            }

            bytes[written++] = value;
        }

        return written;
    }

    private static int Hex(byte digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;
}
