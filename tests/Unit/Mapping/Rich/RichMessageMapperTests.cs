using TelegramRest.Mapping;
using Xunit;

namespace TelegramRest.Tests.Unit.Mapping.Rich;

public sealed class RichMessageMapperTests
{
    private static readonly Tl.TextEmpty _empty = new();

    [Fact]
    public void Blocks_of_text_keep_their_structure() => Shows(
        """
        [{"type":"heading","text":"Title","size":2},
         {"type":"paragraph","text":["plain ",{"type":"bold","text":{"type":"italic","text":"both"}}]},
         {"type":"pre","text":"code","language":"csharp"},
         {"type":"footer","text":"end"},
         {"type":"divider"},
         {"type":"mathematical_expression","expression":"x^2"},
         {"type":"thinking","text":"hm"},
         {"type":"blockquote","blocks":[{"type":"paragraph","text":"said"}],"credit":"Ann"},
         {"type":"pullquote","text":"pulled"},
         {"type":"details","summary":"more","blocks":[{"type":"divider"}],"is_open":true}]
        """,
        new Tl.PageBlockHeading2 { Text = Plain("Title") },
        Paragraph(new Tl.TextConcat { Texts = [Plain("plain "), new Tl.TextBold { Text = new Tl.TextItalic { Text = Plain("both") } }] }),
        new Tl.PageBlockPreformatted { Text = Plain("code"), Language = "csharp" },
        new Tl.PageBlockFooter { Text = Plain("end") },
        new Tl.PageBlockDivider(),
        new Tl.PageBlockMath { Source = "x^2" },
        new Tl.PageBlockThinking { Text = Plain("hm") },
        new Tl.PageBlockBlockquote { Text = Plain("said"), Caption = Plain("Ann") },
        new Tl.PageBlockPullquote { Text = Plain("pulled"), Caption = _empty },
        new Tl.PageBlockDetails { Title = Plain("more"), Blocks = [new Tl.PageBlockDivider()], Open = true });

    [Fact]
    public void Texts_say_what_they_are() => Shows(
        """
        [{"type":"paragraph","text":[
          {"type":"url","text":"a.b","url":"a.b"},
          {"type":"email_address","text":"me","email_address":"me@a.b"},
          {"type":"phone_number","text":"+1","phone_number":"+1"},
          {"type":"mention","text":"@ann","username":"ann"},
          {"type":"hashtag","text":"#x","hashtag":"x"},
          {"type":"cashtag","text":"$USD","cashtag":"USD"},
          {"type":"bot_command","text":"/go","bot_command":"go"},
          {"type":"custom_emoji","custom_emoji_id":"5","alternative_text":"🙂"},
          {"type":"date_time","text":"soon","unix_time":7,"date_time_format":"r"},
          {"type":"text_mention","text":"Ann","user":{"id":5,"is_bot":false,"first_name":"Ann","last_name":"Lee","username":"ann","language_code":"en","is_premium":true}},
          "new"]}]
        """,
        Paragraph(new Tl.TextConcat
        {
            Texts =
            [
                new Tl.TextAutoUrl { Text = Plain("a.b") },
                new Tl.TextEmail { Text = Plain("me"), Email = "me@a.b" },
                new Tl.TextAutoPhone { Text = Plain("+1") },
                new Tl.TextMention { Text = Plain("@ann") },
                new Tl.TextHashtag { Text = Plain("#x") },
                new Tl.TextCashtag { Text = Plain("$USD") },
                new Tl.TextBotCommand { Text = Plain("/go") },
                new Tl.TextCustomEmoji { DocumentId = 5, Alt = "🙂" },
                new Tl.TextDate { Text = Plain("soon"), Date = 7, Relative = true },
                new Tl.TextMentionName { Text = Plain("Ann"), UserId = Samples.AnnId },
                new Tl.TextDiff { Text = Plain("new"), OldText = Plain("old") },
            ],
        }));

    [Fact]
    public void Links_lead_to_places_of_the_same_message() => Shows(
        """
        [{"type":"anchor","name":"top"},
         {"type":"paragraph","text":[
          {"type":"anchor_link","text":"up","anchor_name":"top"},
          {"type":"reference_link","text":"1","reference_name":"note one"},
          {"type":"url","text":"gone","url":"#nowhere"},
          {"type":"reference","text":"the note","name":"note one"}]}]
        """,
        new Tl.PageBlockAnchor { Name = "top" },
        Paragraph(new Tl.TextConcat
        {
            Texts =
            [
                Link("up", "#top"),
                Link("1", "#note%20one"),
                Link("gone", "#nowhere"),
                new Tl.TextAnchor { Text = Plain("the note"), Name = "note one" },
            ],
        }));

    [Fact]
    public void Lists_count_by_themselves() => Shows(
        """
        [{"type":"list","items":[{"label":"•","blocks":[{"type":"paragraph","text":"milk"}],"has_checkbox":true,"is_checked":true}]},
         {"type":"list","items":[
          {"label":"iii.","blocks":[{"type":"paragraph","text":"three"}],"value":3,"type":"i"},
          {"label":"ii.","blocks":[{"type":"divider"}],"value":2,"type":"i"},
          {"label":"AA.","blocks":[{"type":"paragraph","text":"far"}],"value":27,"type":"A"},
          {"label":"5.","blocks":[{"type":"paragraph","text":"named"}],"value":26,"type":"i"}]}]
        """,
        new Tl.PageBlockList { Items = [new Tl.PageListItemText { Text = Plain("milk"), Checkbox = true, Checked = true }] },
        new Tl.PageBlockOrderedList
        {
            Start = 3,
            Reversed = true,
            Type = "i",
            Items =
            [
                new Tl.PageListOrderedItemText { Text = Plain("three") },
                new Tl.PageListOrderedItemBlocks { Blocks = [new Tl.PageBlockDivider()] },
                new Tl.PageListOrderedItemText { Text = Plain("far"), Value = 27, Type = "A" },
                new Tl.PageListOrderedItemText { Text = Plain("named"), Num = "5" },
            ],
        });

    [Fact]
    public void Tables_place_their_cells() => Shows(
        """
        [{"type":"table","cells":[[{"text":"head","is_header":true,"colspan":2,"align":"center","valign":"middle"},{"align":"left","valign":"top"}]],"is_bordered":true,"caption":"T"}]
        """,
        new Tl.PageBlockTable
        {
            Bordered = true,
            Title = Plain("T"),
            Rows = [new Tl.PageTableRow { Cells = [new Tl.PageTableCell { Text = Plain("head"), Header = true, Colspan = 2, AlignCenter = true, ValignMiddle = true }, new Tl.PageTableCell()] }],
        });

    [Fact]
    public void Media_are_found_in_the_messages_own_lists_and_what_is_missing_is_left_out()
    {
        var caption = new Tl.PageCaption { Text = Plain("seen"), Credit = _empty };
        var rich = new Tl.RichMessage
        {
            Blocks =
            [
                new Tl.PageBlockVideo { VideoId = 1234, Spoiler = true, Caption = caption },
                new Tl.PageBlockAudio { AudioId = 99, Caption = caption },
                new Tl.PageBlockPhoto { PhotoId = 99, Caption = caption },
            ],
            Photos = [],
            Documents = [Samples.Document("video/mp4", new Tl.DocumentAttributeVideo { Duration = 3, W = 4, H = 2 }, new Tl.DocumentAttributeAnimated())],
        };

        var shown = Assert.Single(Map(rich).RichMessage!.Blocks);

        Json.Contains("""{"type":"animation","has_spoiler":true,"caption":{"text":"seen"}}""", shown);
    }

    [Fact]
    public void Every_block_and_every_text_maps_without_an_exception()
    {
        foreach (var block in Constructors.All<Tl.PageBlockBase>())
            Map(Rich(block));
        foreach (var text in Constructors.All<Tl.RichTextBase>())
            Map(Rich(Paragraph(text)));
    }

    private static void Shows(string expected, params Tl.PageBlockBase[] blocks) => Json.Equal($$"""{"blocks":{{expected}}}""", Map(Rich(blocks)).RichMessage!);

    private static Tl.RichMessage Rich(params Tl.PageBlockBase[] blocks) => new() { Blocks = blocks, Photos = [], Documents = [] };

    private static BotApi.Message Map(Tl.RichMessage rich) =>
        MessageMapper.ToBotApi(Samples.Message(Samples.Private, "", message => message.RichMessage = rich), Samples.Peers, Samples.Context);

    private static Tl.PageBlockParagraph Paragraph(Tl.RichTextBase text) => new() { Text = text };

    private static Tl.TextPlain Plain(string text) => new() { Text = text };

    private static Tl.TextUrl Link(string text, string url) => new() { Text = Plain(text), Url = url };
}
