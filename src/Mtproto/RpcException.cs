using System.Globalization;

namespace TelegramRest.Mtproto;

/// <summary>
/// Telegram answered a request with an error. Its text is split once, here: <c>FLOOD_WAIT_12</c> is type <c>FLOOD_WAIT</c> with argument 12,
/// <c>FILE_REFERENCE_3_EXPIRED</c> is <c>FILE_REFERENCE_EXPIRED</c> with argument 3.
/// https://core.telegram.org/api/errors
/// </summary>
public sealed class RpcException : Exception
{
    /// <summary>Splits <paramref name="errorMessage"/> as it came.</summary>
    public RpcException(int code, string errorMessage)
        : base($"{code} {errorMessage}")
    {
        Code = code;
        ErrorMessage = errorMessage;
        (Type, Argument) = Split(errorMessage);
    }

    /// <summary>The kind of error, near to HTTP's: 303, 400, 401, 403, 404, 406, 420, 500, or negative.</summary>
    public int Code { get; }

    /// <summary>The error's name without numbers.</summary>
    public string Type { get; }

    /// <summary>The number in the error's name: seconds, a data centre, a position.</summary>
    public int? Argument { get; }

    /// <summary>The text as Telegram sent it.</summary>
    public string ErrorMessage { get; }

    private static (string Type, int? Argument) Split(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('0', '9'))
            return (text, null);

        int? argument = null;
        var words = new List<string>();
        foreach (var word in text.Split('_'))
        {
            if (!int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                words.Add(word);
            else
                argument ??= number;
        }

        return (string.Join('_', words), argument);
    }
}
