namespace TelegramRest.Server.Operations;

/// <summary>One <c>--dc ID=HOST:PORT</c>.</summary>
internal sealed record DataCentreAddress(int Id, string Host, int Port)
{
    /// <exception cref="UsageException">Not of that form.</exception>
    public static DataCentreAddress Parse(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        var colon = text.LastIndexOf(':');
        if (equals > 0 && colon > equals + 1
            && int.TryParse(text.AsSpan(0, equals), out var id) && id > 0
            && int.TryParse(text.AsSpan(colon + 1), out var port) && port is > 0 and <= 65535)
            return new DataCentreAddress(id, text[(equals + 1)..colon].Trim('[', ']'), port);
        throw new UsageException($"Wrong data centre \"{text}\": expected ID=HOST:PORT");
    }
}
