using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Xunit;

namespace TelegramRest.Tests.Contract.Harness;

/// <summary>One answer as it came over the wire.</summary>
public sealed record Answer(int Status, HttpResponseHeaders Headers, string Body)
{
    private JsonNode Json => JsonNode.Parse(Body) ?? throw new InvalidOperationException("The body is JSON null.");

    /// <summary>The result of a success.</summary>
    public JsonNode Result
    {
        get
        {
            Assert.True(Status == 200, $"{Status}: {Body}");
            Assert.True((bool)Json["ok"]!);
            return Json["result"]!;
        }
    }

    public string? Description => (string?)Json["description"];

    public JsonNode? Parameters => Json["parameters"];

    /// <summary>The answer is this error and nothing else.</summary>
    public Answer Fails(int code, string description)
    {
        Assert.Equal($"{code} {description}", $"{Status} {Description}");
        Assert.False((bool)Json["ok"]!);
        Assert.Equal(code, (int)Json["error_code"]!);
        return this;
    }
}
