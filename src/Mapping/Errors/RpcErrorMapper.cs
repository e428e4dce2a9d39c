using System.Globalization;
using TelegramRest.BotApi;

namespace TelegramRest.Mapping.Errors;

/// <summary>Refusals of Telegram as a caller of the Bot API knows them. The texts stand in <c>spec/errors.yaml</c>.</summary>
/// <remarks>https://core.telegram.org/api/errors</remarks>
public static class RpcErrorMapper
{
    private const string RetryAfter = "Too Many Requests: retry after ";

    /// <param name="code">Telegram's code.</param>
    /// <param name="message">Telegram's text, unshortened.</param>
    /// <param name="defaultMessage">Replaces the text of every 400: a failed look-up says what was looked for.</param>
    /// <param name="operation">Some answers are worded after the operation.</param>
    public static BotApiException ToBotApi(int code, string message, string? defaultMessage = null, string? operation = null)
    {
        switch (code)
        {
            case 420 when Seconds(message) is { } seconds:
                return BotApiException.TooManyRequests(seconds);
            case 429:
                return TooManyRequests(message);
        }

        if (code is < 400 or 404 || (code == 403 && IsConstant(message)))
            code = 400;
        if (code == 400)
        {
            message = defaultMessage.OrNull() ?? message;
            if (RpcErrorTable.Find(message, operation) is { } answer)
                (code, message) = answer;
        }

        return code switch
        {
            400 => BotApiException.BadRequest(message),
            401 => BotApiException.Unauthorized(message),
            403 => BotApiException.Forbidden(message),
            500 => BotApiException.InternalError(message),
            _ => new BotApiException(400, "Bad Request: " + message),
        };
    }

    /// <summary>A message that was refused.</summary>
    /// <param name="code">Telegram's code.</param>
    /// <param name="message">Telegram's text, unshortened.</param>
    /// <param name="kind">What was to be sent.</param>
    /// <param name="isPrivate">It was to go to a private chat.</param>
    /// <param name="position">Which of several messages it was, from 1, where one call sends several; null for a message on its own.</param>
    public static BotApiException SendFailure(int code, string message, SendKind kind, bool isPrivate, int? position = null)
    {
        var content = kind == SendKind.Other ? null : kind.ToString().ToLowerInvariant();
        if (RpcErrorTable.FindSending(code, message, isPrivate, content) is { } answer)
        {
            (code, message) = (answer.Code, answer.Text);
        }
        else
        {
            if (code == 400 && message == "PEER_ID_INVALID")
                code = 403;
            if (code == 403 && !RpcErrorTable.StaysForbidden(message))
                code = 400;
        }

        // What the whole account runs into is not put down to a message.
        var isOfMessage = code is < 500 and not (401 or 406 or 420 or 429);
        return ToBotApi(code, position is { } number && isOfMessage ? $"Failed to send message #{number} with the error message \"{message}\"" : message);
    }

    private static BotApiException TooManyRequests(string message) =>
        message.StartsWith(RetryAfter, StringComparison.Ordinal)
        && int.TryParse(message.AsSpan(RetryAfter.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && seconds > 0
            ? BotApiException.TooManyRequests(seconds)
            : new BotApiException(500, message);

    /// <summary>FLOOD_WAIT_12, SLOWMODE_WAIT_5 and their like name the seconds behind the last underscore.</summary>
    private static int? Seconds(string message) =>
        int.TryParse(message.AsSpan(message.LastIndexOf('_') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds > 0
            ? seconds
            : null;

    private static bool IsConstant(string message)
    {
        foreach (var c in message)
        {
            if (!char.IsAsciiLetterUpper(c) && !char.IsAsciiDigit(c) && c != '_')
                return false;
        }

        return true;
    }
}
