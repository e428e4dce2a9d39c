using NJsonSchema;
using NSwag;
using Xunit;

namespace TelegramRest.Tests.Contract.Harness;

/// <summary>The document that the server publishes, as the judge of its own answers.</summary>
public sealed class SpecDocument
{
    private readonly Dictionary<string, OpenApiOperation> _operations;

    private SpecDocument(OpenApiDocument document) =>
        _operations = document.Operations.ToDictionary(item => item.Operation.OperationId, item => item.Operation, StringComparer.OrdinalIgnoreCase);

    public static async Task<SpecDocument> LoadAsync(HttpClient http) => new(await OpenApiDocument.FromJsonAsync(await http.GetStringAsync(new Uri("/openapi.json", UriKind.Relative))));

    /// <summary>Fails the test when the body is not what the document promises for this status.</summary>
    public void Check(string operationId, int status, string body)
    {
        if (!_operations.TryGetValue(operationId, out var operation))
            return;
        var responses = operation.ActualResponses;
        if (!responses.TryGetValue(status.ToString(System.Globalization.CultureInfo.InvariantCulture), out var response) && !responses.TryGetValue("default", out response))
            Assert.Fail($"{operationId} may not answer {status}: {body}");

        var schema = response.ActualResponse.Content["application/json"].Schema;
        var errors = schema.ActualSchema.Validate(body);
        Assert.True(errors.Count == 0, $"{operationId} answers against the document: {string.Join("; ", errors)}\n{body}");
    }
}
