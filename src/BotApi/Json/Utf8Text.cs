using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace TelegramRest.BotApi.Json;

/// <summary>Decodes a caller's bytes so that a fault stays visible: each stray byte becomes a lone surrogate, which no valid text holds.</summary>
internal static class Utf8Text
{
    private const char Fault = '\uD800';

    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (Utf8.IsValid(bytes))
        {
            return Encoding.UTF8.GetString(bytes);
        }

        var characters = ArrayPool<char>.Shared.Rent(bytes.Length);
        try
        {
            var length = 0;
            while (!bytes.IsEmpty)
            {
                var status = Utf8.ToUtf16(bytes, characters.AsSpan(length), out var read, out var written, replaceInvalidSequences: false);
                bytes = bytes[read..];
                length += written;
                if (status != OperationStatus.Done)
                {
                    characters[length++] = Fault;
                    bytes = bytes[1..];
                }
            }

            return new string(characters, 0, length);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(characters);
        }
    }
}
