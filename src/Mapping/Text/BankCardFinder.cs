namespace TelegramRest.Mapping.Text;

/// <summary>Finds payment card numbers: 13 to 19 digits, grouped by spaces and dashes or not, that fit their issuer.</summary>
internal static class BankCardFinder
{
    private const int MinDigits = 13;
    private const int MaxDigits = 19;

    public static void Add(string text, List<TextEntity> found)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i]))
                continue;

            var begin = i;
            var before = Unicode.CodeBefore(text, begin);
            var (end, digits) = ReadNumber(text, begin, out i);
            if (before is '.' or ',' or '+' or '-' or '_' || (before != 0 && Unicode.IsLetter(before)))
            {
                i = EndOfGroup(text, begin) - 1;
                continue;
            }

            i--;
            if (digits is < MinDigits or > MaxDigits || end - begin > (2 * digits) - 1)
                continue;

            var next = Unicode.CodeAt(text, end);
            if (next is '-' or '_' || (next != 0 && Unicode.IsLetter(next)))
                continue;
            if (IsCard(text.AsSpan(begin, end - begin)))
                found.Add(new TextEntity(TextEntityType.BankCardNumber, begin, end - begin));
        }
    }

    /// <returns>The end behind the last digit, and the number of digits. <paramref name="stop"/> is where reading stopped.</returns>
    private static (int End, int Digits) ReadNumber(string text, int begin, out int stop)
    {
        var digits = 0;
        var end = begin;
        for (stop = begin; IsGroupCharacter(text.At(stop)); stop++)
        {
            if (char.IsAsciiDigit(text[stop]))
            {
                digits++;
                end = stop + 1;
            }
            else if (text[stop] == ' ' && digits is >= 16 and <= MaxDigits && digits == stop - begin)
            {
                // A number written without gaps ends at the first one.
                break;
            }
        }

        return (end, digits);
    }

    private static int EndOfGroup(string text, int index)
    {
        while (IsGroupCharacter(text.At(index)))
            index++;
        return index;
    }

    private static bool IsGroupCharacter(char c) => char.IsAsciiDigit(c) || c is ' ' or '-';

    private static bool IsCard(ReadOnlySpan<char> number)
    {
        Span<int> digits = stackalloc int[MaxDigits];
        var count = 0;
        foreach (var c in number)
        {
            if (char.IsAsciiDigit(c))
                digits[count++] = c - '0';
        }

        return HasLuhnSum(digits[..count]) && FitsIssuer(digits[..count]);
    }

    private static bool HasLuhnSum(ReadOnlySpan<int> digits)
    {
        var sum = 0;
        for (var i = digits.Length - 1; i >= 0; i--)
        {
            var digit = digits[i];
            if ((digits.Length - 1 - i) % 2 == 1)
                digit = digit < 5 ? 2 * digit : (2 * digit) - 9;
            sum += digit;
        }

        return sum % 10 == 0;
    }

    private static bool FitsIssuer(ReadOnlySpan<int> digits)
    {
        var two = (digits[0] * 10) + digits[1];
        var four = (two * 100) + (digits[2] * 10) + digits[3];
        return (two, four) switch
        {
            ( >= 40 and <= 49, _) => digits.Length is 13 or 16 or 18 or 19, // Visa
            ( >= 51 and <= 55, _) or (_, >= 2221 and <= 2720) => digits.Length == 16, // Mastercard
            (34 or 37, _) => digits.Length == 15, // American Express
            (62 or 81, _) => digits.Length >= 16, // UnionPay
            (_, >= 2200 and <= 2204) => digits.Length == 16, // MIR
            _ => true,
        };
    }
}
