using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Tests.Unit.Simulator.World;

public sealed class EphemeralTests
{
    [Fact]
    public async Task Admin_bot_writes_to_one_member()
    {
        await using var world = TestWorld.Open();
        var scene = await ArrangeAsync(world, admin: true);

        var answer = (Tl.UpdatesConstructor)await scene.Robot.CallAsync(Write(world, scene, "psst"));
        var received = Assert.Single(world.Pusher.To(scene.Person.UserId).OfType<Tl.UpdateNewEphemeralMessage>()).Message;

        var sent = Assert.IsType<Tl.UpdateNewEphemeralMessage>(Assert.Single(answer.Updates)).Message;
        Assert.Equal((1, "psst", true, scene.Person.UserId), (sent.Id, sent.Message, sent.Out, sent.ReceiverId));
        Assert.Equal((1, false), (received.Id, received.Out));
        Assert.Empty(world.Pusher.To(scene.Other.UserId).OfType<Tl.UpdateNewEphemeralMessage>());
        Assert.DoesNotContain(world.World.Boxes.Of(scene.Group).Messages.Values, message => message.Text == "psst");
    }

    [Fact]
    public async Task Plain_bot_only_answers()
    {
        await using var world = TestWorld.Open();
        var scene = await ArrangeAsync(world, admin: false);
        await scene.Robot.CallAsync(new Tl.Bots.SetBotCommands { Scope = new Tl.BotCommandScopeDefault(), LangCode = "", Commands = [new Tl.BotCommand { Ephemeral = true, Command = "secret", Description = "Secret" }] });

        Assert.Equal("CHAT_ADMIN_REQUIRED", (await scene.Robot.FailAsync(Write(world, scene, "psst"))).Message);
        var unknown = Write(world, scene, "psst");
        unknown.QueryId = 5;
        Assert.Equal("QUERY_ID_INVALID", (await scene.Robot.FailAsync(unknown)).Message);

        await scene.Person.CallAsync(Command(world, scene, "/secret please"));
        var command = Assert.Single(world.Pusher.To(scene.Robot.UserId).OfType<Tl.UpdateNewEphemeralMessage>()).Message;
        var reply = Write(world, scene, "told");
        reply.ReplyTo = new Tl.InputReplyToEphemeralMessage { Id = command.Id };
        var told = ((Tl.UpdatesConstructor)await scene.Robot.CallAsync(reply)).Updates.OfType<Tl.UpdateNewEphemeralMessage>().Single().Message;
        Assert.True(((Tl.MessageReplyHeader)told.ReplyTo!).ReplyToEphemeral);
        Assert.Equal((1, 2), (command.Id, told.Id));

        world.Time.Advance(TimeSpan.FromSeconds(16));
        var late = Write(world, scene, "late");
        late.ReplyTo = new Tl.InputReplyToEphemeralMessage { Id = command.Id };
        Assert.Equal("CHAT_ADMIN_REQUIRED", (await scene.Robot.FailAsync(late)).Message);
        Assert.Equal("BOT_COMMAND_INVALID", (await scene.Person.FailAsync(Command(world, scene, "/other"))).Message);
    }

    [Fact]
    public async Task Message_is_edited_pressed_and_deleted()
    {
        await using var world = TestWorld.Open();
        var scene = await ArrangeAsync(world, admin: true);
        await scene.Robot.CallAsync(Write(world, scene, "psst"));
        var (peer, receiver) = (world.Peer(scene.Robot, scene.Group.Peer), new Tl.InputUser { UserId = scene.Person.UserId });

        await scene.Robot.CallAsync(new Tl.Ephemeral.EditMessage { Peer = peer, ReceiverId = receiver, Id = 1, Message = "choose", ReplyMarkup = Button() });
        Assert.Equal("MESSAGE_NOT_MODIFIED", (await scene.Robot.FailAsync(new Tl.Ephemeral.EditMessage { Peer = peer, ReceiverId = receiver, Id = 1, Message = "choose", ReplyMarkup = Button() })).Message);
        Assert.Equal("MEDIA_CAPTION_TOO_LONG", (await scene.Robot.FailAsync(new Tl.Ephemeral.EditMessage { Peer = peer, ReceiverId = receiver, Id = 1, Message = new string('a', 1025) })).Message);
        var press = scene.Person.CallAsync(new Tl.Ephemeral.GetCallbackAnswer { Peer = world.Peer(scene.Person, scene.Group.Peer), Id = 1, Data = "yes"u8.ToArray() });
        var query = Assert.Single(world.Pusher.To(scene.Robot.UserId).OfType<Tl.UpdateEphemeralBotCallbackQuery>());
        await scene.Robot.CallAsync(new Tl.Messages.SetBotCallbackAnswer { QueryId = query.QueryId, Message = "ok" });
        Assert.True(await scene.Robot.CallAsync(new Tl.Ephemeral.DeleteMessage { Peer = peer, ReceiverId = receiver, Id = 1 }));

        Assert.Equal("ok", (await press).Message);
        Assert.Equal("choose", query.Message.Message);
        Assert.Equal([1], Assert.Single(world.Pusher.To(scene.Person.UserId).OfType<Tl.UpdateDeleteEphemeralMessages>()).Ids);
        Assert.Equal("MESSAGE_ID_INVALID", (await scene.Robot.FailAsync(new Tl.Ephemeral.DeleteMessage { Peer = peer, ReceiverId = receiver, Id = 1 })).Message);
    }

    private static async Task<Arranged> ArrangeAsync(TestWorld world, bool admin)
    {
        var (ann, ben, bot) = (await world.PersonAsync("Ann"), await world.PersonAsync("Ben"), await world.BotAsync("whisper_bot"));
        var group = await world.ChannelAsync(ben, broadcast: false, ann, bot);
        if (admin)
            await world.PromoteAsync(group, bot, new Tl.ChatAdminRights { DeleteMessages = true });
        return new Arranged(world.LogIn(ann), world.LogIn(ben), world.LogIn(bot), group);
    }

    private static Tl.Ephemeral.SendMessage Write(TestWorld world, Arranged scene, string text) => new()
    {
        Peer = world.Peer(scene.Robot, scene.Group.Peer),
        ReceiverId = new Tl.InputUser { UserId = scene.Person.UserId },
        Message = text,
        RandomId = world.NextRandom(),
    };

    private static Tl.Ephemeral.SendMessage Command(TestWorld world, Arranged scene, string text) => new()
    {
        Peer = world.Peer(scene.Person, scene.Group.Peer),
        ReceiverId = world.User(scene.Person, world.World.Roster.Account(scene.Robot.UserId)!),
        Message = text,
        RandomId = world.NextRandom(),
    };

    private static Tl.ReplyInlineMarkup Button() =>
        new() { Rows = [new Tl.KeyboardButtonRow { Buttons = [new Tl.KeyboardButtonCallback { Text = "Yes", Data = "yes"u8.ToArray() }] }] };

    private sealed record Arranged(TestClient Person, TestClient Other, TestClient Robot, Channel Group);
}
