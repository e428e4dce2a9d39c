using TelegramRest.Simulator.Rpc;

namespace TelegramRest.Simulator.World.Logins;

/// <summary>Phone numbers as Telegram keeps them: digits alone.</summary>
internal static class Phones
{
    private const string TestPrefix = "99966";

    /// <exception cref="RpcError">PHONE_NUMBER_INVALID.</exception>
    public static string Normalize(string phone)
    {
        var digits = string.Concat(phone.Where(char.IsAsciiDigit));
        if (digits.Length is < 5 or > 15 || phone.Any(character => !char.IsAsciiDigit(character) && character is not ('+' or ' ' or '-' or '(' or ')' or '.')))
            throw new RpcError(400, "PHONE_NUMBER_INVALID");
        return digits;
    }

    /// <summary>Telegram's test numbers, 99966XYYYY, always get the code XXXXX (https://core.telegram.org/api/auth#test-accounts).</summary>
    public static string? FixedCode(string digits) =>
        digits.Length == 10 && digits.StartsWith(TestPrefix, StringComparison.Ordinal) ? new string(digits[5], 5) : null;
}
