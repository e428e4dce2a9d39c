using TelegramRest.Simulator.Rpc.Rich;

namespace TelegramRest.Tests.Unit.Simulator.World;

public sealed class RichMessageTests
{
    [Fact]
    public async Task Html_becomes_blocks()
    {
        await using var world = TestWorld.Open();
        var client = world.LogIn(await world.PersonAsync("Ann"));

        var article = await SendAsync(world, client, new Tl.InputRichMessageHTML
        {
            Html = "<h1>Title</h1><p>See <b>https://example.com</b> &amp; more</p><ul><li>one</li><li><p>two</p></li></ul><hr><pre lang=\"cs\">x &lt; y</pre>",
        });

        Assert.Equal(["PageBlockHeading1", "PageBlockParagraph", "PageBlockList", "PageBlockDivider", "PageBlockPreformatted"], article.Blocks.Select(block => block.GetType().Name));
        var parts = ((Tl.TextConcat)((Tl.PageBlockParagraph)article.Blocks[1]).Text).Texts;
        Assert.True(parts[1] is Tl.TextBold { Text: Tl.TextAutoUrl });
        Assert.Equal("cs", ((Tl.PageBlockPreformatted)article.Blocks[4]).Language);
        Assert.Equal("Title\nSee https://example.com & more\n• one\n• two\n\nx < y", RichTexts.Words(article));
    }

    [Fact]
    public async Task Markdown_becomes_blocks()
    {
        await using var world = TestWorld.Open();
        var client = world.LogIn(await world.PersonAsync("Ann"));

        var article = await SendAsync(world, client, new Tl.InputRichMessageMarkdown { Markdown = "## Title\n\nA **bold** word\n\n- [x] done\n- open\n\n> said\n\n```cs\nx\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |" });

        Assert.Equal(
            ["PageBlockHeading2", "PageBlockParagraph", "PageBlockList", "PageBlockBlockquoteBlocks", "PageBlockPreformatted", "PageBlockTable"],
            article.Blocks.Select(block => block.GetType().Name));
        Assert.True(((Tl.PageBlockList)article.Blocks[2]).Items[0] is Tl.PageListItemText { Checkbox: true, Checked: true });
        Assert.Equal([true, false], ((Tl.PageBlockTable)article.Blocks[5]).Rows.Select(row => row.Cells[0].Header));
    }

    [Fact]
    public async Task Empty_wrong_and_thinking_articles_are_refused()
    {
        await using var world = TestWorld.Open();
        var client = world.LogIn(await world.PersonAsync("Ann"));
        Tl.Messages.SendMessage With(Tl.InputRichMessageBase article) => new() { Peer = new Tl.InputPeerSelf(), Message = "", RichMessage = article, RandomId = world.NextRandom() };

        Assert.Equal("MESSAGE_EMPTY", (await client.FailAsync(With(new Tl.InputRichMessageHTML { Html = " " }))).Message);
        Assert.Equal("RICH_MESSAGE_INVALID", (await client.FailAsync(With(new Tl.InputRichMessageHTML { Html = "<p>a" }))).Message);
        Assert.Equal("RICH_MESSAGE_INVALID", (await client.FailAsync(With(new Tl.InputRichMessageHTML { Html = string.Concat(Enumerable.Repeat("<b>", 100_000)) }))).Message);
        Assert.Equal("RICH_MESSAGE_INVALID", (await client.FailAsync(With(new Tl.InputRichMessage { Blocks = [new Tl.PageBlockThinking { Text = new Tl.TextPlain { Text = "hm" } }] }))).Message);
    }

    [Fact]
    public async Task Draft_of_a_bot_is_streamed_to_the_person()
    {
        await using var world = TestWorld.Open();
        var (ann, bot) = (await world.PersonAsync("Ann"), await world.BotAsync("writer_bot"));
        var (client, robot) = (world.LogIn(ann), world.LogIn(bot));
        await world.SendAsync(client, bot.Peer, "/start");

        await robot.CallAsync(new Tl.Messages.SetTyping { Peer = world.Peer(robot, ann.Peer), Action = new Tl.SendMessageTextDraftAction { RandomId = 7, Text = PollScene.Text("I am") } });
        await robot.CallAsync(new Tl.Messages.SetTyping { Peer = world.Peer(robot, ann.Peer), Action = new Tl.InputSendMessageRichMessageDraftAction { RandomId = 8, RichMessage = new Tl.InputRichMessageMarkdown { Markdown = "# So" } } });

        var typing = world.Pusher.To(ann.Id).OfType<Tl.UpdateUserTyping>().Select(update => update.Action).ToList();
        Assert.True(typing[0] is Tl.SendMessageTextDraftAction { RandomId: 7, Text.Text: "I am" });
        Assert.True(typing[1] is Tl.SendMessageRichMessageDraftAction { RandomId: 8, RichMessage.Blocks: [Tl.PageBlockHeading1] });
    }

    private static async Task<Tl.RichMessage> SendAsync(TestWorld world, TestClient client, Tl.InputRichMessageBase article) =>
        TestWorld.Message(await client.CallAsync(new Tl.Messages.SendMessage { Peer = new Tl.InputPeerSelf(), Message = "", RichMessage = article, RandomId = world.NextRandom() })).RichMessage!;
}
