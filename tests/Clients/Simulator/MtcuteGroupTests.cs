using TelegramRest.Tests.Clients.Drivers;

namespace TelegramRest.Tests.Clients.Simulator;

/// <summary>mtcute in groups, supergroups and channels of the simulator.</summary>
public sealed class MtcuteGroupTests(SimulatorFixture simulator) : IClassFixture<SimulatorFixture>
{
    [NodeFact]
    public async Task A_command_in_a_group_reaches_the_bot_and_chatter_does_not()
    {
        await TalkAsync("group", "group_bot", "+42000000401");
    }

    [NodeFact]
    public async Task A_command_in_a_supergroup_reaches_the_bot_and_chatter_does_not()
    {
        await TalkAsync("supergroup", "supergroup_bot", "+42000000402");
    }

    [NodeFact]
    public async Task A_supergroups_messages_are_caught_up_after_an_absence()
    {
        await using var pair = await BotAndPerson.StartAsync(simulator, "absent_bot", "+42000000403");
        var chat = await CreateAsync(pair, "supergroup");
        await pair.Person.CallAsync("sendText", new { chat, text = "/first" });
        await pair.Bot.EventAsync("message", message => (string?)message["text"] == "/first");

        foreach (var text in (string[])["/second", "/third"])
        {
            await simulator.PostAsync("faults", new { kind = "lose_push", user_id = pair.BotId });
            await pair.Person.CallAsync("sendText", new { chat, text });
        }
        await pair.Person.CallAsync("sendText", new { chat, text = "/fourth" });

        foreach (var text in (string[])["/second", "/third", "/fourth"])
            await pair.Bot.EventAsync("message", message => (string?)message["text"] == text);
    }

    private async Task TalkAsync(string type, string username, string phone)
    {
        await using var pair = await BotAndPerson.StartAsync(simulator, username, phone);
        var chat = await CreateAsync(pair, type);

        await pair.Person.CallAsync("sendText", new { chat, text = "just talking" });
        await pair.Person.CallAsync("sendText", new { chat, text = "/hello" });
        var heard = await pair.Bot.EventAsync("message", message => (string?)message["text"] == "/hello");
        await pair.Bot.CallAsync("sendText", new { chat, text = "hello, all" });
        var answer = await pair.Person.EventAsync("message", message => (string?)message["text"] == "hello, all");

        Assert.Equal(chat, (long)heard["chat"]!);
        Assert.Equal(pair.BotId, (long)answer["sender"]!);
        Assert.DoesNotContain(pair.Bot.Unclaimed, message => (string?)message["text"] == "just talking");
    }

    private async Task<long> CreateAsync(BotAndPerson pair, string type)
    {
        var made = await simulator.PostAsync("chats", new { type, title = "Analysts", creator = pair.PersonId, members = new[] { pair.BotId } });
        var chat = (long)made["id"]!;

        // The person's own client has to know the chat before it can write there.
        await pair.Person.CallAsync("dialogs");
        return chat;
    }
}
