using TelegramRest.BotApi;

namespace TelegramRest.Server.Http;

/// <summary>One operation, ready to run: by its controller, or by name for a webhook's answer that is a call.</summary>
internal abstract class Operation(string name)
{
    /// <summary>The operationId.</summary>
    public string Name { get; } = name;

    /// <summary>Reads the request, checks it, has the handler carry it out, and writes the envelope.</summary>
    /// <exception cref="BotApiException">The answer is an error.</exception>
    public abstract Task RunAsync(HttpContext context);

    /// <summary>As <see cref="RunAsync"/>, where nobody waits for the result.</summary>
    /// <exception cref="BotApiException">The answer is an error.</exception>
    public abstract Task InvokeAsync(IServiceProvider services, RequestSource source, CancellationToken cancellationToken);
}
