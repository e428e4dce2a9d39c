namespace TelegramRest.Tests.Unit.Simulator.World;

public sealed class MediaTests
{
    [Theory]
    [InlineData("🎲", 6)]
    [InlineData("🏀", 5)]
    [InlineData("🎰", 64)]
    public async Task Dice_show_what_they_can(string emoji, int highest)
    {
        await using var world = TestWorld.Open();
        var client = world.LogIn(await world.PersonAsync("Ann"));

        var dice = (Tl.MessageMediaDice)(await SendAsync(world, client, new Tl.InputMediaDice { Emoticon = emoji })).Media!;

        Assert.Equal(emoji, dice.Emoticon);
        Assert.InRange(dice.Value, 1, highest);
        Assert.Equal("EMOTICON_INVALID", (await client.FailAsync(Media.To(world, client, Self(world, client), new Tl.InputMediaDice { Emoticon = "x" }))).Message);
    }

    [Fact]
    public async Task Live_location_moves_and_ends()
    {
        await using var world = TestWorld.Open();
        var client = world.LogIn(await world.PersonAsync("Ann"));
        var sent = await SendAsync(world, client, Live(1, 2, period: 900));
        world.Time.Advance(TimeSpan.FromSeconds(30));
        var move = new Tl.Messages.EditMessage { Peer = new Tl.InputPeerSelf(), Id = sent.Id, Media = Live(3, 4, heading: 90) };

        var moved = (Tl.MessageMediaGeoLive)TestWorld.Message(await client.CallAsync(move)).Media!;
        Assert.Equal((3d, 90, 900), (((Tl.GeoPoint)moved.Geo).Lat, moved.Heading, moved.Period));
        var ended = (Tl.MessageMediaGeoLive)TestWorld.Message(await client.CallAsync(new Tl.Messages.EditMessage { Peer = new Tl.InputPeerSelf(), Id = sent.Id, Media = new Tl.InputMediaGeoLive { Stopped = true, GeoPoint = new Tl.InputGeoPointEmpty() } })).Media!;
        Assert.Equal((3d, null, 30), (((Tl.GeoPoint)ended.Geo).Lat, ended.Heading, ended.Period));

        Assert.Equal("MESSAGE_ID_INVALID", (await client.FailAsync(move)).Message);
        Assert.Equal("MEDIA_INVALID", (await client.FailAsync(Media.To(world, client, Self(world, client), Live(1, 2, period: 59)))).Message);
    }

    [Fact]
    public async Task Media_takes_the_place_of_its_like()
    {
        await using var world = TestWorld.Open();
        var client = world.LogIn(await world.PersonAsync("Ann"));
        var photo = await SendAsync(world, client, await Media.PhotoAsync(world, client), "old");
        var audio = await Media.DocumentAsync(world, client, "audio/mpeg", new Tl.DocumentAttributeAudio { Duration = 3 });
        var voice = await Media.DocumentAsync(world, client, "audio/ogg", new Tl.DocumentAttributeAudio { Duration = 3, Voice = true });
        var spoken = await SendAsync(world, client, voice);

        var edited = TestWorld.Message(await client.CallAsync(Edit(photo.Id, audio, "new")));

        Assert.True(edited is { Media: Tl.MessageMediaDocument, MessageValue: "new", EditDate: not null });
        Assert.Equal("MESSAGE_NOT_MODIFIED", (await client.FailAsync(Edit(photo.Id, audio, "new"))).Message);
        Assert.Equal("MEDIA_NEW_INVALID", (await client.FailAsync(Edit(photo.Id, voice, ""))).Message);
        Assert.Equal("MEDIA_PREV_INVALID", (await client.FailAsync(Edit(spoken.Id, audio, ""))).Message);
        Assert.Equal("MEDIA_PREV_INVALID", (await client.FailAsync(Edit(photo.Id, Live(1, 2), ""))).Message);
    }

    [Fact]
    public async Task Paid_media_is_shown_to_whoever_sells_it()
    {
        await using var world = TestWorld.Open();
        var (ann, ben) = (await world.PersonAsync("Ann"), await world.PersonAsync("Ben"));
        var (client, reader) = (world.LogIn(ann), world.LogIn(ben));

        var sent = (Tl.MessageMediaPaidMedia)TestWorld.Message(await client.CallAsync(Media.To(world, client, ben.Peer, new Tl.InputMediaPaidMedia { StarsAmount = 5, ExtendedMedia = [await Media.PhotoAsync(world, client)] }))).Media!;

        Assert.IsType<Tl.MessageExtendedMedia>(Assert.Single(sent.ExtendedMedia));
        var seen = (Tl.MessageMediaPaidMedia)((Tl.Message)world.Pusher.To(reader.UserId).OfType<Tl.UpdateNewMessage>().Single().Message).Media!;
        Assert.True(Assert.Single(seen.ExtendedMedia) is Tl.MessageExtendedMediaPreview { W: 40, H: 30 });
    }

    [Fact]
    public async Task Live_photo_keeps_its_video()
    {
        await using var world = TestWorld.Open();
        var client = world.LogIn(await world.PersonAsync("Ann"));
        var video = await Media.DocumentAsync(world, client, "video/mp4", new Tl.DocumentAttributeVideo { Duration = 3, W = 40, H = 30 });
        var photo = await Media.PhotoAsync(world, client);
        (photo.LivePhoto, photo.Video) = (true, video.Id);

        var media = (Tl.MessageMediaPhoto)(await SendAsync(world, client, photo)).Media!;

        Assert.True(media is { LivePhoto: true, Video: Tl.Document document } && document.Id == ((Tl.InputDocument)video.Id).Id);
    }

    [Fact]
    public async Task Checklist_is_ticked_and_grows()
    {
        await using var world = TestWorld.Open();
        var (ann, ben) = (await world.PersonAsync("Ann"), await world.PersonAsync("Ben"));
        var (client, friend) = (world.LogIn(ann), world.LogIn(ben));
        var list = new Tl.TodoList { OthersCanComplete = true, Title = PollScene.Text("List"), List = [new Tl.TodoItem { Id = 1, Title = PollScene.Text("Milk") }, new Tl.TodoItem { Id = 2, Title = PollScene.Text("Bread") }] };
        await client.CallAsync(Media.To(world, client, ben.Peer, new Tl.InputMediaTodo { Todo = list }));
        var id = world.Pusher.To(friend.UserId).OfType<Tl.UpdateNewMessage>().Single().Message is Tl.Message received ? received.Id : 0;
        var tick = new Tl.Messages.ToggleTodoCompleted { Peer = world.Peer(friend, ann.Peer), MsgId = id, Completed = [2], Incompleted = [] };

        var answer = (Tl.UpdatesConstructor)await friend.CallAsync(tick);

        var done = Assert.Single(((Tl.MessageMediaToDo)((Tl.Message)((Tl.UpdateEditMessage)answer.Updates[0]).Message).Media!).Completions!);
        Assert.Equal((2, ben.Id), (done.Id, ((Tl.PeerUser)done.CompletedBy).UserId));
        Assert.True(((Tl.UpdateNewMessage)answer.Updates[1]).Message is Tl.MessageService { Action: Tl.MessageActionTodoCompletions { Completed: [2] } });
        Assert.Equal("TODO_NOT_MODIFIED", (await friend.FailAsync(tick)).Message);
        Assert.Equal("MESSAGE_AUTHOR_REQUIRED", (await friend.FailAsync(new Tl.Messages.AppendTodoList { Peer = world.Peer(friend, ann.Peer), MsgId = id, List = [new Tl.TodoItem { Id = 3, Title = PollScene.Text("Tea") }] })).Message);
    }

    [Fact]
    public async Task Rights_are_asked_by_kind()
    {
        await using var world = TestWorld.Open();
        var (ann, ben) = (await world.PersonAsync("Ann"), await world.PersonAsync("Ben"));
        var (owner, member) = (world.LogIn(ann), world.LogIn(ben));
        var channel = await world.ChannelAsync(ann, broadcast: false, ben);
        var voice = await Media.DocumentAsync(world, member, "audio/ogg", new Tl.DocumentAttributeAudio { Duration = 3, Voice = true });
        await owner.CallAsync(new Tl.Messages.EditChatDefaultBannedRights { Peer = world.Peer(owner, channel.Peer), BannedRights = new Tl.ChatBannedRights { SendVoices = true, SendPolls = true } });

        Assert.Equal("CHAT_SEND_VOICES_FORBIDDEN", (await member.FailAsync(Media.To(world, member, channel.Peer, voice))).Message);
        Assert.Equal("CHAT_SEND_POLL_FORBIDDEN", (await member.FailAsync(Media.To(world, member, channel.Peer, PollScene.Poll()))).Message);
        await member.CallAsync(Media.To(world, member, channel.Peer, await Media.PhotoAsync(world, member)));
    }

    [Fact]
    public async Task Too_many_messages_a_minute_have_to_wait()
    {
        await using var world = TestWorld.Open();
        var (ann, ben) = (await world.PersonAsync("Ann"), await world.PersonAsync("Ben"));
        var client = world.LogIn(ann);
        world.World.Flood.PerMinute = 2;
        await world.SendAsync(client, ben.Peer, "1");
        world.Time.Advance(TimeSpan.FromSeconds(20));
        await world.SendAsync(client, ben.Peer, "2");

        var error = await client.FailAsync(world.Text(client, ben.Peer, "3"));

        Assert.Equal((420, "FLOOD_WAIT_40"), (error.Code, error.Message));
        await world.SendAsync(client, ann.Peer, "elsewhere");
        world.Time.Advance(TimeSpan.FromSeconds(40));
        await world.SendAsync(client, ben.Peer, "3");
    }

    private static TelegramRest.Simulator.World.Model.PeerKey Self(TestWorld world, TestClient client) => world.World.Roster.Account(client.UserId)!.Peer;

    private static async Task<Tl.Message> SendAsync(TestWorld world, TestClient client, Tl.InputMediaBase media, string caption = "") =>
        TestWorld.Message(await client.CallAsync(Media.To(world, client, Self(world, client), media, caption)));

    private static Tl.Messages.EditMessage Edit(int id, Tl.InputMediaBase media, string caption) => new() { Peer = new Tl.InputPeerSelf(), Id = id, Media = media, Message = caption };

    private static Tl.InputMediaGeoLive Live(double latitude, double longitude, int? period = null, int? heading = null) =>
        new() { GeoPoint = new Tl.InputGeoPoint { Lat = latitude, Long = longitude }, Period = period, Heading = heading };
}
