using System.Text;

namespace TelegramRest.Tests.Unit.Simulator.World;

public sealed class CallbackTests
{
    [Fact]
    public async Task Press_waits_for_the_bots_answer()
    {
        await using var world = TestWorld.Open();
        var (person, robot, _, message) = await ArrangeAsync(world);

        var press = person.CallAsync(Press(world, person, robot.UserId, message, "yes"));
        var query = Assert.Single(world.Pusher.To(robot.UserId).OfType<Tl.UpdateBotCallbackQuery>());
        await robot.CallAsync(new Tl.Messages.SetBotCallbackAnswer { QueryId = query.QueryId, Message = "done", Alert = true, CacheTime = 3 });
        var answer = await press;

        Assert.Equal((person.UserId, "yes"), (query.UserId, Encoding.UTF8.GetString(query.Data!.Value.Span)));
        Assert.True(answer is { Message: "done", Alert: true, CacheTime: 3 });
        Assert.Equal("QUERY_ID_INVALID", (await robot.FailAsync(new Tl.Messages.SetBotCallbackAnswer { QueryId = query.QueryId })).Message);
    }

    [Fact]
    public async Task Silent_bot_times_out()
    {
        await using var world = TestWorld.Open();
        var (person, robot, _, message) = await ArrangeAsync(world);

        var press = person.CallAsync(Press(world, person, robot.UserId, message, "yes"));
        world.Time.Advance(TimeSpan.FromSeconds(26));

        Assert.Equal("BOT_RESPONSE_TIMEOUT", (await Assert.ThrowsAsync<TelegramRest.Simulator.Rpc.RpcError>(() => press)).Message);
    }

    [Fact]
    public async Task Unknown_button_is_refused()
    {
        await using var world = TestWorld.Open();
        var (person, robot, _, message) = await ArrangeAsync(world);

        Assert.Equal("DATA_INVALID", (await person.FailAsync(Press(world, person, robot.UserId, message, "maybe"))).Message);
        Assert.Equal("MESSAGE_ID_INVALID", (await person.FailAsync(Press(world, person, robot.UserId, 999, "yes"))).Message);
    }

    [Fact]
    public async Task Edit_without_markup_takes_the_buttons_away()
    {
        await using var world = TestWorld.Open();
        var (person, robot, botMessage, _) = await ArrangeAsync(world);

        var edited = TestWorld.Message(await robot.CallAsync(new Tl.Messages.EditMessage { Peer = new Tl.InputPeerUser { UserId = person.UserId }, Id = botMessage, Message = "Chosen" }));

        Assert.Null(edited.ReplyMarkup);
        Assert.NotNull(edited.EditDate);
        Assert.Equal("MESSAGE_NOT_MODIFIED", (await robot.FailAsync(new Tl.Messages.EditMessage { Peer = new Tl.InputPeerUser { UserId = person.UserId }, Id = botMessage, Message = "Chosen" })).Message);
    }

    private static async Task<(TestClient Person, TestClient Robot, int BotMessage, int PersonMessage)> ArrangeAsync(TestWorld world)
    {
        var (ann, bot) = (await world.PersonAsync("Ann"), await world.BotAsync("echo_bot"));
        var (person, robot) = (world.LogIn(ann), world.LogIn(bot));
        await world.SendAsync(person, ann.Peer, "moves the ids apart");
        await world.SendAsync(person, bot.Peer, "/start");
        var sent = await robot.CallAsync(new Tl.Messages.SendMessage
        {
            Peer = new Tl.InputPeerUser { UserId = ann.Id },
            Message = "Choose",
            RandomId = world.NextRandom(),
            ReplyMarkup = new Tl.ReplyInlineMarkup { Rows = [new Tl.KeyboardButtonRow { Buttons = [new Tl.KeyboardButtonCallback { Text = "Yes", Data = "yes"u8.ToArray() }] }] },
        });
        var received = (Tl.Message)world.Pusher.To(ann.Id).OfType<Tl.UpdateNewMessage>().Last().Message;
        return (person, robot, TestWorld.Message(sent).Id, received.Id);
    }

    private static Tl.Messages.GetBotCallbackAnswer Press(TestWorld world, TestClient person, long botId, int messageId, string data) => new()
    {
        Peer = world.Peer(person, TelegramRest.Simulator.World.Model.PeerKey.User(botId)),
        MsgId = messageId,
        Data = Encoding.UTF8.GetBytes(data),
    };
}
