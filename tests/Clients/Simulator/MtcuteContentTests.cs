using TelegramRest.Tests.Clients.Drivers;

namespace TelegramRest.Tests.Clients.Simulator;

/// <summary>What messages can hold besides text, sent and read by mtcute, which speaks layer 223.</summary>
public sealed class MtcuteContentTests(SimulatorFixture simulator) : IClassFixture<SimulatorFixture>
{
    [NodeFact]
    public async Task An_album_arrives_as_it_was_sent()
    {
        await using var pair = await MeetAsync("album_bot", "+42000000501");

        var sent = (await pair.Bot.CallAsync("sendAlbum", new { chat = pair.PersonId, captions = (string[])["one", "two"] }))!.AsArray();
        await pair.Person.EventAsync("message", message => (string?)message["text"] == "one");
        var second = await pair.Person.EventAsync("message", message => (string?)message["text"] == "two");

        Assert.Equal("document", (string)second["media"]!);
        Assert.True((string?)sent[0]!["group"] is { } group && group == (string?)sent[1]!["group"]);
    }

    [NodeFact]
    public async Task A_poll_is_voted_in_and_closed()
    {
        await using var pair = await MeetAsync("poll_bot", "+42000000502");
        var sent = await pair.Bot.CallAsync("sendPoll", new { chat = pair.PersonId, question = "Well?", answers = (string[])["Yes", "No"] });
        var poll = await pair.Person.EventAsync("message", message => (string?)message["media"] == "poll");

        var voted = await pair.Person.CallAsync("vote", new { chat = pair.BotId, message = (int)poll["id"]!, option = 1 });
        var heard = await pair.Bot.EventAsync("vote", _ => true);
        var closed = await pair.Bot.CallAsync("closePoll", new { chat = pair.PersonId, message = (int)sent!["id"]! });

        Assert.Equal(1, (int)voted!["voters"]!);
        Assert.Equal("1", (string)heard["chosen"]![0]!);
        Assert.Equal(pair.PersonId, (long)heard["peer"]!);
        Assert.True((bool)closed!["closed"]!);
    }

    [NodeFact]
    public async Task Dice_fall_and_reactions_count()
    {
        await using var pair = await MeetAsync("dice_bot", "+42000000503");

        var dice = await pair.Bot.CallAsync("sendDice", new { chat = pair.PersonId, emoji = "🎯" });
        var received = await pair.Person.EventAsync("message", message => (string?)message["media"] == "dice");
        var counts = await pair.Person.CallAsync("react", new { chat = pair.BotId, message = (int)received["id"]!, emoji = "👍" });

        Assert.InRange((int)dice!["value"]!, 1, 6);
        Assert.Equal(1, (int)Assert.Single(counts!.AsArray())!["count"]!);
    }

    [NodeFact]
    public async Task A_forum_has_topics()
    {
        await using var pair = await BotAndPerson.StartAsync(simulator, "forum_bot", "+42000000504");
        var chat = (long)(await simulator.PostAsync("chats", new { type = "supergroup", title = "Forum", creator = pair.PersonId, members = new[] { pair.BotId } }))["id"]!;
        await simulator.PostAsync($"chats/{chat}/settings", new { forum = true });
        await pair.Person.CallAsync("dialogs");

        var topic = (int)(await pair.Person.CallAsync("createTopic", new { chat, title = "News" }))!["id"]!;
        var sent = await pair.Person.CallAsync("sendInTopic", new { chat, topic, text = "/news" });

        Assert.True((bool)sent!["isTopic"]!);
        await pair.Bot.EventAsync("message", message => (string?)message["text"] == "/news");
    }

    [NodeFact]
    public async Task A_scheduled_message_waits()
    {
        await using var pair = await MeetAsync("waiting_bot", "+42000000505");

        var waiting = await pair.Person.CallAsync("schedule", new { chat = pair.BotId, text = "later", seconds = 600 });

        Assert.True((bool)waiting!["scheduled"]!);
        Assert.DoesNotContain(pair.Bot.Unclaimed, message => (string?)message["text"] == "later");
    }

    private async Task<BotAndPerson> MeetAsync(string username, string phone)
    {
        var pair = await BotAndPerson.StartAsync(simulator, username, phone);
        await pair.Person.CallAsync("sendText", new { chat = username, text = "/start" });
        await pair.Bot.EventAsync("message", message => (string?)message["text"] == "/start");
        return pair;
    }
}
