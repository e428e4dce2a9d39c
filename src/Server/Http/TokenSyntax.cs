using System.Globalization;
using TelegramRest.BotApi;

namespace TelegramRest.Server.Http;

/// <summary>What can be said about a token without asking anybody; the order of the checks decides which error a bad token gets.</summary>
internal static class TokenSyntax
{
    private const int MaxLength = 80;
    private const long FirstImpossibleId = 1L << 54;

    /// <param name="token">As it stood between the prefix and the next slash.</param>
    /// <param name="serves">The filter of this server.</param>
    /// <exception cref="BotApiException">401 or 421.</exception>
    public static void Check(string token, Func<long, bool> serves)
    {
        var colon = token.IndexOf(':', StringComparison.Ordinal);
        if (token.StartsWith('0') || token.Length > MaxLength || colon < 0)
            throw BotApiException.Unauthorized("invalid token specified");
        if (!TryCanonical(token.AsSpan(0, colon), out var id) || !serves(id))
            throw new BotApiException(421, "Misdirected Request: unallowed token specified");
        if (id is <= 0 or >= FirstImpossibleId)
            throw BotApiException.Unauthorized("invalid token specified");
    }

    private static bool TryCanonical(ReadOnlySpan<char> digits, out long number)
    {
        if (!long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number))
            return false;
        Span<char> canonical = stackalloc char[20];
        return number.TryFormat(canonical, out var length, default, CultureInfo.InvariantCulture) && digits.SequenceEqual(canonical[..length]);
    }
}
