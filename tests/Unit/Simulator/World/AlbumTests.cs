using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Tests.Unit.Simulator.World;

public sealed class AlbumTests
{
    [Fact]
    public async Task Items_keep_their_order_and_share_a_group()
    {
        await using var world = TestWorld.Open();
        var (ann, ben) = (await world.PersonAsync("Ann"), await world.PersonAsync("Ben"));
        var (client, reader) = (world.LogIn(ann), world.LogIn(ben));
        var video = await Media.DocumentAsync(world, client, "video/mp4", new Tl.DocumentAttributeVideo { Duration = 3, W = 10, H = 10 });
        var (first, second) = (Item(world, await Media.PhotoAsync(world, client), "one"), Item(world, video, "two"));

        var answer = (Tl.UpdatesConstructor)await client.CallAsync(Album(world, client, ben.Peer, first, second));

        var sent = Media.Messages(answer);
        Assert.Equal(["one", "two"], sent.Select(message => message.MessageValue));
        Assert.True(sent[0].GroupedId is not null && sent[0].GroupedId == sent[1].GroupedId);
        Assert.Equal(
            [(first.RandomId, sent[0].Id), (second.RandomId, sent[1].Id)],
            answer.Updates.OfType<Tl.UpdateMessageID>().Select(each => (each.RandomId, each.Id)));
        Assert.Equal(2, world.Pusher.To(reader.UserId).OfType<Tl.UpdateNewMessage>().Count());
    }

    [Fact]
    public async Task Only_what_goes_together_is_an_album()
    {
        await using var world = TestWorld.Open();
        var (ann, ben) = (await world.PersonAsync("Ann"), await world.PersonAsync("Ben"));
        var client = world.LogIn(ann);
        var photo = await Media.PhotoAsync(world, client);
        var audio = await Media.DocumentAsync(world, client, "audio/mpeg", new Tl.DocumentAttributeAudio { Duration = 3 });
        var voice = await Media.DocumentAsync(world, client, "audio/ogg", new Tl.DocumentAttributeAudio { Duration = 3, Voice = true });

        Assert.Equal("MEDIA_GROUPED_INVALID", (await client.FailAsync(Album(world, client, ben.Peer, Item(world, photo), Item(world, audio)))).Message);
        Assert.Equal("MEDIA_GROUPED_INVALID", (await client.FailAsync(Album(world, client, ben.Peer, Item(world, voice), Item(world, voice)))).Message);
        Assert.Equal("MEDIA_INVALID", (await client.FailAsync(Album(world, client, ben.Peer, Item(world, new Tl.InputMediaDice { Emoticon = "🎲" })))).Message);
        Assert.Equal("MULTI_MEDIA_TOO_LONG", (await client.FailAsync(Album(world, client, ben.Peer, [.. Enumerable.Range(0, 11).Select(_ => Item(world, photo))]))).Message);
        Assert.Equal("MEDIA_EMPTY", (await client.FailAsync(Album(world, client, ben.Peer))).Message);
    }

    [Fact]
    public async Task Repeated_random_id_sends_nothing_again()
    {
        await using var world = TestWorld.Open();
        var (ann, ben) = (await world.PersonAsync("Ann"), await world.PersonAsync("Ben"));
        var client = world.LogIn(ann);
        var album = Album(world, client, ben.Peer, Item(world, await Media.PhotoAsync(world, client)), Item(world, await Media.PhotoAsync(world, client)));
        await client.CallAsync(album);

        var error = await client.FailAsync(album);

        Assert.Equal((500, "RANDOM_ID_DUPLICATE"), (error.Code, error.Message));
        Assert.Equal(2, world.World.Boxes.Of(ann).Messages.Count);
    }

    [Fact]
    public async Task Forwarded_album_stays_together_and_a_copy_can_drop_the_captions()
    {
        await using var world = TestWorld.Open();
        var (ann, ben) = (await world.PersonAsync("Ann"), await world.PersonAsync("Ben"));
        var client = world.LogIn(ann);
        var sent = Media.Messages(await client.CallAsync(Album(world, client, ben.Peer, Item(world, await Media.PhotoAsync(world, client), "a"), Item(world, await Media.PhotoAsync(world, client), "b"))));
        Tl.Messages.ForwardMessages Forward(bool copy) => new()
        {
            FromPeer = world.Peer(client, ben.Peer),
            ToPeer = new Tl.InputPeerSelf(),
            Id = [.. sent.Select(message => message.Id)],
            RandomId = [world.NextRandom(), world.NextRandom()],
            DropAuthor = copy,
            DropMediaCaptions = copy,
        };

        var forwarded = Media.Messages(await client.CallAsync(Forward(copy: false)));
        var copied = Media.Messages(await client.CallAsync(Forward(copy: true)));

        Assert.True(forwarded[0].GroupedId == forwarded[1].GroupedId && forwarded[0].GroupedId != sent[0].GroupedId);
        Assert.Equal(["a", "b"], forwarded.Select(message => message.MessageValue));
        Assert.Equal((ben.Peer.ToString(), sent[0].Id), (PeerKey.From(forwarded[0].FwdFrom!.SavedFromPeer!).ToString(), forwarded[0].FwdFrom!.SavedFromMsgId));
        Assert.All(copied, message => Assert.True(message is { FwdFrom: null, MessageValue: "", Media: Tl.MessageMediaPhoto }));
    }

    [Fact]
    public async Task In_slow_mode_an_album_is_one_message_and_forwards_are_many()
    {
        await using var world = TestWorld.Open();
        var (ann, ben) = (await world.PersonAsync("Ann"), await world.PersonAsync("Ben"));
        var (owner, client) = (world.LogIn(ann), world.LogIn(ben));
        var channel = await world.ChannelAsync(ann, broadcast: false, ben);
        await owner.CallAsync(new Tl.Channels.ToggleSlowMode { Channel = world.Input(owner, channel), Seconds = 60 });
        var (one, two) = (await world.SendAsync(client, ben.Peer, "1"), await world.SendAsync(client, ben.Peer, "2"));
        var forward = new Tl.Messages.ForwardMessages { FromPeer = new Tl.InputPeerSelf(), ToPeer = world.Peer(client, channel.Peer), Id = [one.Id, two.Id], RandomId = [world.NextRandom(), world.NextRandom()] };

        Assert.Equal("SLOWMODE_MULTI_MSGS_DISABLED", (await client.FailAsync(forward)).Message);
        await client.CallAsync(Album(world, client, channel.Peer, Item(world, await Media.PhotoAsync(world, client)), Item(world, await Media.PhotoAsync(world, client))));
        Assert.Equal("SLOWMODE_WAIT_60", (await client.FailAsync(world.Text(client, channel.Peer, "again"))).Message);
    }

    [Fact]
    public async Task Protected_chat_lets_nothing_be_forwarded()
    {
        await using var world = TestWorld.Open();
        var ann = await world.PersonAsync("Ann");
        var client = world.LogIn(ann);
        var channel = await world.ChannelAsync(ann, broadcast: false);
        var message = await world.SendAsync(client, channel.Peer, "mine");
        await client.CallAsync(new Tl.Messages.ToggleNoForwards { Peer = world.Peer(client, channel.Peer), Enabled = true });

        var error = await client.FailAsync(new Tl.Messages.ForwardMessages
        {
            FromPeer = world.Peer(client, channel.Peer),
            ToPeer = new Tl.InputPeerSelf(),
            Id = [message.Id],
            RandomId = [world.NextRandom()],
        });

        Assert.Equal("CHAT_FORWARDS_RESTRICTED", error.Message);
    }

    private static Tl.InputSingleMedia Item(TestWorld world, Tl.InputMediaBase media, string caption = "") => new() { Media = media, RandomId = world.NextRandom(), Message = caption };

    private static Tl.Messages.SendMultiMedia Album(TestWorld world, TestClient client, PeerKey peer, params Tl.InputSingleMedia[] items) => new() { Peer = world.Peer(client, peer), MultiMedia = items };
}
