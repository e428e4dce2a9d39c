using TelegramRest.Simulator.Rpc;
using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Tests.Unit.Simulator.World;

public sealed class BusinessTests
{
    [Fact]
    public async Task Connected_bot_is_told_about_private_messages()
    {
        await using var world = TestWorld.Open();
        var (owner, customer, bot, connection) = await ArrangeAsync(world);

        var sent = await world.SendAsync(customer, PeerKey.User(owner.UserId), "hello");
        await customer.CallAsync(new Tl.Messages.EditMessage { Peer = world.Peer(customer, PeerKey.User(owner.UserId)), Id = sent.Id, Message = "hello!" });
        await customer.CallAsync(new Tl.Messages.DeleteMessages { Id = [sent.Id], Revoke = true });

        var created = Assert.Single(world.Pusher.To(bot.Id).OfType<Tl.UpdateBotNewBusinessMessage>());
        var edited = Assert.Single(world.Pusher.To(bot.Id).OfType<Tl.UpdateBotEditBusinessMessage>());
        var deleted = Assert.Single(world.Pusher.To(bot.Id).OfType<Tl.UpdateBotDeleteBusinessMessage>());
        var message = (Tl.Message)created.Message;
        Assert.Equal((connection, "hello", customer.UserId), (created.ConnectionId, message.MessageValue, ((Tl.PeerUser)message.FromId!).UserId));
        Assert.Equal(customer.UserId, ((Tl.PeerUser)message.PeerId).UserId);
        Assert.Equal("hello!", ((Tl.Message)edited.Message).MessageValue);
        Assert.Equal([message.Id], deleted.Messages);
        Assert.Equal([created.Qts, edited.Qts, deleted.Qts], [created.Qts, created.Qts + 1, created.Qts + 2]);
    }

    [Fact]
    public async Task Bot_writes_in_the_persons_name()
    {
        await using var world = TestWorld.Open();
        var (owner, customer, bot, connection) = await ArrangeAsync(world);
        await world.SendAsync(customer, PeerKey.User(owner.UserId), "hello");
        var robot = world.LogIn(bot);

        var answer = (Tl.UpdatesConstructor)await robot.CallInNameAsync(connection, world.Text(robot, PeerKey.User(customer.UserId), "at your service"));
        var seen = (Tl.Message)world.Pusher.To(customer.UserId).OfType<Tl.UpdateNewMessage>().Last().Message;

        var update = Assert.IsType<Tl.UpdateBotNewBusinessMessage>(Assert.Single(answer.Updates));
        var message = (Tl.Message)update.Message;
        Assert.Equal((bot.Id, owner.UserId), (message.ViaBusinessBotId!.Value, ((Tl.PeerUser)message.FromId!).UserId));
        Assert.Equal(("at your service", bot.Id), (seen.MessageValue, seen.ViaBusinessBotId!.Value));
        Assert.Single(world.Pusher.To(bot.Id).OfType<Tl.UpdateBotNewBusinessMessage>());
    }

    [Fact]
    public async Task What_a_bot_may_not_do_is_refused()
    {
        await using var world = TestWorld.Open();
        var (owner, customer, bot, connection) = await ArrangeAsync(world, new Tl.BusinessBotRights { ReadMessages = true });
        var robot = world.LogIn(bot);
        var peer = PeerKey.User(customer.UserId);

        async Task<string> RefusedAsync(string name, Tl.ITlMethod<Tl.UpdatesBase> method) => (await Assert.ThrowsAsync<RpcError>(() => robot.CallInNameAsync(name, method))).Message;

        Assert.Equal("BUSINESS_CONNECTION_INVALID", await RefusedAsync("nothing", world.Text(robot, peer, "hi")));
        Assert.Equal("BOT_ACCESS_FORBIDDEN", await RefusedAsync(connection, world.Text(robot, peer, "hi")));
        Assert.Equal("METHOD_INVALID", await RefusedAsync(connection, new Tl.Messages.CreateForumTopic { Peer = world.Peer(robot, peer), Title = "x", RandomId = 1 }));
        world.World.Business.Find(connection)!.Rights.Reply = true;
        Assert.Equal("BUSINESS_PEER_USAGE_MISSING", await RefusedAsync(connection, world.Text(robot, peer, "hi")));
        Assert.Equal("BUSINESS_PEER_INVALID", await RefusedAsync(connection, world.Text(robot, bot.Peer, "hi")));
        await world.SendAsync(customer, PeerKey.User(owner.UserId), "hello");
        Assert.NotNull(await robot.CallInNameAsync(connection, world.Text(robot, peer, "hi")));
    }

    [Fact]
    public async Task Connection_is_announced_and_ended()
    {
        await using var world = TestWorld.Open();
        var (owner, _, bot, connection) = await ArrangeAsync(world);
        var robot = world.LogIn(bot);

        var shown = (Tl.UpdatesConstructor)await robot.CallAsync(new Tl.Account.GetBotBusinessConnection { ConnectionId = connection });
        await owner.CallAsync(new Tl.Account.UpdateConnectedBot { Deleted = true, Bot = world.User(owner, bot), Recipients = new Tl.InputBusinessBotRecipients() });

        Assert.False(Assert.IsType<Tl.UpdateBotBusinessConnect>(Assert.Single(shown.Updates)).Connection.Disabled);
        Assert.Equal([false, true], world.Pusher.To(bot.Id).OfType<Tl.UpdateBotBusinessConnect>().Select(update => update.Connection.Disabled));
        Assert.Equal("BUSINESS_CONNECTION_INVALID", (await Assert.ThrowsAsync<RpcError>(() => robot.CallInNameAsync(connection, world.Text(robot, bot.Peer, "hi")))).Message);
    }

    private static async Task<(TestClient Owner, TestClient Customer, Account Bot, string Connection)> ArrangeAsync(TestWorld world, Tl.BusinessBotRights? rights = null)
    {
        var (ann, ben, bot) = (await world.PersonAsync("Ann"), await world.PersonAsync("Ben"), await world.BotAsync("shop_bot"));
        bot.Bot!.Business = true;
        var owner = world.LogIn(ann);
        world.LogIn(bot);
        await owner.CallAsync(new Tl.Account.UpdateConnectedBot
        {
            Bot = world.User(owner, bot),
            Rights = rights ?? new Tl.BusinessBotRights { Reply = true, ReadMessages = true, DeleteSentMessages = true },
            Recipients = new Tl.InputBusinessBotRecipients { ExcludeSelected = true },
        });
        return (owner, world.LogIn(ben), bot, world.World.Business.Of(ann)!.Id);
    }
}
