using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Tests.Unit.Simulator.World;

public sealed class InlineTests
{
    [Fact]
    public async Task Query_is_answered_once_and_cached()
    {
        await using var world = TestWorld.Open();
        var (person, robot, bot) = await ArrangeAsync(world);

        var results = await AskAsync(world, person, robot, "cats", Article("1", "Cat"));
        var again = await person.CallAsync(Query(world, person, bot, "cats"));

        var shown = Assert.IsType<Tl.BotInlineResult>(Assert.Single(results.Results));
        Assert.Equal(("1", "article", "Cat"), (shown.Id, shown.Type, shown.Title));
        Assert.Equal(results.QueryId, again.QueryId);
        Assert.Equal("QUERY_ID_INVALID", (await robot.FailAsync(new Tl.Messages.SetInlineBotResults { QueryId = results.QueryId, Results = [], CacheTime = 0 })).Message);
    }

    [Fact]
    public async Task Silent_bot_and_bot_without_inline_mode_are_told()
    {
        await using var world = TestWorld.Open();
        var (person, _, bot) = await ArrangeAsync(world);
        var plain = await world.BotAsync("plain_bot");

        var asking = person.CallAsync(Query(world, person, bot, "cats"));
        world.Time.Advance(TimeSpan.FromSeconds(11));

        Assert.Equal("BOT_RESPONSE_TIMEOUT", (await Assert.ThrowsAsync<TelegramRest.Simulator.Rpc.RpcError>(() => asking)).Message);
        Assert.Equal("BOT_INLINE_DISABLED", (await person.FailAsync(Query(world, person, plain, "cats"))).Message);
    }

    [Theory]
    [InlineData("", "Cat", "RESULT_ID_INVALID")]
    [InlineData("1", "", "ARTICLE_TITLE_EMPTY")]
    public async Task Wrong_results_are_refused(string id, string title, string error)
    {
        await using var world = TestWorld.Open();
        var (person, robot, bot) = await ArrangeAsync(world);
        var asking = person.CallAsync(Query(world, person, bot, "cats"));
        var query = Assert.Single(world.Pusher.To(bot.Id).OfType<Tl.UpdateBotInlineQuery>());

        Assert.Equal(error, (await robot.FailAsync(new Tl.Messages.SetInlineBotResults { QueryId = query.QueryId, Results = [Article(id, title)], CacheTime = 0 })).Message);
        Assert.Equal("RESULT_ID_DUPLICATE", (await robot.FailAsync(new Tl.Messages.SetInlineBotResults { QueryId = query.QueryId, Results = [Article("1", "a"), Article("1", "b")], CacheTime = 0 })).Message);
        await robot.CallAsync(new Tl.Messages.SetInlineBotResults { QueryId = query.QueryId, Results = [], CacheTime = 0 });
        Assert.Empty((await asking).Results);
    }

    [Theory]
    [InlineData("private")]
    [InlineData("group")]
    [InlineData("supergroup")]
    public async Task Chosen_result_is_sent_and_edited_by_its_inline_id(string kind)
    {
        await using var world = TestWorld.Open();
        var (person, robot, bot) = await ArrangeAsync(world);
        var ben = await world.PersonAsync("Ben");
        var me = world.World.Roster.Account(person.UserId)!;
        var chat = kind switch
        {
            "private" => ben.Peer,
            "group" => (await world.GroupAsync(me, ben)).Peer,
            _ => (await world.ChannelAsync(me, broadcast: false, ben)).Peer,
        };
        var results = await AskAsync(world, person, robot, "cats", Article("1", "Cat", Button()));

        var sent = TestWorld.Message(await person.CallAsync(Choose(world, person, chat, results.QueryId)));
        var choice = Assert.Single(world.Pusher.To(bot.Id).OfType<Tl.UpdateBotInlineSend>());
        var edited = await robot.CallAsync(new Tl.Messages.EditInlineBotMessage { Id = choice.MsgId!, Message = "Dog", ReplyMarkup = Button() });

        Assert.Equal((bot.Id, "Text of Cat"), (sent.ViaBotId, sent.MessageValue));
        Assert.Equal(("1", "cats", person.UserId), (choice.Id, choice.Query, choice.UserId));
        Assert.Equal(kind == "group", choice.MsgId is Tl.InputBotInlineMessageID);
        Assert.True(edited);
        Assert.Equal("MESSAGE_NOT_MODIFIED", (await robot.FailAsync(new Tl.Messages.EditInlineBotMessage { Id = choice.MsgId!, Message = "Dog", ReplyMarkup = Button() })).Message);
        Assert.Equal("INLINE_RESULT_EXPIRED", (await person.FailAsync(Choose(world, person, chat, results.QueryId + 1))).Message);
    }

    [Fact]
    public async Task Inline_message_is_edited_at_its_own_data_centre_only()
    {
        await using var world = TestWorld.Open();
        var (person, robot, bot) = await ArrangeAsync(world);
        var results = await AskAsync(world, person, robot, "cats", Article("1", "Cat", Button()));
        await person.CallAsync(Choose(world, person, PeerKey.User(person.UserId), results.QueryId));
        var id = Assert.Single(world.Pusher.To(bot.Id).OfType<Tl.UpdateBotInlineSend>()).MsgId!;

        Assert.Equal("MESSAGE_ID_INVALID", (await world.LogIn(bot, dcId: 4).FailAsync(new Tl.Messages.EditInlineBotMessage { Id = id, Message = "Dog" })).Message);
    }

    [Fact]
    public async Task Button_under_an_inline_message_asks_the_bot()
    {
        await using var world = TestWorld.Open();
        var (person, robot, bot) = await ArrangeAsync(world);
        var ben = await world.PersonAsync("Ben");
        var results = await AskAsync(world, person, robot, "cats", Article("1", "Cat", Button()));
        var sent = TestWorld.Message(await person.CallAsync(Choose(world, person, ben.Peer, results.QueryId)));

        var press = person.CallAsync(new Tl.Messages.GetBotCallbackAnswer { Peer = world.Peer(person, ben.Peer), MsgId = sent.Id, Data = "yes"u8.ToArray() });
        var query = Assert.Single(world.Pusher.To(bot.Id).OfType<Tl.UpdateInlineBotCallbackQuery>());
        await robot.CallAsync(new Tl.Messages.SetBotCallbackAnswer { QueryId = query.QueryId, Message = "ok" });

        Assert.Equal("ok", (await press).Message);
        Assert.IsType<Tl.InputBotInlineMessageID64>(query.MsgId);
    }

    [Fact]
    public async Task Article_and_cached_photo_become_what_they_show()
    {
        await using var world = TestWorld.Open();
        var (person, robot, _) = await ArrangeAsync(world);
        await robot.CallAsync(new Tl.Upload.SaveFilePart { FileId = 3, FilePart = 0, Bytes = Images.Png(30, 20) });
        var uploaded = (Tl.MessageMediaPhoto)await robot.CallAsync(new Tl.Messages.UploadMedia
        {
            Peer = new Tl.InputPeerSelf(),
            Media = new Tl.InputMediaUploadedPhoto { File = new Tl.InputFile { Id = 3, Parts = 1, Name = "a.png", Md5Checksum = "" } },
        });
        var photo = (Tl.Photo)uploaded.Photo!;
        Tl.InputBotInlineResultPhoto picture = new()
        {
            Id = "1",
            Type = "photo",
            Photo = new Tl.InputPhoto { Id = photo.Id, AccessHash = photo.AccessHash, FileReference = photo.FileReference },
            SendMessage = new Tl.InputBotInlineMessageMediaAuto { Message = "caption" },
        };
        Tl.InputBotInlineResult article = new()
        {
            Id = "2",
            Type = "article",
            Title = "Rich",
            SendMessage = new Tl.InputBotInlineMessageRichMessage { RichMessage = new Tl.InputRichMessageHTML { Html = "<h1>Title</h1>" } },
        };
        var results = await AskAsync(world, person, robot, "all", picture, article);

        // References that expire between answering and choosing do not matter.
        world.World.Files.ExpireReferences();
        var sentPhoto = TestWorld.Message(await person.CallAsync(Choose(world, person, PeerKey.User(person.UserId), results.QueryId)));
        var choose = Choose(world, person, PeerKey.User(person.UserId), results.QueryId);
        choose.Id = "2";
        var sentArticle = TestWorld.Message(await person.CallAsync(choose));

        Assert.Equal(("caption", photo.Id), (sentPhoto.MessageValue, ((Tl.Photo)((Tl.MessageMediaPhoto)sentPhoto.Media!).Photo!).Id));
        Assert.IsType<Tl.PageBlockHeading1>(Assert.Single(sentArticle.RichMessage!.Blocks));
    }

    [Fact]
    public async Task Prepared_message_is_for_one_person()
    {
        await using var world = TestWorld.Open();
        var (person, robot, bot) = await ArrangeAsync(world);
        var ben = await world.PersonAsync("Ben");
        await world.SendAsync(person, bot.Peer, "/start");
        var prepared = await robot.CallAsync(new Tl.Messages.SavePreparedInlineMessage { Result = Article("7", "Cat"), UserId = new Tl.InputUser { UserId = person.UserId }, PeerTypes = [new Tl.InlineQueryPeerTypePM()] });

        var shown = await person.CallAsync(new Tl.Messages.GetPreparedInlineMessage { Bot = world.User(person, bot), Id = prepared.Id });
        var other = world.LogIn(ben);
        Assert.Equal("ID_INVALID", (await other.FailAsync(new Tl.Messages.GetPreparedInlineMessage { Bot = world.User(other, bot), Id = prepared.Id })).Message);
        var choose = Choose(world, person, ben.Peer, shown.QueryId);
        choose.Id = "7";

        Assert.Equal("Text of Cat", TestWorld.Message(await person.CallAsync(choose)).MessageValue);
    }

    [Fact]
    public async Task Web_app_is_answered_once_in_the_persons_name()
    {
        await using var world = TestWorld.Open();
        var (person, robot, bot) = await ArrangeAsync(world);
        var view = await person.CallAsync(new Tl.Messages.RequestWebView { Peer = world.Peer(person, bot.Peer), Bot = world.User(person, bot), Platform = "test" });
        var answer = new Tl.Messages.SendWebViewResultMessage { BotQueryId = $"{view.QueryId}", Result = Article("1", "Cat", Button()) };

        var sent = await robot.CallAsync(answer);

        Assert.NotNull(sent.MsgId);
        Assert.Equal(bot.Id, ((Tl.Message)Assert.Single(world.Pusher.To(bot.Id).OfType<Tl.UpdateNewMessage>()).Message).ViaBotId);
        Assert.Equal("QUERY_ID_INVALID", (await robot.FailAsync(answer)).Message);
    }

    [Fact]
    public async Task Mentioned_guest_bot_answers_in_a_chat_that_it_is_not_in()
    {
        await using var world = TestWorld.Open();
        var (person, robot, bot) = await ArrangeAsync(world);
        var group = await world.ChannelAsync(world.World.Roster.Account(person.UserId)!, broadcast: false);
        bot.Bot!.GuestChats = true;

        await world.SendAsync(person, group.Peer, "@cats_bot what is this?");
        var query = Assert.Single(world.Pusher.To(bot.Id).OfType<Tl.UpdateBotGuestChatQuery>());
        var id = await robot.CallAsync(new Tl.Messages.SetBotGuestChatResult { QueryId = query.QueryId, Result = Article("1", "Cat") });
        var answer = world.World.Boxes.Of(group).Messages.Values.Single(message => message.SenderId == bot.Id);

        Assert.Equal("@cats_bot what is this?", ((Tl.Message)query.Message).MessageValue);
        Assert.Equal(PeerKey.User(person.UserId), answer.GuestFor);
        Assert.IsType<Tl.InputBotInlineMessageID64>(id);
        Assert.Equal("QUERY_ID_INVALID", (await robot.FailAsync(new Tl.Messages.SetBotGuestChatResult { QueryId = query.QueryId, Result = Article("1", "Cat") })).Message);
    }

    private static async Task<(TestClient Person, TestClient Robot, Account Bot)> ArrangeAsync(TestWorld world)
    {
        var (ann, bot) = (await world.PersonAsync("Ann"), await world.BotAsync("cats_bot"));
        (bot.Bot!.InlinePlaceholder, bot.Bot.InlineFeedback) = ("Cats", true);
        return (world.LogIn(ann), world.LogIn(bot), bot);
    }

    private static async Task<Tl.Messages.BotResults> AskAsync(TestWorld world, TestClient person, TestClient robot, string text, params Tl.InputBotInlineResultBase[] results)
    {
        var asking = person.CallAsync(Query(world, person, world.World.Roster.Account(robot.UserId)!, text));
        var query = world.Pusher.To(robot.UserId).OfType<Tl.UpdateBotInlineQuery>().Last();
        await robot.CallAsync(new Tl.Messages.SetInlineBotResults { QueryId = query.QueryId, Results = results, CacheTime = 300 });
        return await asking;
    }

    private static Tl.Messages.GetInlineBotResults Query(TestWorld world, TestClient person, Account bot, string text) =>
        new() { Bot = world.User(person, bot), Peer = new Tl.InputPeerEmpty(), Query = text, Offset = "" };

    private static Tl.Messages.SendInlineBotResult Choose(TestWorld world, TestClient person, PeerKey chat, long queryId) =>
        new() { Peer = world.Peer(person, chat), RandomId = world.NextRandom(), QueryId = queryId, Id = "1" };

    private static Tl.InputBotInlineResult Article(string id, string title, Tl.ReplyInlineMarkup? markup = null) =>
        new() { Id = id, Type = "article", Title = title, SendMessage = new Tl.InputBotInlineMessageText { Message = $"Text of {title}", ReplyMarkup = markup } };

    private static Tl.ReplyInlineMarkup Button() =>
        new() { Rows = [new Tl.KeyboardButtonRow { Buttons = [new Tl.KeyboardButtonCallback { Text = "Yes", Data = "yes"u8.ToArray() }] }] };
}
