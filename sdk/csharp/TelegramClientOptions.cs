namespace TelegramRest.Client;

/// <summary>Where the server is and how it is called.</summary>
public sealed class TelegramClientOptions
{
    /// <summary>The root of the server, with a path where a proxy put it below one.</summary>
    public Uri Server { get; init; } = new("http://127.0.0.1:8081");

    public AccountKind Account { get; init; }

    /// <summary>The account lives in Telegram's test environment.</summary>
    public bool TestEnvironment { get; init; }

    /// <summary>Sends the requests; it is the caller's and is not disposed of. By default all clients share one, which has no time limit of its own.</summary>
    public HttpClient? HttpClient { get; init; }
}
