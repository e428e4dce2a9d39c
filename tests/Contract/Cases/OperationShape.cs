using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Harness;

namespace TelegramRest.Tests.Contract.Cases;

/// <summary>What the document says about calling one operation.</summary>
internal sealed class OperationShape
{
    private static readonly HashSet<string> PendingNames = ReadPending();

    private readonly JsonObject _operation;

    private OperationShape(string id, JsonObject path, JsonObject operation)
    {
        _operation = operation;
        Id = id;
        IsAtRoot = path.ContainsKey("servers");
        var schema = PublishedDocument.Schema($"{char.ToUpperInvariant(id[0])}{id[1..]}Request");
        Required = (schema?["required"] as JsonArray ?? []).Select(name => (string)name!).ToHashSet();
        Parameters = operation.ContainsKey("requestBody")
            ? [.. (schema?["properties"]?.AsObject() ?? []).Select(property => new Parameter(property.Key, property.Value!.AsObject(), Required.Contains(property.Key)))]
            : [];
    }

    public static IReadOnlyList<OperationShape> All { get; } = [.. PublishedDocument.Json["paths"]!.AsObject()
        .Where(path => path.Value!["post"] is not null)
        .Select(path => new OperationShape(path.Key[1..], path.Value!.AsObject(), path.Value!["post"]!.AsObject()))];

    public string Id { get; }

    public string Tag => (string)_operation["tags"]![0]!;

    /// <summary>Lies at the server's root, below no token.</summary>
    public bool IsAtRoot { get; }

    /// <summary>Answers 501, whatever is asked.</summary>
    public bool IsPending => PendingNames.Contains(Id);

    public bool ForBots => Accounts.Contains("bot");

    public bool ForUsers => Accounts.Contains("user");

    public IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>Nothing is valid without a file in the request.</summary>
    public bool NeedsUpload => Parameters.Any(parameter => parameter is { IsRequired: true, IsUpload: true });

    private HashSet<string> Required { get; }

    private IEnumerable<string> Accounts => _operation["x-accounts"]!.AsArray().Select(account => (string)account!);

    private static HashSet<string> ReadPending()
    {
        using var reader = new StreamReader(typeof(OperationShape).Assembly.GetManifestResourceStream("pending.txt")!);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
    }
}
