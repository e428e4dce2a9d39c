using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;

namespace TelegramRest.Accounts;

/// <summary>What a token says by itself. Bots' numbers are user ids, below 2⁴⁰; people's token numbers are random and above 2⁴¹, so that they never meet.</summary>
internal sealed record TokenParts(long Number, string Secret, bool IsTest)
{
    private const long UserNumberMin = 1L << 41;
    private const long UserNumberEnd = 1L << 53;
    private const long TestOffset = 1L << 54;
    private const int SecretBytes = 32;
    private const int MinBotSecret = 24;

    public bool IsUser => Number >= UserNumberMin;

    /// <summary>The test environment has its own bots under the same numbers.</summary>
    public long QueueId => IsTest ? Number + TestOffset : Number;

    /// <summary>The token's number, by its queue.</summary>
    public static long NumberOf(long queueId) => queueId >= TestOffset ? queueId - TestOffset : queueId;

    /// <summary>Has the form of what BotFather gives out: base64url, whose last character may have bits to spare.</summary>
    public bool HasBotSecret =>
        Secret.Length >= MinBotSecret && Secret.Length % 4 != 1 && Secret.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_');

    /// <param name="token"><c>number:secret</c>, checked by the caller.</param>
    public static TokenParts Parse(string token, bool test)
    {
        var colon = token.IndexOf(':', StringComparison.Ordinal);
        return new TokenParts(long.Parse(token.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture), token[(colon + 1)..], test);
    }

    /// <summary>A new person's token: nothing of the phone number is in it.</summary>
    public static string CreateUserToken()
    {
        Span<byte> bytes = stackalloc byte[8];
        long number;
        do
        {
            RandomNumberGenerator.Fill(bytes);
            number = (long)(BitConverter.ToUInt64(bytes) % UserNumberEnd);
        }
        while (number < UserNumberMin);

        return $"{number.ToString(CultureInfo.InvariantCulture)}:{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes))}";
    }
}
