using System.Text.Json.Nodes;

namespace TelegramRest.Tests.Contract.Harness;

/// <summary>A bot and a person who has written to it; most messages begin so.</summary>
public sealed record Meeting(ApiAccount Bot, Person Person, SimulatorClient Simulator, ApiClient Api)
{
    public static async Task<Meeting> ArrangeAsync(SimulatorClient simulator, ApiClient api)
    {
        var bot = await simulator.AddBotAsync();

        // A bot's updates begin with its first call.
        await api.CallAsync(bot, "getMe");
        var person = await simulator.AddPersonAsync();
        await simulator.WriteAsync(person, bot.Id, "hello");
        return new Meeting(bot, person, simulator, api);
    }

    /// <param name="kind"><c>private</c>, <c>group</c>, <c>supergroup</c> or <c>channel</c>; in a channel the bot is an administrator.</param>
    /// <returns>A chat of the two, by its Bot API id.</returns>
    public Task<long> ChatAsync(string kind) => kind == "private" ? Task.FromResult(Person.Id) : Simulator.AddChatAsync(kind, Person, Bot.Id);

    public Task<Answer> CallAsync(string operation, JsonObject parameters) => Api.CallAsync(Bot, operation, parameters);

    /// <summary>The bot writes; gives the message's id.</summary>
    public async Task<int> SayAsync(long chat, string text, JsonObject? markup = null)
    {
        var parameters = new JsonObject { ["chat_id"] = chat, ["text"] = text };
        if (markup is not null)
            parameters["reply_markup"] = markup;
        return (int)(await CallAsync("sendMessage", parameters)).Result["message_id"]!;
    }

    /// <summary>Makes somebody member, administrator, left or kicked.</summary>
    public Task SetMemberAsync(long chat, long user, string status) =>
        Simulator.PostAsync($"chats/{chat}/members", new JsonObject { ["user"] = user, ["status"] = status });

    /// <summary>One row of inline buttons with callback data.</summary>
    public static JsonObject Buttons(params string[] texts) => new()
    {
        ["inline_keyboard"] = new JsonArray(new JsonArray([.. texts.Select(text => (JsonNode)new JsonObject { ["text"] = text, ["callback_data"] = "data " + text })])),
    };
}
