using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Contract.Updates;

public sealed class GetUpdatesTests(ServerFixture server) : ContractTest(server)
{
    [Fact]
    public async Task A_persons_message_arrives_as_an_update()
    {
        var (bot, person) = await MeetAsync("hello");

        var update = Assert.Single((await PollAsync(bot)).AsArray())!;

        var message = update["message"]!;
        Assert.True((int)update["update_id"]! > 0);
        Assert.Equal("hello", (string)message["text"]!);
        Assert.Equal(person.Id, (long)message["from"]!["id"]!);
        Assert.Equal(person.Id, (long)message["chat"]!["id"]!);
        Assert.Equal("private", (string)message["chat"]!["type"]!);
        Assert.Equal(person.Username, (string)message["from"]!["username"]!);
    }

    [Fact]
    public async Task A_waiting_call_is_answered_when_something_happens()
    {
        var bot = await Simulator.AddBotAsync();
        await Api.CallAsync(bot, "getMe");

        var waiting = Api.CallAsync(bot, "getUpdates", new JsonObject { ["timeout"] = 50 });
        await Simulator.WriteAsync(await Simulator.AddPersonAsync(), bot.Id, "ping");

        Assert.Equal("ping", (string)(await waiting).Result[0]!["message"]!["text"]!);
    }

    [Fact]
    public async Task An_offset_confirms_what_is_before_it()
    {
        var (bot, person) = await MeetAsync("one");
        await Simulator.WriteAsync(person, bot.Id, "two");
        var ids = await CollectAsync(bot, 2);

        var rest = (await Api.CallAsync(bot, "getUpdates", new JsonObject { ["offset"] = ids[1] })).Result.AsArray();

        Assert.Equal(ids[1], (int)Assert.Single(rest)!["update_id"]!);
        Assert.Equal(ids[0] + 1, ids[1]);
    }

    [Fact]
    public async Task A_negative_offset_keeps_the_last_ones_only()
    {
        var (bot, person) = await MeetAsync("one");
        await Simulator.WriteAsync(person, bot.Id, "two");
        await CollectAsync(bot, 2);

        var last = (await Api.CallAsync(bot, "getUpdates", new JsonObject { ["offset"] = -1 })).Result.AsArray();

        Assert.Equal("two", (string)Assert.Single(last)!["message"]!["text"]!);
    }

    [Fact]
    public async Task A_limit_is_kept()
    {
        var (bot, person) = await MeetAsync("one");
        await Simulator.WriteAsync(person, bot.Id, "two");
        var ids = await CollectAsync(bot, 2);

        Assert.Equal(ids[0], (int)Assert.Single((await Api.CallAsync(bot, "getUpdates", new JsonObject { ["offset"] = ids[0], ["limit"] = 1 })).Result.AsArray())!["update_id"]!);
    }

    [Fact]
    public async Task A_second_waiting_call_ends_the_first()
    {
        var bot = await Simulator.AddBotAsync();
        await Api.CallAsync(bot, "getMe");
        var first = Api.CallAsync(bot, "getUpdates", new JsonObject { ["timeout"] = 50 });

        // Whichever of the two comes second ends the other.
        var second = Api.CallAsync(bot, "getUpdates", new JsonObject { ["timeout"] = 50 });
        var ended = await await Task.WhenAny(first, second);
        await Simulator.WriteAsync(await Simulator.AddPersonAsync(), bot.Id, "over");

        ended.Fails(409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running");
        Assert.Contains(await Task.WhenAll(first, second), answer => answer.Status == 200);
    }

    [Fact]
    public async Task With_a_webhook_it_is_refused()
    {
        var bot = await Simulator.AddBotAsync();
        await Api.CallAsync(bot, "setWebhook", new JsonObject { ["url"] = "http://127.0.0.1:9/" });

        (await Api.CallAsync(bot, "getUpdates"))
            .Fails(409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first");
    }

    [Fact]
    public async Task Setting_a_webhook_ends_a_waiting_call()
    {
        var bot = await Simulator.AddBotAsync();
        await Api.CallAsync(bot, "getMe");
        var waiting = Api.CallAsync(bot, "getUpdates", new JsonObject { ["timeout"] = 50 });
        Answer answer;
        do
            answer = await Api.CallAsync(bot, "setWebhook", new JsonObject { ["url"] = "http://127.0.0.1:9/" });
        while (answer.Status == 429);

        Assert.StartsWith("Conflict: ", (await waiting).Description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("")]
    [InlineData("99999999999999999999")]
    public async Task Garbage_never_fails(string garbage)
    {
        var bot = await Simulator.AddBotAsync();

        var answer = await Api.CallAsync(bot, "getUpdates", Style.Query, new JsonObject { ["offset"] = garbage, ["limit"] = garbage, ["allowed_updates"] = garbage });

        Assert.Empty(answer.Result.AsArray());
    }

    private async Task<(ApiAccount Bot, Person Person)> MeetAsync(string text)
    {
        var bot = await Simulator.AddBotAsync();
        var person = await Simulator.AddPersonAsync();
        await Api.CallAsync(bot, "getMe");
        await Simulator.WriteAsync(person, bot.Id, text);
        return (bot, person);
    }

    private async Task<JsonNode> PollAsync(ApiAccount bot) => (await Api.CallAsync(bot, "getUpdates", new JsonObject { ["timeout"] = 20 })).Result;

    private async Task<int[]> CollectAsync(ApiAccount bot, int count)
    {
        JsonArray updates;
        do
            updates = (await PollAsync(bot)).AsArray();
        while (updates.Count < count);
        return [.. updates.Select(update => (int)update!["update_id"]!)];
    }
}
