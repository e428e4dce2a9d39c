using TelegramRest.Simulator.World.Logins;

namespace TelegramRest.Tests.Unit.Simulator.World;

/// <summary>A world that is opened again is the world that was left, whatever moment that was.</summary>
public sealed class PersistenceTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("simulator-test-").FullName;

    [Fact]
    public async Task Accounts_messages_and_logs_come_back()
    {
        long annId, botId;
        string token;
        int pts, messageId;
        byte[] reference;
        await using (var world = TestWorld.Open(_directory))
        {
            var (ann, bot) = (await world.PersonAsync("Ann", "ann_here"), await world.BotAsync("echo_bot", privacy: false));
            ann.Password = SrpGroup.NewVerifier("secret", "hint", null);
            world.World.Rows.Save(ann);
            (annId, botId, token) = (ann.Id, bot.Id, bot.Bot!.Token);
            var (person, robot) = (world.LogIn(ann), world.LogIn(bot));
            await world.SendAsync(person, bot.Peer, "one");
            await person.CallAsync(new Tl.Upload.SaveFilePart { FileId = 7, FilePart = 0, Bytes = Images.Png(10, 10) });
            var photo = await person.CallAsync(new Tl.Messages.SendMedia
            {
                Peer = world.Peer(person, bot.Peer),
                Media = new Tl.InputMediaUploadedPhoto { File = new Tl.InputFile { Id = 7, Parts = 1, Name = "a.png", Md5Checksum = "" } },
                Message = "caption @echo_bot",
                RandomId = 99,
            });
            reference = ((Tl.Photo)((Tl.MessageMediaPhoto)TestWorld.Message(photo).Media!).Photo!).FileReference.ToArray();
            messageId = TestWorld.Message(photo).Id;
            await person.CallAsync(new Tl.Contacts.Block { Id = world.Peer(person, bot.Peer) });
            pts = (await robot.CallAsync(new Tl.Updates.GetState())).Pts;
        }

        await using (var world = TestWorld.Open(_directory))
        {
            var (ann, bot) = (world.World.Roster.Account(annId)!, world.World.Roster.Account(botId)!);
            var (person, robot) = (world.LogIn(ann), world.LogIn(bot));
            var difference = Assert.IsType<Tl.Updates.Difference>(await robot.CallAsync(new Tl.Updates.GetDifference { Pts = 1, Qts = 1, Date = 1 }));

            Assert.Equal(bot, world.World.Roster.ByToken(token));
            Assert.Equal(ann.Peer, world.World.Roster.ByUsername("ANN_HERE"));
            Assert.Equal("hint", ann.Password!.Hint);
            Assert.False(bot.Bot!.Privacy);
            Assert.Equal(["one", "caption @echo_bot"], difference.NewMessages.Cast<Tl.Message>().Select(message => message.MessageValue));
            Assert.Equal(pts, difference.State.Pts);
            Assert.Single(difference.OtherUpdates.OfType<Tl.UpdateBotStopped>());
            var media = Assert.IsType<Tl.MessageMediaPhoto>(Assert.IsType<Tl.Message>(difference.NewMessages[1]).Media);
            Assert.Equal(reference, Assert.IsType<Tl.Photo>(media.Photo).FileReference.ToArray());

            await person.CallAsync(new Tl.Contacts.Unblock { Id = world.Peer(person, bot.Peer) });
            Assert.Equal("RANDOM_ID_DUPLICATE", (await person.FailAsync(new Tl.Messages.SendMessage { Peer = world.Peer(person, bot.Peer), Message = "again", RandomId = 99 })).Message);
            Assert.Equal(messageId + 1, TestWorld.Message(await person.CallAsync(new Tl.Messages.SendMessage { Peer = world.Peer(person, bot.Peer), Message = "new", RandomId = 100 })).Id);
        }
    }

    [Fact]
    public async Task Channels_and_groups_come_back_with_their_members()
    {
        long channelId, groupId, annId, benId;
        await using (var world = TestWorld.Open(_directory))
        {
            var (ann, ben) = (await world.PersonAsync("Ann"), await world.PersonAsync("Ben"));
            (annId, benId) = (ann.Id, ben.Id);
            var channel = await world.ChannelAsync(ann, broadcast: false, ben);
            await world.PromoteAsync(channel, ben, new Tl.ChatAdminRights { PinMessages = true });
            channelId = channel.Id;
            groupId = (await world.GroupAsync(ann, ben)).Id;
            await world.SendAsync(world.LogIn(ben), channel.Peer, "kept");
        }

        await using (var world = TestWorld.Open(_directory))
        {
            var channel = world.World.Roster.Channel(channelId)!;
            var client = world.LogIn(world.World.Roster.Account(benId)!);
            var participant = await client.CallAsync(new Tl.Channels.GetParticipant { Channel = world.Input(client, channel), Participant = new Tl.InputPeerSelf() });
            var history = Assert.IsType<Tl.Messages.ChannelMessages>(await client.CallAsync(new Tl.Messages.GetHistory { Peer = world.Peer(client, channel.Peer), Limit = 10 }));

            Assert.True(Assert.IsType<Tl.ChannelParticipantAdmin>(participant.Participant).AdminRights.PinMessages);
            Assert.Equal("kept", Assert.IsType<Tl.Message>(history.Messages[0]).MessageValue);
            Assert.Equal([annId, benId], world.World.Roster.Group(groupId)!.Members.Keys);
            var dialogs = Assert.IsType<Tl.Messages.Dialogs>(await client.CallAsync(new Tl.Messages.GetDialogs { OffsetPeer = new Tl.InputPeerEmpty(), Limit = 10 }));
            Assert.Equal(2, dialogs.DialogsValue.Length);
        }
    }

    [Fact]
    public async Task Login_that_waits_for_its_password_goes_on()
    {
        byte[] secret;
        await using (var world = TestWorld.Open(_directory))
        {
            var person = world.World.Roster.AddPerson("9996621111", "Ann", "", 2);
            person.Password = SrpGroup.NewVerifier("secret", "", null);
            world.World.Rows.Save(person);
            var client = world.Stranger();
            secret = client.Key.Secret;
            var sent = (Tl.Auth.SentCode)await client.CallAsync(new Tl.Auth.SendCode { PhoneNumber = "9996621111", ApiId = 1, ApiHash = "hash", Settings = new Tl.CodeSettings() });
            Assert.Equal("SESSION_PASSWORD_NEEDED", (await client.FailAsync(new Tl.Auth.SignIn { PhoneNumber = "9996621111", PhoneCodeHash = sent.PhoneCodeHash, PhoneCode = "22222" })).Message);
        }

        await using (var world = TestWorld.Open(_directory))
        {
            var client = world.Stranger(secret: secret);
            var question = await client.CallAsync(new Tl.Account.GetPassword());
            await client.CallAsync(new Tl.Auth.CheckPassword { Password = SrpClient.Answer(question, "secret") });
            Assert.NotNull(client.Key.UserId);
        }
    }

    [Fact]
    public async Task Pushes_leave_in_order_and_only_when_they_are_kept()
    {
        await using var world = TestWorld.Open(_directory);
        var bot = await world.BotAsync("echo_bot");
        world.LogIn(bot);
        var people = new List<TestClient>();
        for (var index = 0; index < 4; index++)
            people.Add(world.LogIn(await world.PersonAsync($"Person {index}")));
        var texts = people.SelectMany(person => Enumerable.Range(0, 50).Select(_ => (Person: person, Text: world.Text(person, bot.Peer, "hi")))).ToList();

        await Parallel.ForEachAsync(texts, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (each, _) => await each.Person.CallAsync(each.Text));

        Assert.Equal(Enumerable.Range(2, 200), world.Pusher.To(bot.Id).Cast<Tl.UpdateNewMessage>().Select(update => update.Pts));
    }

    [Fact]
    public async Task Demo_is_made_once()
    {
        await using var first = TestWorld.Open(_directory);
        var seed = first.World.EnsureDemo();
        Assert.Equal(seed, first.World.EnsureDemo());
        await first.DisposeAsync();

        await using var second = TestWorld.Open(_directory);
        Assert.Equal(seed, second.World.EnsureDemo());
        Assert.StartsWith("+99966", seed.PhoneNumber, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_directory, recursive: true);
}
