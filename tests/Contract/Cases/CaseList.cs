using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Harness;

namespace TelegramRest.Tests.Contract.Cases;

/// <summary>All cases of one operation.</summary>
internal static class CaseList
{
    private const int MostNested = 12;

    /// <summary>What waits for updates, or for a login, as long as it is told; a case that asks for that would only cost time.</summary>
    private static readonly HashSet<string> Waiting = ["timeout"];

    private static readonly Style[] Styles = [Style.Json, Style.Query, Style.UrlEncoded, Style.Multipart];

    public static IEnumerable<Case> Of(OperationShape operation, IReadOnlyDictionary<string, JsonNode> known, int seed)
    {
        var samples = new SampleValues(known, seed);
        var least = Parameters(operation.Parameters.Where(parameter => parameter.IsRequired), samples.Least);
        var all = Parameters(operation.Parameters, samples.All);
        foreach (var style in Styles)
        {
            yield return new Case("least", least, style, Outcome.Anything);
            yield return new Case("all", all, style, Outcome.Anything);
        }

        if (operation is { ForBots: true, ForUsers: false })
        {
            yield return new Case("by a person", least, Style.Json, new Outcome.Refused("Bad Request: Method Not Allowed: You can only use this method as a bot"), AsUser: true);
        }

        var turn = 0;
        foreach (var (name, parameters, outcome) in Damaged(operation, least, samples))
        {
            // Styles take turns; where a file has to come along, there is only one way.
            yield return new Case(name, parameters, operation.NeedsUpload ? Style.Multipart : Styles[turn++ % Styles.Length], outcome);
        }

        foreach (var parameter in operation.Parameters.Where(parameter => parameter.ForBotsOnly && operation is { ForBots: true, ForUsers: true }))
        {
            var given = Mutations.With(least, parameter.Name, samples.Least(parameter.Name, parameter.Schema));
            yield return new Case($"{parameter.Name} by a person", given, Style.Json, new Outcome.Refused($"Bad Request: {parameter.Text("accounts")}"), AsUser: true);
        }
    }

    private static IEnumerable<(string Name, JsonObject Parameters, Outcome Outcome)> Damaged(OperationShape operation, JsonObject least, SampleValues samples)
    {
        foreach (var parameter in operation.Parameters.Where(parameter => !Waiting.Contains(parameter.Name)))
        {
            foreach (var (name, value, outcome) in Mutations.Of(parameter, least, samples))
            {
                yield return ($"{parameter.Name} {name}", Mutations.With(least, parameter.Name, value), outcome);
            }

            if (parameter.IsJson && samples.All(parameter.Name, parameter.Schema) is { } whole)
            {
                foreach (var (name, value) in NestedMutations.Of(whole, MostNested))
                {
                    yield return ($"{parameter.Name} {name}", Mutations.With(least, parameter.Name, value), Outcome.Anything);
                }
            }
        }
    }

    private static JsonObject Parameters(IEnumerable<Parameter> parameters, Func<string, JsonObject, JsonNode?> value) =>
        new(parameters.Where(parameter => !Waiting.Contains(parameter.Name)).Select(parameter => KeyValuePair.Create(parameter.Name, value(parameter.Name, parameter.Schema))));
}
