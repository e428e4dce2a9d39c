using System.Globalization;

namespace TelegramRest.BotApi;

/// <summary>An answer of the error envelope: the HTTP status, the whole description with its prefix, and what a client may do about it.</summary>
/// <remarks>https://core.telegram.org/bots/api#making-requests</remarks>
public sealed class BotApiException(int code, string description, ResponseParameters? parameters = null) : Exception(description)
{
    /// <summary>The HTTP status and the envelope's error_code.</summary>
    public int Code { get; } = code;

    public string Description { get; } = description;

    public ResponseParameters? Parameters { get; } = parameters;

    /// <summary>400. The text is lower-cased at its beginning unless it starts with an acronym or a constant.</summary>
    public static BotApiException BadRequest(string text) => new(400, Prefixed("Bad Request", text));

    public static BotApiException Unauthorized(string text = "") => new(401, Prefixed("Unauthorized", text));

    public static BotApiException Forbidden(string text) => new(403, Prefixed("Forbidden", text));

    public static BotApiException NotFound(string text = "") => new(404, Prefixed("Not Found", text));

    public static BotApiException Conflict(string text) => new(409, Prefixed("Conflict", text));

    public static BotApiException InternalError(string text = "") => new(500, Prefixed("Internal Server Error", text));

    /// <summary>429 with the seconds to wait, which also go into the Retry-After header.</summary>
    public static BotApiException TooManyRequests(int retryAfter) => new(
        429,
        "Too Many Requests: retry after " + retryAfter.ToString(CultureInfo.InvariantCulture),
        new ResponseParameters { RetryAfter = retryAfter });

    private static string Prefixed(string prefix, string text)
    {
        if (text.Length == 0 || text.StartsWith(prefix, StringComparison.Ordinal))
        {
            return text.Length == 0 ? prefix : text;
        }

        var keepsCase = text.Length > 1 && (text[1] == '_' || char.IsAsciiLetterUpper(text[1]));
        return keepsCase ? $"{prefix}: {text}" : $"{prefix}: {char.ToLowerInvariant(text[0])}{text[1..]}";
    }
}
