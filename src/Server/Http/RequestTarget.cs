using TelegramRest.BotApi;

namespace TelegramRest.Server.Http;

/// <summary>A request target taken apart as the official server does it: decoded first, split afterwards.</summary>
/// <remarks>https://core.telegram.org/bots/api#making-requests</remarks>
internal sealed record RequestTarget(TargetKind Kind)
{
    private const string NotFound = "Not Found";

    /// <summary>Addressed under <c>/bot</c>; otherwise under <c>/user</c>.</summary>
    public bool IsBot { get; private init; }

    public string Token { get; private init; } = "";

    /// <summary>Telegram's test environment.</summary>
    public bool IsTest { get; private init; }

    /// <summary>The method as spelled, or the file's path. May be empty.</summary>
    public string Rest { get; private init; } = "";

    /// <summary>The raw query without its question mark.</summary>
    public string Query { get; private init; } = "";

    /// <summary>The text of a 404.</summary>
    public string? Problem { get; private init; }

    public static RequestTarget Parse(string rawTarget)
    {
        if (!rawTarget.StartsWith('/'))
            return Nowhere("Not Found: absolute URI is specified in the Request-Line");

        var end = rawTarget.AsSpan().IndexOfAny('?', '#');
        var query = end >= 0 && rawTarget[end] == '?' ? rawTarget[(end + 1)..] : "";
        var path = PercentEncoding.DecodePath(end < 0 ? rawTarget : rawTarget[..end]);

        if (OperationTable.TryGet(path.AsSpan(1).TrimEnd('/'), out var operation) && operation.AtRoot)
            return new RequestTarget(TargetKind.UserLogin) { Rest = operation.Name, Query = query };
        if (path.StartsWith("/bot", StringComparison.Ordinal))
            return OfAccount(TargetKind.Operation, isBot: true, path.AsSpan(4), query);
        if (path.StartsWith("/user", StringComparison.Ordinal))
            return OfAccount(TargetKind.Operation, isBot: false, path.AsSpan(5), query);
        if (path.StartsWith("/file/bot", StringComparison.Ordinal))
            return OfAccount(TargetKind.File, isBot: true, path.AsSpan(9), query);
        if (path.StartsWith("/file/user", StringComparison.Ordinal))
            return OfAccount(TargetKind.File, isBot: false, path.AsSpan(10), query);
        return new RequestTarget(TargetKind.Page) { Rest = path, Query = query };
    }

    private static RequestTarget OfAccount(TargetKind kind, bool isBot, ReadOnlySpan<char> tokenAndRest, string query)
    {
        var slash = tokenAndRest.IndexOf('/');
        if (slash < 0)
            return Nowhere(NotFound);

        var token = tokenAndRest[..slash];
        var rest = tokenAndRest[slash..];
        var isTest = rest.StartsWith("/test", StringComparison.Ordinal);
        if (isTest)
            rest = rest["/test".Length..];
        if (!rest.StartsWith('/'))
            return Nowhere(NotFound);

        return new RequestTarget(kind) { IsBot = isBot, Token = token.ToString(), IsTest = isTest, Rest = rest[1..].ToString(), Query = query };
    }

    private static RequestTarget Nowhere(string problem) => new(TargetKind.Nowhere) { Problem = problem };
}
