using System.Text.Json.Nodes;

namespace TelegramRest.Tests.Contract.Cases;

/// <summary>The same damage inside of JSON parameters: each member of a maximal value taken away, or replaced by a value of another kind.</summary>
internal static class NestedMutations
{
    /// <param name="value">A JSON parameter's maximal value.</param>
    /// <param name="most">How many damaged copies there are at most; they are taken evenly from all.</param>
    public static IEnumerable<(string Name, JsonNode Value)> Of(JsonNode value, int most)
    {
        var places = Places(value, "").ToList();
        var step = Math.Max(1, places.Count * 2 / most);
        for (var i = 0; i < places.Count * 2; i += step)
        {
            var copy = value.DeepClone();
            var place = places[i / 2];
            Damage(copy, place.Split('/')[1..], isRemoval: i % 2 == 0);
            yield return ($"{(i % 2 == 0 ? "without" : "with damaged")} {place}", copy);
        }
    }

    private static IEnumerable<string> Places(JsonNode? value, string path) => value switch
    {
        JsonObject members => members.SelectMany(member => Places(member.Value, $"{path}/{member.Key}").Prepend($"{path}/{member.Key}")),
        JsonArray items => items.Take(1).SelectMany(item => Places(item, $"{path}/0").Prepend($"{path}/0")),
        _ => [],
    };

    private static void Damage(JsonNode root, string[] steps, bool isRemoval)
    {
        var parent = root;
        foreach (var step in steps[..^1])
        {
            parent = parent is JsonArray ? parent[0]! : parent[step]!;
        }

        switch (parent)
        {
            case JsonObject members when isRemoval:
                members.Remove(steps[^1]);
                break;
            case JsonObject members:
                members[steps[^1]] = Other(members[steps[^1]]);
                break;
            case JsonArray items when isRemoval:
                items.RemoveAt(0);
                break;
            case JsonArray items:
                items[0] = Other(items[0]);
                break;
        }
    }

    private static JsonNode Other(JsonNode? value) => value is JsonValue ? new JsonArray(new JsonObject()) : (JsonNode)"text";
}
