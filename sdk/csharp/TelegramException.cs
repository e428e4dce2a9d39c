namespace TelegramRest.Client;

/// <summary>
/// The server answered with an error. When no answer came, <see cref="HttpRequestException"/> says so; neither has the token in its text.
/// </summary>
/// <remarks>https://core.telegram.org/bots/api#making-requests</remarks>
public sealed class TelegramException(int errorCode, string description, ResponseParameters? parameters = null) : Exception($"{errorCode}: {description}")
{
    /// <summary>The HTTP status, for instance 400, 403 or 429.</summary>
    public int ErrorCode { get; } = errorCode;

    /// <summary>What the server says, for instance <c>Bad Request: chat not found</c>.</summary>
    public string Description { get; } = description;

    /// <summary>What can be done about it, where the server knows.</summary>
    public ResponseParameters? Parameters { get; } = parameters;

    /// <summary>How long to wait before trying again, where the server asks for patience.</summary>
    public TimeSpan? RetryAfter { get; } = parameters?.RetryAfter is { } seconds ? TimeSpan.FromSeconds(seconds) : null;

    /// <summary>The supergroup that the group became.</summary>
    public long? MigrateToChatId => Parameters?.MigrateToChatId;
}
