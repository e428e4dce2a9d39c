using TelegramRest.Simulator.World.Messages;

namespace TelegramRest.Tests.Unit.Simulator.World;

public sealed class ScheduledTests
{
    [Fact]
    public async Task Message_waits_for_its_time()
    {
        await using var world = TestWorld.Open();
        var (ann, ben) = (await world.PersonAsync("Ann"), await world.PersonAsync("Ben"));
        var (client, reader) = (world.LogIn(ann), world.LogIn(ben));
        var later = world.Text(client, ben.Peer, "later");
        later.ScheduleDate = Now(world) + 100;

        var answer = (Tl.UpdatesConstructor)await client.CallAsync(later);
        var waiting = (Tl.Message)answer.Updates.OfType<Tl.UpdateNewScheduledMessage>().Single().Message;
        Assert.Equal((waiting.Id, later.RandomId), (((Tl.UpdateMessageID)answer.Updates[0]).Id, ((Tl.UpdateMessageID)answer.Updates[0]).RandomId));
        Assert.Equal(("later", later.ScheduleDate), (waiting.MessageValue, waiting.Date));
        Assert.Single(((Tl.Messages.Messages)await client.CallAsync(new Tl.Messages.GetScheduledHistory { Peer = world.Peer(client, ben.Peer) })).MessagesValue);
        Assert.Empty(world.Pusher.To(reader.UserId));
        world.Time.Advance(TimeSpan.FromSeconds(100));

        Assert.Equal("later", ((Tl.Message)world.Pusher.To(reader.UserId).OfType<Tl.UpdateNewMessage>().Single().Message).MessageValue);
        var sent = (Tl.Message)world.Pusher.To(client.UserId).OfType<Tl.UpdateNewMessage>().Single().Message;
        Assert.True(sent.FromScheduled);
        var gone = world.Pusher.To(client.UserId).OfType<Tl.UpdateDeleteScheduledMessages>().Single();
        Assert.Equal((waiting.Id, sent.Id), (gone.Messages.Single(), gone.SentMessages!.Single()));
    }

    [Fact]
    public async Task Waiting_message_is_changed_put_off_sent_or_deleted()
    {
        await using var world = TestWorld.Open();
        var (ann, ben) = (await world.PersonAsync("Ann"), await world.PersonAsync("Ben"));
        var (client, reader) = (world.LogIn(ann), world.LogIn(ben));
        var (one, two) = (await ScheduleAsync(world, client, ben, "one"), await ScheduleAsync(world, client, ben, "two"));

        await client.CallAsync(new Tl.Messages.EditMessage { Peer = world.Peer(client, ben.Peer), Id = one, Message = "first", ScheduleDate = Now(world) + 5000 });
        await client.CallAsync(new Tl.Messages.DeleteScheduledMessages { Peer = world.Peer(client, ben.Peer), Id = [two] });
        world.Time.Advance(TimeSpan.FromSeconds(1000));
        Assert.Empty(world.Pusher.To(reader.UserId));
        await client.CallAsync(new Tl.Messages.SendScheduledMessages { Peer = world.Peer(client, ben.Peer), Id = [one] });

        Assert.Equal("first", ((Tl.Message)world.Pusher.To(reader.UserId).OfType<Tl.UpdateNewMessage>().Single().Message).MessageValue);
        Assert.Equal("MESSAGE_ID_INVALID", (await client.FailAsync(new Tl.Messages.SendScheduledMessages { Peer = world.Peer(client, ben.Peer), Id = [two] })).Message);
    }

    [Fact]
    public async Task Message_waits_until_the_other_is_online()
    {
        await using var world = TestWorld.Open();
        var (ann, ben) = (await world.PersonAsync("Ann"), await world.PersonAsync("Ben"));
        var (client, reader) = (world.LogIn(ann), world.LogIn(ben));
        var later = world.Text(client, ben.Peer, "there you are");
        later.ScheduleDate = ScheduledMessage.WhenOnline;
        await client.CallAsync(later);

        await reader.CallAsync(new Tl.Account.UpdateStatus { Offline = false });

        Assert.Single(world.Pusher.To(reader.UserId).OfType<Tl.UpdateNewMessage>());
    }

    [Fact]
    public async Task Bots_do_not_schedule_and_years_are_too_long()
    {
        await using var world = TestWorld.Open();
        var (ann, bot) = (await world.PersonAsync("Ann"), await world.BotAsync("echo_bot"));
        var (client, robot) = (world.LogIn(ann), world.LogIn(bot));
        await world.SendAsync(client, bot.Peer, "/start");
        var (mine, late) = (world.Text(robot, ann.Peer, "hi"), world.Text(client, bot.Peer, "hi"));
        (mine.ScheduleDate, late.ScheduleDate) = (Now(world) + 100, Now(world) + (400 * 86_400));

        Assert.Equal("SCHEDULE_BOT_NOT_ALLOWED", (await robot.FailAsync(mine)).Message);
        Assert.Equal("SCHEDULE_DATE_TOO_LATE", (await client.FailAsync(late)).Message);
    }

    [Fact]
    public async Task Waiting_message_survives_a_restart()
    {
        var directory = Directory.CreateTempSubdirectory("telegram-rest-scheduled").FullName;
        try
        {
            long ben;
            await using (var world = TestWorld.Open(directory))
            {
                var (ann, other) = (await world.PersonAsync("Ann"), await world.PersonAsync("Ben"));
                ben = other.Id;
                await ScheduleAsync(world, world.LogIn(ann), other, "later");
            }

            await using var again = TestWorld.Open(directory);
            var reader = again.LogIn(again.World.Roster.Account(ben)!);
            again.Time.Advance(TimeSpan.FromSeconds(600));
            Assert.Single(again.Pusher.To(reader.UserId).OfType<Tl.UpdateNewMessage>());
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    private static async Task<int> ScheduleAsync(TestWorld world, TestClient client, TelegramRest.Simulator.World.Model.Account to, string text)
    {
        var later = world.Text(client, to.Peer, text);
        later.ScheduleDate = Now(world) + 500;
        return ((Tl.UpdateMessageID)((Tl.UpdatesConstructor)await client.CallAsync(later)).Updates[0]).Id;
    }

    private static int Now(TestWorld world) => (int)world.Time.GetUtcNow().ToUnixTimeSeconds();
}
