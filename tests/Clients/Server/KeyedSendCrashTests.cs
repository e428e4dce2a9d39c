using System.Text.Json.Nodes;
using TelegramRest.Tests.Clients.Drivers;

namespace TelegramRest.Tests.Clients.Server;

/// <summary>A send with an Idempotency-Key happens once, wherever between the request and its answer the server is killed.</summary>
public sealed class KeyedSendCrashTests
{
    private const int Rounds = 6;
    private const int SendsPerRound = 8;

    [Theory]
    [InlineData("private")]
    [InlineData("supergroup")]
    public async Task A_message_whose_answer_was_lost_in_a_crash_is_found_again(string kind)
    {
        await using var simulator = await StandaloneSimulator.StartAsync();
        await using var server = await ServerProcess.StartAsync(simulator);
        var meeting = await MeetAsync(simulator, server);
        var chat = kind == "private" ? meeting.Person : meeting.Group;

        // Telegram has the message; the server will not live to hear of it.
        await simulator.PostAsync("faults", new { kind = "lose_answer", method = "messages.sendMessage" });
        var lost = SendAsync(server, meeting.Token, chat, "once");
        await UntilSentAsync(simulator, meeting, chat, "once");
        server.Kill();
        await Assert.ThrowsAnyAsync<Exception>(() => lost);
        await server.RunAsync();
        var found = await SendAsync(server, meeting.Token, chat, "once");
        var again = await SendAsync(server, meeting.Token, chat, "once");

        Assert.Equal("once", (string)found["text"]!);
        Assert.Equal(found.ToJsonString(), again.ToJsonString());
        Assert.Equal(["once"], await TextsAsync(simulator, meeting, chat));
    }

    [Fact]
    public async Task Killed_again_and_again_it_sends_everything_once()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        await using var simulator = await StandaloneSimulator.StartAsync();
        await using var server = await ServerProcess.StartAsync(simulator);
        var meeting = await MeetAsync(simulator, server);
        var expected = new List<string>();
        for (var round = 0; round < Rounds; round++)
        {
            var texts = Enumerable.Range(0, SendsPerRound).Select(n => $"{round}.{n}").ToList();
            expected.AddRange(texts);
            var attempts = texts.Select(text => TryAsync(server, meeting.Token, ChatOf(text), text)).ToList();
            await Task.Delay(random.Next(40));
            server.Kill();
            await Task.WhenAll(attempts);
            await server.RunAsync();
            foreach (var text in texts)
                Assert.Equal(text, (string)(await SendAsync(server, meeting.Token, ChatOf(text), text))["text"]!);
        }

        var sent = (await TextsAsync(simulator, meeting, meeting.Person)).Concat(await TextsAsync(simulator, meeting, meeting.Group));
        Assert.True(expected.Order(StringComparer.Ordinal).SequenceEqual(sent.Order(StringComparer.Ordinal)), $"seed {seed}: {string.Join(' ', sent)}");

        long ChatOf(string text) => text[^1] % 2 == 0 ? meeting.Person : meeting.Group;
    }

    private static async Task<(string Token, long Bot, long Person, long Group)> MeetAsync(StandaloneSimulator simulator, ServerProcess server)
    {
        var bot = await simulator.PostAsync("bots", new { name = "Sender", username = "keyed_bot" });
        var person = await simulator.PostAsync("users", new { phone_number = "+42000000702", first_name = "Ada" });
        var (token, botId, personId) = ((string)bot["token"]!, (long)bot["id"]!, (long)person["id"]!);
        await server.CallAsync(token, "getMe");
        await simulator.PostAsync("messages", new { from = personId, chat = botId, text = "/start" });
        var group = await simulator.PostAsync("chats", new { type = "supergroup", title = "Group", creator = personId, members = new[] { botId } });
        return (token, botId, personId, (long)group["id"]!);
    }

    private static Task<JsonNode> SendAsync(ServerProcess server, string token, long chat, string text) =>
        server.CallAsync(token, "sendMessage", new { chat_id = chat, text }, text);

    // Whether it was answered before the end is what the test leaves to chance.
    private static async Task TryAsync(ServerProcess server, string token, long chat, string text)
    {
        try
        {
            await SendAsync(server, token, chat, text);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
        }
    }

    private static async Task UntilSentAsync(StandaloneSimulator simulator, (string Token, long Bot, long Person, long Group) meeting, long chat, string text)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!(await TextsAsync(simulator, meeting, chat)).Contains(text))
            await Task.Delay(20, patience.Token);
    }

    /// <summary>What the bot has written into a chat, oldest first.</summary>
    private static async Task<string[]> TextsAsync(StandaloneSimulator simulator, (string Token, long Bot, long Person, long Group) meeting, long chat)
    {
        var messages = await simulator.GetAsync($"messages?chat={(chat == meeting.Person ? meeting.Bot : chat)}&viewer={meeting.Person}");
        return [.. messages.Where(message => (long?)message!["from"] == meeting.Bot).Select(message => (string)message!["text"]!)];
    }
}
