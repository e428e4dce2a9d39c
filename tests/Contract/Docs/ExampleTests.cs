using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Contract.Docs;

/// <summary>The request examples of the document, sent as they stand: they reach their operation and are read there.</summary>
public sealed partial class ExampleTests(ServerFixture server) : ContractTest(server)
{
    /// <summary>One waits for updates, one dials into the internet.</summary>
    private static readonly string[] LeftOut = ["getUpdates", "setWebhook"];

    [Fact]
    public async Task Every_request_example_is_understood()
    {
        var bot = await Simulator.AddBotAsync();
        var user = await Server.LogInAsync(await Simulator.AddPersonAsync());
        var problems = new List<string>();
        foreach (var (path, item) in PublishedDocument.Json["paths"]!.AsObject())
        {
            // A login's operations are there until it is complete.
            if (item!["post"] is not { } operation || (string?)operation["tags"]![0] == "Login" || LeftOut.Contains(path[1..])
                || operation["requestBody"]?["content"]!["application/json"]!["example"] is not JsonObject example)
            {
                continue;
            }

            var account = operation["x-accounts"]!.AsArray().Any(kind => (string?)kind == "bot") ? bot : user;
            var answer = await SendAsync(account, path[1..], example);
            var refusals = Texts(PublishedDocument.Schema($"{char.ToUpperInvariant(path[1])}{path[2..]}Request")!["properties"]!.AsObject());
            if (answer.Status is 404 or (>= 500 and not 501) || refusals.Any(text => answer.Description?.EndsWith(text, StringComparison.OrdinalIgnoreCase) == true))
            {
                problems.Add($"{path[1..]}: {answer.Body}");
            }
        }

        Assert.Empty(problems);
    }

    private async Task<Answer> SendAsync(ApiAccount account, string operation, JsonObject example)
    {
        var parts = AttachedPart().Matches(example.ToJsonString()).Select(match => (match.Groups[1].Value, "example.png", Pictures.Png)).ToArray();
        if (parts.Length == 0)
        {
            return await Api.CallAsync(account, operation, example.DeepClone().AsObject());
        }

        var fields = example.Select(field => KeyValuePair.Create(field.Key, ApiClient.Text(field.Value)));
        return await Api.SendAsync(operation, HttpMethod.Post, $"{account.Path}/{operation}", ApiClient.Multipart(fields, parts));
    }

    /// <summary>What the document says that faults of the parameters are answered with.</summary>
    private static List<string> Texts(JsonObject properties) =>
    [
        .. from property in properties
           let errors = property.Value!["x-error"]
           where errors is not null
           from text in errors is JsonObject map ? map.Select(member => (string)member.Value!) : [(string)errors!]
           select text.Replace("{0}", property.Key, StringComparison.Ordinal),
    ];

    [GeneratedRegex("\"attach://([^\"]+)\"")]
    private static partial Regex AttachedPart();
}
