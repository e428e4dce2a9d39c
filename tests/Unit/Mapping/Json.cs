using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Xunit;

namespace TelegramRest.Tests.Unit.Mapping;

/// <summary>Bot API objects as their JSON, which is what callers see.</summary>
internal static class Json
{
    private static readonly JsonSerializerOptions Options = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static string Of(object value) => JsonSerializer.Serialize(value, value.GetType(), Options);

    public static void Equal(string expected, object actual)
    {
        var shown = JsonSerializer.SerializeToNode(actual, actual.GetType(), Options);
        var wanted = JsonNode.Parse(expected);
        Assert.True(JsonNode.DeepEquals(wanted, shown), $"expected {wanted?.ToJsonString()}\nactual   {shown?.ToJsonString()}");
    }

    /// <summary>Compares only the members that <paramref name="expected"/> names; one that it gives as null must be absent.</summary>
    public static void Contains(string expected, object actual)
    {
        var shown = (JsonObject)JsonSerializer.SerializeToNode(actual, actual.GetType(), Options)!;
        foreach (var (name, value) in (JsonObject)JsonNode.Parse(expected)!)
            Assert.True(JsonNode.DeepEquals(value, shown[name]), $"{name}: expected {value?.ToJsonString()}\nactual {shown[name]?.ToJsonString()}");
    }
}
