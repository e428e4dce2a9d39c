using System.Buffers.Text;

namespace TelegramRest.Accounts.Queue;

/// <summary>Puts the id into an update that was serialised before its id was known.</summary>
internal static class UpdateJson
{
    private static ReadOnlySpan<byte> Prefix => "{\"update_id\":"u8;

    /// <exception cref="FormatException">The object does not begin with <c>"update_id":0</c>.</exception>
    public static byte[] WithId(ReadOnlySpan<byte> json, int updateId)
    {
        if (!json.StartsWith(Prefix) || json.Length <= Prefix.Length + 1 || json[Prefix.Length] != '0')
        {
            throw new FormatException("A serialised update must begin with \"update_id\":0.");
        }

        Span<byte> digits = stackalloc byte[11];
        Utf8Formatter.TryFormat(updateId, digits, out var length);
        var rest = json[(Prefix.Length + 1)..];
        var result = new byte[Prefix.Length + length + rest.Length];
        Prefix.CopyTo(result);
        digits[..length].CopyTo(result.AsSpan(Prefix.Length));
        rest.CopyTo(result.AsSpan(Prefix.Length + length));
        return result;
    }
}
