using TelegramRest.Simulator.Rpc;

namespace TelegramRest.Tests.Unit.Simulator.World;

/// <summary>What clients of older layers read where the world has something that their layer cannot say.</summary>
public sealed class LayerTests
{
    [Theory]
    [InlineData(223, "Title", false)]
    [InlineData(225, "Title", false)]
    [InlineData(227, "", true)]
    [InlineData(228, "", true)]
    public void Article_becomes_its_words(int layer, string text, bool rich)
    {
        var message = Written(layer, Message(media: null, article: new Tl.RichMessage { Blocks = [new Tl.PageBlockHeading1 { Text = new Tl.TextPlain { Text = "Title" } }], Photos = [], Documents = [] }));

        Assert.Equal((text, rich), (message.MessageValue, message.RichMessage is not null));
    }

    [Theory]
    [InlineData(223, typeof(Tl.MessageActionEmpty))]
    [InlineData(224, typeof(Tl.MessageActionPollAppendAnswer))]
    public void Unknown_action_is_an_empty_one(int layer, Type action)
    {
        var service = Written(layer, new Tl.MessageService
        {
            Id = 1,
            PeerId = new Tl.PeerUser { UserId = 1 },
            Date = 1,
            Action = new Tl.MessageActionPollAppendAnswer { Answer = new Tl.PollAnswer { Text = PollScene.Text("a"), Option = new byte[1] } },
        });

        Assert.IsType(action, service.Action);
    }

    [Theory]
    [InlineData(223, 1, 1)]
    [InlineData(227, 1, 1)]
    [InlineData(228, 2, 2)]
    public void Unknown_updates_and_chats_are_left_out(int layer, int updates, int chats)
    {
        var read = Written(layer, new Tl.UpdatesConstructor
        {
            Updates = [new Tl.UpdateBotStarsSubscription { UserId = 1, Payload = new byte[1], Qts = 1 }, new Tl.UpdateChannel { ChannelId = 1 }],
            Users = [],
            Chats = [new Tl.Community { Id = 5, Title = "All", Photo = new Tl.ChatPhotoEmpty() }, new Tl.ChatForbidden { Id = 6, Title = "Gone" }],
            Date = 1,
        });

        Assert.Equal((updates, chats), (read.Updates.Length, read.Chats.Length));
        Assert.IsType<Tl.UpdateChannel>(read.Updates[^1]);
    }

    [Fact]
    public void Poll_is_read_in_every_form()
    {
        var media = new Tl.MessageMediaPoll
        {
            Poll = new Tl.Poll { Id = 9, OpenAnswers = true, SubscribersOnly = true, Question = PollScene.Text("q"), Answers = [new Tl.PollAnswer { Text = PollScene.Text("a"), Option = new byte[] { 48 }, AddedBy = new Tl.PeerUser { UserId = 1 }, Date = 3 }], Hash = 4 },
            Results = new Tl.PollResults { TotalVoters = 1, Results = [new Tl.PollAnswerVoters { Option = new byte[] { 48 }, Voters = 1, RecentVoters = [] }] },
        };

        int[] layers = [223, 224, 225, 227, 228];
        var seen = layers.Select(layer => (Tl.MessageMediaPoll)Written(layer, Message(media, article: null)).Media!).ToList();

        Assert.Equal([false, true, true, true, true], seen.Select(each => each.Poll.OpenAnswers));
        Assert.Equal([false, false, true, true, true], seen.Select(each => each.Poll.SubscribersOnly));
        Assert.Equal([null, 3, 3, 3, 3], seen.Select(each => ((Tl.PollAnswer)each.Poll.Answers[0]).Date));
        Assert.All(seen, each => Assert.Equal(1, each.Results.Results![0].Voters));
    }

    [Theory]
    [InlineData(223)]
    [InlineData(224)]
    public void Live_photo_is_a_photo_and_unknown_marks_fall_away(int layer)
    {
        var message = Message(new Tl.MessageMediaPhoto { Photo = new Tl.PhotoEmpty { Id = 1 }, LivePhoto = true, Video = new Tl.DocumentEmpty { Id = 2 } }, article: null);
        message.Entities = [new Tl.MessageEntityBold { Length = 1 }, new Tl.MessageEntityDiffInsert { Length = 1 }];

        var read = Written(layer, message);

        Assert.Equal(layer >= 224, ((Tl.MessageMediaPhoto)read.Media!).LivePhoto);
        Assert.Equal(layer >= 224 ? 2 : 1, read.Entities!.Length);
    }

    [Fact]
    public void Answer_to_what_the_client_never_got_answers_nothing()
    {
        var message = Message(media: null, article: null);
        message.ReplyTo = new Tl.MessageReplyHeader { ReplyToEphemeral = true, ReplyToMsgId = 3 };

        Assert.Null(Written(227, message).ReplyTo);
        Assert.NotNull(Written(228, message).ReplyTo);
    }

    [Fact]
    public void Button_for_a_bot_to_be_made_is_plain_text()
    {
        var message = Message(media: null, article: null);
        message.ReplyMarkup = new Tl.ReplyKeyboardMarkup
        {
            Rows = [new Tl.KeyboardButtonRow { Buttons = [new Tl.KeyboardButtonRequestPeer { Text = "New bot", ButtonId = 1, PeerType = new Tl.RequestPeerTypeCreateBot(), MaxQuantity = 1 }] }],
        };

        var button = ((Tl.ReplyKeyboardMarkup)Written(223, message).ReplyMarkup!).Rows[0].Buttons[0];

        Assert.Equal("New bot", Assert.IsType<Tl.KeyboardButton>(button).Text);
    }

    [Fact]
    public void Without_substitutes_the_missing_constructor_is_named()
    {
        using var writer = new Tl.TlWriter { Layer = 227 };

        var error = Assert.Throws<Tl.TlLayerException>(() => writer.WriteVector([new Tl.UpdateBotStarsSubscription { UserId = 1, Payload = new byte[1], Qts = 1 }]));

        Assert.Equal(("updateBotStarsSubscription", 227), (error.Constructor, error.Layer));
    }

    private static Tl.Message Message(Tl.MessageMediaBase? media, Tl.RichMessage? article) =>
        new() { Id = 1, PeerId = new Tl.PeerUser { UserId = 1 }, Date = 1, MessageValue = "", Media = media, RichMessage = article };

    private static T Written<T>(int layer, T value)
        where T : Tl.TlObject
    {
        using var writer = new Tl.TlWriter { Layer = layer, Substitutes = LayerForms.Instance };
        writer.WriteObject(value);
        var reader = new Tl.TlReader(writer.WrittenSpan);
        var read = reader.Read<T>();
        Assert.Equal(0, reader.Remaining);
        return read;
    }
}
