using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Contract.Cases;

/// <summary>What is derived from the document, before anything is sent.</summary>
public sealed class CaseListTests
{
    private static readonly Dictionary<string, JsonNode> Known = new() { ["chat_id"] = 1, ["user_id"] = 2 };

    [Fact]
    public void The_same_seed_gives_the_same_requests()
    {
        Assert.Equal(Requests(1), Requests(1));
        Assert.NotEqual(Requests(1), Requests(2));
    }

    [Fact]
    public void Every_operation_is_called_in_every_style_with_the_least_and_with_all()
    {
        foreach (var operation in OperationShape.All)
        {
            var cases = CaseList.Of(operation, Known, 1).ToList();
            foreach (var style in new[] { Style.Json, Style.Query, Style.UrlEncoded, Style.Multipart })
            {
                Assert.Contains(cases, item => item.Style == style && item.Name == "least");
                Assert.Contains(cases, item => item.Style == style && item.Name == "all");
            }
        }
    }

    [Fact]
    public void Every_text_that_the_document_promises_for_a_breach_is_asked_for()
    {
        string[] constraints = ["required", "json", "type", "item", "value", "maxItems", "minLength", "length", "range", "pattern", "unknown"];
        foreach (var operation in OperationShape.All)
        {
            var refused = CaseList.Of(operation, Known, 1).Select(item => item.Outcome).OfType<Outcome.Refused>().Select(outcome => outcome.Description).ToHashSet();
            var promised = operation.Parameters
                .Where(parameter => parameter.Name != "timeout" && parameter.Schema["x-error"] is JsonObject)
                .SelectMany(parameter => parameter.Schema["x-error"]!.AsObject().Select(error => error.Key).Intersect(constraints).Select(parameter.Refusal));

            Assert.All(promised, text => Assert.True(text is null || refused.Contains(text), $"{operation.Id}: nothing asks for {text}"));
        }
    }

    [Fact]
    public void Every_clamped_bound_is_overstepped()
    {
        foreach (var operation in OperationShape.All)
        {
            var cases = CaseList.Of(operation, Known, 1).Where(item => item.Outcome is Outcome.Same).Select(item => item.Name).ToHashSet();
            foreach (var parameter in operation.Parameters.Where(parameter => parameter.OnViolation == "clamp" && parameter.Name != "timeout"))
            {
                Assert.True(parameter.Minimum is null || cases.Contains($"{parameter.Name} too small"), $"{operation.Id}.{parameter.Name}");
                Assert.True(parameter.Maximum is null || cases.Contains($"{parameter.Name} too large"), $"{operation.Id}.{parameter.Name}");
            }
        }
    }

    private static List<string> Requests(int seed) =>
        [.. OperationShape.All.SelectMany(operation => CaseList.Of(operation, Known, seed).Select(item => $"{operation.Id} {item.Name} {item.Style} {item.Parameters.ToJsonString()}"))];
}
