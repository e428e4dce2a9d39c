using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using NJsonSchema;
using NSwag;
using Xunit;

namespace TelegramRest.Tests.Contract.Harness;

/// <summary>
/// The gate that every exchange passes: the document that the server publishes, as the judge of the server's own answers. It refuses
/// whatever the document does not name: statuses, content types, members, values.
/// </summary>
public sealed class SpecDocument
{
    private readonly Dictionary<string, OpenApiOperation> _operations;

    private SpecDocument(OpenApiDocument document)
    {
        _operations = document.Operations.ToDictionary(item => item.Operation.OperationId, item => item.Operation, StringComparer.OrdinalIgnoreCase);
        foreach (var schema in document.Components.Schemas.Values)
            Close(schema);
        foreach (var content in _operations.Values.SelectMany(operation => operation.ActualResponses.Values).SelectMany(response => response.ActualResponse.Content.Values))
            Close(content.Schema);
    }

    public static async Task<SpecDocument> LoadAsync(HttpClient http) => new(await OpenApiDocument.FromJsonAsync(await http.GetStringAsync(new Uri("/openapi.json", UriKind.Relative))));

    /// <summary>Fails the test when the answer is not what the document promises for this status.</summary>
    public void Check(string operationId, int status, MediaTypeHeaderValue? contentType, string body)
    {
        var violations = Violations(operationId, status, contentType?.MediaType, body);
        Assert.True(violations.Count == 0, $"{operationId} answers against the document: {string.Join("; ", violations)}\n{status} {body}");
    }

    /// <summary>What is wrong with an answer; nothing for what the document does not describe at all.</summary>
    public IReadOnlyList<string> Violations(string operationId, int status, string? contentType, string body)
    {
        if (!_operations.TryGetValue(operationId, out var operation))
            return [];

        // What stands under default are refusals: it takes no success and no redirection under its wing.
        var responses = operation.ActualResponses;
        if (!responses.TryGetValue(status.ToString(CultureInfo.InvariantCulture), out var response) && !(status >= 400 && responses.TryGetValue("default", out response)))
            return [$"the status {status} is not described"];
        if (contentType is null || !response.ActualResponse.Content.TryGetValue(contentType, out var content))
            return [$"the content type {contentType ?? "(none)"} is not described"];

        try
        {
            return [.. content.Schema.ActualSchema.Validate(body).Select(error => error.ToString()), .. Envelope(status, JsonNode.Parse(body))];
        }
        catch (Exception broken) when (broken is JsonException or Newtonsoft.Json.JsonException)
        {
            return [$"the body is no JSON: {broken.Message}"];
        }
    }

    private static IEnumerable<string> Envelope(int status, JsonNode? body)
    {
        if (body is not JsonObject envelope)
            yield break;
        if (envelope["ok"] is not JsonValue ok || ok.GetValueKind() != (status == 200 ? JsonValueKind.True : JsonValueKind.False))
            yield return $"ok does not tell of status {status}";
        if (status != 200 && (envelope["error_code"] as JsonValue)?.ToString() != status.ToString(CultureInfo.InvariantCulture))
            yield return $"error_code is not the status {status}";
        if (status == 429 && envelope["parameters"]?["retry_after"] is null)
            yield return "nothing says when to come back";
    }

    /// <summary>No object has members that the document does not name, and one marked as exclusive has one optional member at most.</summary>
    private static void Close(JsonSchema schema)
    {
        if (schema.Type.HasFlag(JsonObjectType.Object))
        {
            schema.AllowAdditionalProperties = false;
            if (schema.ExtensionData?.ContainsKey("x-exclusive") == true)
                schema.MaxProperties = schema.RequiredProperties.Count + 1;
        }

        foreach (var part in schema.Properties.Values.Concat(schema.AllOf).Concat(schema.AnyOf).Concat(schema.OneOf).Concat(schema.Item is { } item ? [item] : []))
        {
            if (!part.HasReference)
                Close(part);
        }
    }
}
