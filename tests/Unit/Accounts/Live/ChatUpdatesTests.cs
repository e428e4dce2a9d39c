using System.Globalization;
using System.Text;
using System.Text.Json;
using TelegramRest.Accounts;
using TelegramRest.BotApi;
using TelegramRest.Simulator.Control;

namespace TelegramRest.Tests.Unit.Accounts.Live;

public sealed class ChatUpdatesTests : IAsyncLifetime
{
    private LiveFixture live = null!;
    private TelegramRest.Accounts.Account bot = null!;

    public async Task InitializeAsync()
    {
        live = await LiveFixture.StartAsync();
        bot = await live.BotAsync();
    }

    public Task DisposeAsync() => live.DisposeAsync().AsTask();

    [Theory]
    [InlineData("group", "message")]
    [InlineData("supergroup", "message")]
    [InlineData("channel", "channel_post")]
    public async Task Messages_of_each_kind_of_chat_arrive(string type, string kind)
    {
        var chatId = await live.CreateChatAsync(type);
        await live.WriteAsync(chatId, "hello");

        var message = await UntilAsync(update => update.TryGetProperty(kind, out var m) && m.TryGetProperty("text", out _) ? m : null);

        Assert.Equal("hello", message.GetProperty("text").GetString());
        Assert.Equal(chatId, message.GetProperty("chat").GetProperty("id").GetInt64());
        Assert.Equal(type, message.GetProperty("chat").GetProperty("type").GetString());
    }

    [Theory]
    [InlineData("group")]
    [InlineData("supergroup")]
    [InlineData("channel")]
    public async Task The_bot_writes_to_each_kind_of_chat(string type)
    {
        var chatId = await live.CreateChatAsync(type);

        var message = await SendAsync(chatId, "from the bot");

        Assert.Equal("from the bot", message.Text);
        Assert.Equal(chatId, message.Chat.Id);
    }

    [Fact]
    public async Task A_reply_shows_the_message_that_it_answers()
    {
        var chatId = await live.CreateChatAsync("supergroup");
        var asked = await SendAsync(chatId, "question?");
        await live.WriteAsync(chatId, "answer", asked.MessageId);

        var message = await UntilAsync(update => update.TryGetProperty("message", out var m) && m.TryGetProperty("reply_to_message", out _) ? m : null);

        Assert.Equal("question?", message.GetProperty("reply_to_message").GetProperty("text").GetString());
        Assert.Equal(live.Demo.BotId, message.GetProperty("reply_to_message").GetProperty("from").GetProperty("id").GetInt64());
    }

    [Fact]
    public async Task A_channel_is_found_by_its_name()
    {
        var chatId = await live.CreateChatAsync("channel", "public_news");

        Assert.Equal(chatId, (await bot.Peers.ResolveChatAsync(ChatId.Parse("@Public_News"), CancellationToken.None)).ChatId);
    }

    [Fact]
    public async Task A_person_is_not_found_by_name_for_a_bot()
    {
        await new CreateUser(live.Simulator.World).RunAsync(new CreateUserRequest("9996620001", "Ann", Username: "ann_person"), CancellationToken.None);

        var error = await Assert.ThrowsAsync<BotApiException>(() => bot.Peers.ResolveChatAsync(ChatId.Parse("@ann_person"), CancellationToken.None));

        Assert.Equal("Bad Request: chat not found", error.Description);
    }

    [Fact]
    public async Task A_pressed_button_arrives_with_its_message()
    {
        var chat = await bot.Peers.ResolveChatAsync(live.Demo.PersonId, CancellationToken.None);
        var randomId = bot.Messages.NewRandomId();
        var sent = await bot.Messages.SendAsync(
            chat,
            new Tl.Messages.SendMessage
            {
                Peer = chat.InputPeer,
                Message = "choose",
                RandomId = randomId,
                ReplyMarkup = new Tl.ReplyInlineMarkup
                {
                    Rows = [new Tl.KeyboardButtonRow { Buttons = [new Tl.KeyboardButtonCallback { Text = "A", Data = Encoding.UTF8.GetBytes("a") }] }],
                },
            },
            randomId,
            CancellationToken.None);
        var pressing = new PressButton(live.Simulator.World).RunAsync(
            new CallbackRequest(live.Demo.PersonId, JsonSerializer.SerializeToElement(live.Demo.BotId), sent.MessageId, "a"), CancellationToken.None);

        var query = await UntilAsync(update => update.TryGetProperty("callback_query", out var q) ? q : null);
        await bot.InvokeAsync(
            new Tl.Messages.SetBotCallbackAnswer { QueryId = long.Parse(query.GetProperty("id").GetString()!, null), Message = "done", CacheTime = 0 },
            CancellationToken.None);

        Assert.Equal("a", query.GetProperty("data").GetString());
        Assert.Equal("choose", query.GetProperty("message").GetProperty("text").GetString());
        Assert.Equal("done", (await pressing).Text);
    }

    [Fact]
    public async Task Kinds_that_are_not_allowed_are_not_queued()
    {
        await bot.Updates.GetAsync(0, 1, 0, ["callback_query"], CancellationToken.None);
        await live.WriteAsync(live.Demo.BotId, "unwanted");
        await bot.RecoverUpdatesAsync();
        await bot.Updates.GetAsync(1, 1, 0, ["message"], CancellationToken.None);
        await live.WriteAsync(live.Demo.BotId, "wanted");

        var message = await UntilAsync(update => update.TryGetProperty("message", out var m) ? m : null);

        Assert.Equal("wanted", message.GetProperty("text").GetString());
    }

    [Fact]
    public async Task A_supergroup_that_threw_the_bot_out_is_forbidden()
    {
        var chatId = await live.CreateChatAsync("supergroup");
        await SendAsync(chatId, "here");
        await new SetMember(live.Simulator.World).RunAsync(chatId.ToString(CultureInfo.InvariantCulture), new SetMemberRequest(live.Demo.BotId, "kicked", live.Demo.PersonId), CancellationToken.None);
        await UntilAsync(update => update.TryGetProperty("my_chat_member", out var m) ? m : null);

        var error = await Assert.ThrowsAsync<BotApiException>(() => SendAsync(chatId, "still here?"));

        Assert.Equal("Forbidden: bot was kicked from the supergroup chat", error.Description);
    }

    private async Task<Message> SendAsync(long chatId, string text)
    {
        var chat = await bot.Peers.ResolveChatAsync(chatId, CancellationToken.None);
        var randomId = bot.Messages.NewRandomId();
        return await bot.Messages.SendAsync(
            chat, new Tl.Messages.SendMessage { Peer = chat.InputPeer, Message = text, RandomId = randomId }, randomId, CancellationToken.None);
    }

    private async Task<JsonElement> UntilAsync(Func<JsonElement, JsonElement?> pick)
    {
        while (true)
        {
            if (pick(await LiveFixture.NextAsync(bot)) is { } found)
            {
                return found;
            }
        }
    }
}
