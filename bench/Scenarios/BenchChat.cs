using System.Text.Json.Nodes;

namespace TelegramRest.Bench.Scenarios;

/// <summary>A person who has written to the bot, so that the bot may answer.</summary>
internal static class BenchChat
{
    private static int people;

    public static async Task<long> CreateAsync(Rig rig, string token)
    {
        var person = (long)(await rig.ControlAsync("users", new JsonObject { ["phone_number"] = $"9996620{++people:0000}", ["first_name"] = "Bench" }))["id"]!;
        await WriteAsync(rig, person, token, "/start");
        return person;
    }

    public static Task WriteAsync(Rig rig, long person, string token, string text) =>
        rig.ControlAsync("messages", new JsonObject { ["from"] = person, ["chat"] = BotId(token), ["text"] = text });

    private static long BotId(string token) => long.Parse(token.AsSpan(0, token.IndexOf(':', StringComparison.Ordinal)), System.Globalization.CultureInfo.InvariantCulture);
}
