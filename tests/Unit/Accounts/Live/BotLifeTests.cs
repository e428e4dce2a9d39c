using TelegramRest.BotApi;

namespace TelegramRest.Tests.Unit.Accounts.Live;

public sealed class BotLifeTests : IAsyncLifetime
{
    private LiveFixture live = null!;

    public async Task InitializeAsync() => live = await LiveFixture.StartAsync();

    public Task DisposeAsync() => live.DisposeAsync().AsTask();

    [Fact]
    public async Task A_token_logs_in_once_however_many_ask()
    {
        var accounts = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => live.BotAsync().AsTask()));

        Assert.Single(accounts.Distinct());
        Assert.Equal(live.Demo.BotId, accounts[0].Self.Id);
        Assert.True(accounts[0].Self.Bot);
    }

    [Fact]
    public async Task A_refused_token_is_unauthorized_and_disturbs_nobody()
    {
        var bot = await live.BotAsync();
        var poll = bot.Updates.GetAsync(0, 1, 20, null, CancellationToken.None);
        var wrong = $"{live.Demo.BotId}:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

        var error = await Assert.ThrowsAsync<BotApiException>(
            () => live.Registry.GetBotAsync(wrong, false, "getme", null, CancellationToken.None).AsTask());

        Assert.Equal((401, "Unauthorized"), (error.Code, error.Description));
        Assert.Same(bot, await live.BotAsync());
        Assert.False(poll.IsCompleted);
    }

    [Theory]
    [InlineData("7:short")]
    [InlineData("7:not/base64url!not/base64url!not/base64")]
    public async Task A_secret_that_cannot_be_one_is_unauthorized(string token)
    {
        var error = await Assert.ThrowsAsync<BotApiException>(() => live.Registry.GetBotAsync(token, false, "getme", null, CancellationToken.None).AsTask());

        Assert.Equal("Unauthorized", error.Description);
    }

    [Fact]
    public async Task A_person_writes_and_the_bot_hears_it()
    {
        var bot = await live.BotAsync();
        var (_, person) = await live.LogInAsync();

        await LiveFixture.SayAsync(person, bot, "hello");
        var update = await LiveFixture.NextAsync(bot);

        Assert.Equal("hello", update.GetProperty("message").GetProperty("text").GetString());
        Assert.Equal(live.Demo.PersonId, update.GetProperty("message").GetProperty("from").GetProperty("id").GetInt64());
    }

    [Fact]
    public async Task What_was_said_while_the_process_was_down_comes_after_the_restart()
    {
        var bot = await live.BotAsync();
        var (token, person) = await live.LogInAsync();
        await LiveFixture.SayAsync(person, bot, "one");
        await LiveFixture.NextAsync(bot);
        await bot.CloseAsync(CancellationToken.None);
        await LiveFixture.SayAsync(person, bot, "two");

        await live.ReopenAsync();
        var again = await live.BotAsync();

        Assert.Equal("two", (await LiveFixture.NextAsync(again)).GetProperty("message").GetProperty("text").GetString());
        Assert.Equal(live.Demo.PersonId, (await live.UserAsync(token)).Self.Id);
    }

    [Fact]
    public async Task Queued_updates_and_the_session_survive_a_restart()
    {
        var bot = await live.BotAsync();
        var (_, person) = await live.LogInAsync();
        await LiveFixture.SayAsync(person, bot, "kept");
        while (bot.Updates.PendingCount == 0)
        {
            await Task.Yield();
        }

        await live.ReopenAsync();

        Assert.Equal("kept", (await LiveFixture.NextAsync(await live.BotAsync())).GetProperty("message").GetProperty("text").GetString());
    }

    [Fact]
    public async Task Lost_pushes_come_with_the_difference()
    {
        var bot = await live.BotAsync();
        var (_, person) = await live.LogInAsync();
        live.Simulator.Faults.Add(new(Simulator.Sessions.Faults.FaultKind.LosePush, Times: 1, UserId: live.Demo.BotId));

        await LiveFixture.SayAsync(person, bot, "lost");
        await LiveFixture.SayAsync(person, bot, "seen");

        Assert.Equal("lost", (await LiveFixture.NextAsync(bot)).GetProperty("message").GetProperty("text").GetString());
        Assert.Equal("seen", (await LiveFixture.NextAsync(bot)).GetProperty("message").GetProperty("text").GetString());
    }

    [Fact]
    public async Task An_update_that_no_schema_knows_is_fetched_in_terms_that_are_known()
    {
        var bot = await live.BotAsync();
        var (_, person) = await live.LogInAsync();
        live.Simulator.Faults.Add(new(Simulator.Sessions.Faults.FaultKind.UnknownPush, Times: 1, UserId: live.Demo.BotId));

        await LiveFixture.SayAsync(person, bot, "from the future");

        Assert.Equal("from the future", (await LiveFixture.NextAsync(bot)).GetProperty("message").GetProperty("text").GetString());
    }

    [Fact]
    public async Task A_difference_that_cannot_be_read_costs_one_event_and_no_more()
    {
        var bot = await live.BotAsync();
        var (_, person) = await live.LogInAsync();
        live.Simulator.Faults.Add(new(Simulator.Sessions.Faults.FaultKind.LosePush, Times: 2, UserId: live.Demo.BotId));
        live.Simulator.Faults.Add(new(Simulator.Sessions.Faults.FaultKind.UnknownAnswer, Times: 2, Method: "updates.getDifference", UserId: live.Demo.BotId));

        await LiveFixture.SayAsync(person, bot, "passed over");
        await LiveFixture.SayAsync(person, bot, "first");
        await LiveFixture.SayAsync(person, bot, "second");

        Assert.Equal("first", (await LiveFixture.NextAsync(bot)).GetProperty("message").GetProperty("text").GetString());
        Assert.Equal("second", (await LiveFixture.NextAsync(bot)).GetProperty("message").GetProperty("text").GetString());
    }

    [Fact]
    public async Task A_broken_connection_loses_and_repeats_nothing()
    {
        var bot = await live.BotAsync();
        var (_, person) = await live.LogInAsync();

        for (var n = 0; n < 10; n++)
        {
            await LiveFixture.SayAsync(person, bot, $"m{n}");
            if (n % 3 == 0)
            {
                live.Simulator.DropConnections();
            }
        }

        for (var n = 0; n < 10; n++)
        {
            Assert.Equal($"m{n}", (await LiveFixture.NextAsync(bot)).GetProperty("message").GetProperty("text").GetString());
        }

        Assert.Equal(0, bot.Updates.PendingCount);
    }

    [Fact]
    public async Task A_sent_message_comes_back_as_the_bot_api_shows_it()
    {
        var bot = await live.BotAsync();
        var chat = await bot.Peers.ResolveChatAsync(live.Demo.PersonId, CancellationToken.None);
        var randomId = bot.Messages.NewRandomId();

        var message = await bot.Messages.SendAsync(
            chat, new Tl.Messages.SendMessage { Peer = chat.InputPeer, Message = "from the bot", RandomId = randomId }, randomId, CancellationToken.None);

        Assert.Equal("from the bot", message.Text);
        Assert.Equal(live.Demo.PersonId, message.Chat.Id);
        Assert.Equal(live.Demo.BotId, message.From?.Id);
        Assert.True(message.MessageId > 0);
    }

    [Fact]
    public async Task A_random_id_that_was_used_is_recovered_not_repeated()
    {
        var bot = await live.BotAsync();
        var chat = await bot.Peers.ResolveChatAsync(live.Demo.PersonId, CancellationToken.None);
        var randomId = bot.Messages.NewRandomId();
        var send = new Tl.Messages.SendMessage { Peer = chat.InputPeer, Message = "once", RandomId = randomId };
        live.Simulator.Faults.Add(new(Simulator.Sessions.Faults.FaultKind.DropAfter, Method: "messages.sendMessage"));

        var message = await bot.Messages.SendAsync(chat, send, randomId, CancellationToken.None);

        Assert.Equal("once", message.Text);
        var next = await bot.Messages.FindAsync(chat, [message.MessageId + 1, message.MessageId + 2], CancellationToken.None);
        Assert.Empty(next);
    }

    [Theory]
    [InlineData("@nobody_has_this_name", "Bad Request: chat not found")]
    [InlineData("abc", "Bad Request: chat not found")]
    [InlineData("-1000000000000", "Bad Request: chat not found")]
    [InlineData("123456789012", "Bad Request: chat not found")]
    [InlineData("", "Bad Request: chat_id is empty")]
    public async Task A_chat_that_is_not_there_is_not_found(string chatId, string description)
    {
        var bot = await live.BotAsync();

        var error = await Assert.ThrowsAsync<BotApiException>(() => bot.Peers.ResolveChatAsync(ChatId.Parse(chatId), CancellationToken.None));

        Assert.Equal(description, error.Description);
    }

    [Fact]
    public async Task LogOut_ends_the_session_and_the_token_can_come_back()
    {
        var bot = await live.BotAsync();
        await bot.LogOutAsync(CancellationToken.None);

        var again = await live.BotAsync();

        Assert.NotSame(bot, again);
        Assert.Equal(live.Demo.BotId, again.Self.Id);
    }

    [Fact]
    public async Task Close_of_a_closed_bot_is_refused()
    {
        await (await live.BotAsync()).CloseAsync(CancellationToken.None);

        var error = await Assert.ThrowsAsync<BotApiException>(
            () => live.Registry.GetBotAsync(live.Demo.BotToken, false, "close", null, CancellationToken.None).AsTask());

        Assert.Equal("Bad Request: the bot has already been closed", error.Description);
    }

    [Fact]
    public async Task A_webhook_and_its_updates_survive_a_restart()
    {
        var bot = await live.BotAsync();
        var answer = await bot.Webhook.SetAsync(new() { Url = "https://example.org/hook", SecretToken = "s3cret" }, CancellationToken.None);
        Assert.Equal("Webhook was set", answer);
        Assert.Equal("Webhook is already set", await SetAgainAsync(bot));

        await live.ReopenAsync();
        var again = await live.BotAsync();

        Assert.Equal("https://example.org/hook", again.Webhook.Info.Url);
        Assert.Equal("1.2.3.4", again.Webhook.Info.IpAddress);
        Assert.Equal(40, again.Webhook.Info.MaxConnections);
        var conflict = await Assert.ThrowsAsync<BotApiException>(() => again.Updates.GetAsync(0, 1, 0, null, CancellationToken.None));
        Assert.Equal(409, conflict.Code);
        Assert.Equal("Webhook was deleted", await again.Webhook.SetAsync(new(), CancellationToken.None));
        Assert.Equal("Webhook is already deleted", await again.Webhook.SetAsync(new(), CancellationToken.None));
    }

    private static async Task<string> SetAgainAsync(TelegramRest.Accounts.Account bot)
    {
        while (true)
        {
            try
            {
                return await bot.Webhook.SetAsync(new() { Url = "https://example.org/hook", SecretToken = "s3cret" }, CancellationToken.None);
            }
            catch (BotApiException exception) when (exception.Code == 429)
            {
                // One change a second.
                await Task.Delay(100);
            }
        }
    }
}
