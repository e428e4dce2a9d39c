using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NJsonSchema;
using NSwag;
using TelegramRest.BotApi;
using TelegramRest.Generator.OpenApi.Emit;
using TelegramRest.Generator.OpenApi.Model;
using TelegramRest.Generator.OpenApi.Read;
using Xunit;

namespace TelegramRest.Tests.Unit.Generator;

/// <summary>Whoever copies an example from the document gets a request that is read, and an answer of the promised shape.</summary>
public sealed partial class ExampleTests
{
    private static readonly JsonObject Document =
        JsonNode.Parse(DocumentEmitter.ToJson(SpecFile.Read(Path.Combine(Folders.Spec, "openapi.yaml"))))!.AsObject();

    [Fact]
    public async Task Every_example_is_valid_and_names_nothing_unknown()
    {
        var document = await OpenApiDocument.FromJsonAsync(Document.ToJsonString());
        foreach (var schema in document.Components.Schemas.Values.Where(schema => schema.Type == JsonObjectType.Object))
        {
            schema.AllowAdditionalProperties = false;
        }

        var problems = new List<string>();
        foreach (var (id, operation) in Operations())
        {
            var described = document.Operations.Single(item => item.Operation.OperationId == id).Operation;
            if (RequestExample(operation) is { } request)
            {
                Check($"{id} request", described.RequestBody.Content["application/json"].Schema.ActualSchema, request);
            }

            var answer = described.ActualResponses["200"].Content["application/json"].Schema.ActualSchema;
            answer.AllowAdditionalProperties = false;
            Check($"{id} answer", answer, operation["responses"]!["200"]!["content"]!["application/json"]!["example"]!);
        }

        Assert.Empty(problems);

        void Check(string name, JsonSchema schema, JsonNode example) =>
            problems.AddRange(schema.Validate(example.ToJsonString()).Select(problem => $"{name}: {problem}"));
    }

    [Fact]
    public void Every_request_example_is_read_without_a_refusal()
    {
        var problems = new List<string>();
        foreach (var (id, operation) in Operations())
        {
            if (RequestExample(operation) is not { } example)
            {
                continue;
            }

            var text = example.ToJsonString();
            var source = new RequestSource { IsUser = !operation["x-accounts"]!.AsArray().Any(account => (string?)account == "bot") };
            Assert.True(source.AddJson(Encoding.UTF8.GetBytes(text)), id);
            foreach (Match part in AttachedPart().Matches(text))
            {
                source.AddFile(new UploadedFile(part.Groups[1].Value, "example.jpg", "image/jpeg", 1, _ => ValueTask.FromResult(Stream.Null)));
            }

            try
            {
                var read = typeof(RequestSource).Assembly.GetType($"TelegramRest.BotApi.{Naming.Pascal(id)}Request", throwOnError: true)!.GetMethod("Read")!;
                read.CreateDelegate<Func<RequestSource, object>>()(source);
            }
            catch (BotApiException refusal)
            {
                problems.Add($"{id}: {refusal.Description}");
            }
        }

        Assert.Empty(problems);
    }

    private static IEnumerable<(string Id, JsonNode Operation)> Operations() =>
        from path in Document["paths"]!.AsObject()
        let operation = path.Value!["post"]
        where operation is not null
        select ((string)operation["operationId"]!, operation);

    private static JsonNode? RequestExample(JsonNode operation) => operation["requestBody"]?["content"]!["application/json"]!["example"];

    [GeneratedRegex("\"attach://([^\"]+)\"")]
    private static partial Regex AttachedPart();
}
