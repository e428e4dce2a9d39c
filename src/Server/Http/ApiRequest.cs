using TelegramRest.BotApi;

namespace TelegramRest.Server.Http;

/// <summary>What is known of an API request before its operation runs; kept as a feature of the HttpContext.</summary>
internal sealed class ApiRequest(RequestTarget target)
{
    public RequestTarget Target { get; } = target;

    /// <summary>Set once the parameters have been read.</summary>
    public RequestSource? Source { get; set; }
}
