using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Harness;

namespace TelegramRest.Tests.Contract.Inline;

/// <summary>A bot with inline mode, and a person who uses it.</summary>
internal sealed record InlineBot(Meeting Meeting)
{
    public static async Task<InlineBot> ArrangeAsync(ServerFixture server)
    {
        var name = $"inline_{Guid.NewGuid():N}"[..20] + "_bot";
        var made = await server.Simulator.PostAsync("bots", new JsonObject
        {
            ["name"] = "Inline Bot",
            ["username"] = name,
            ["inline_placeholder"] = "search",
            ["inline_feedback"] = true,
        });
        var bot = new ApiAccount($"/bot{(string)made["token"]!}", (long)made["id"]!, name);
        await server.Api.CallAsync(bot, "getMe");
        var person = await server.Simulator.AddPersonAsync();
        await server.Simulator.WriteAsync(person, bot.Id, "hello");
        return new InlineBot(new Meeting(bot, person, server.Simulator, server.Api));
    }

    /// <summary>The person types; gives the query as the bot sees it, and what the person will be offered.</summary>
    public async Task<(JsonNode Query, Task<JsonObject> Offered)> AskAsync(string text)
    {
        var offered = Meeting.Simulator.PostAsync("inline_queries", new JsonObject { ["from"] = Meeting.Person.Id, ["bot"] = Meeting.Bot.Id, ["query"] = text, ["chat"] = Meeting.Bot.Id });
        return (await Meeting.UpdateAsync("inline_query"), offered);
    }

    public Task<Answer> AnswerAsync(JsonNode query, JsonArray results, JsonObject? more = null)
    {
        var parameters = more?.DeepClone().AsObject() ?? [];
        parameters["inline_query_id"] = (string)query["id"]!;
        parameters["results"] = results;
        return Meeting.CallAsync("answerInlineQuery", parameters);
    }

    /// <summary>The person asks, the bot offers one result, and the person chooses it.</summary>
    /// <returns>The choice as the bot is told of it.</returns>
    public async Task<JsonNode> ChooseAsync(JsonObject result)
    {
        var (query, offered) = await AskAsync("something");
        var id = (string)result["id"]!;
        var answer = await AnswerAsync(query, new JsonArray(result));
        Xunit.Assert.True(answer.Status == 200, answer.Body);
        var queryId = (await offered)["query_id"]!.DeepClone();
        await Meeting.Simulator.PostAsync("inline_results", new JsonObject { ["from"] = Meeting.Person.Id, ["chat"] = Meeting.Bot.Id, ["query_id"] = queryId, ["result_id"] = id });
        return await Meeting.UpdateAsync("chosen_inline_result");
    }

    public static JsonObject Article(string id, string text, JsonObject? markup = null)
    {
        var article = new JsonObject { ["type"] = "article", ["id"] = id, ["title"] = "Title " + id, ["input_message_content"] = new JsonObject { ["message_text"] = text } };
        if (markup is not null)
            article["reply_markup"] = markup;
        return article;
    }
}
