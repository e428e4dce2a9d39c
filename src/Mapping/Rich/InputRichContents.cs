using TelegramRest.BotApi;

namespace TelegramRest.Mapping.Rich;

/// <summary>What the blocks of a rich message name and Telegram wants to be given beside them.</summary>
public static class InputRichContents
{
    /// <summary>The media, in their order.</summary>
    public static IEnumerable<InputMedia> Media(InputRichBlock[] blocks) => blocks.SelectMany(block => block switch
    {
        InputRichBlockPhoto b => [b.Photo],
        InputRichBlockVideo b => [b.Video],
        InputRichBlockAnimation b => [b.Animation],
        InputRichBlockAudio b => [b.Audio],
        InputRichBlockVoiceNote b => [b.VoiceNote],
        InputRichBlockBlockQuotation b => Media(b.Blocks),
        InputRichBlockDetails b => Media(b.Blocks),
        InputRichBlockCollage b => Media(b.Blocks),
        InputRichBlockSlideshow b => Media(b.Blocks),
        InputRichBlockList b => b.Items.SelectMany(item => Media(item.Blocks)),
        _ => Enumerable.Empty<InputMedia>(),
    });

    /// <summary>The users that texts mention.</summary>
    public static IReadOnlyCollection<long> Users(Tl.PageBlockBase[] blocks)
    {
        var found = new HashSet<long>();
        foreach (var block in blocks)
            Add(found, block);
        return found;
    }

    private static void Add(HashSet<long> found, Tl.PageBlockBase block)
    {
        foreach (var text in Texts(block))
            Add(found, text);
        foreach (var inner in Blocks(block))
            Add(found, inner);
    }

    private static void Add(HashSet<long> found, Tl.RichTextBase? text)
    {
        if (text is Tl.TextMentionName mention)
            found.Add(mention.UserId);
        if (text is Tl.TextConcat several)
        {
            foreach (var part in several.Texts)
                Add(found, part);
        }
        else if (text is not null)
        {
            Add(found, RichTextMapper.Inner(text));
        }
    }

    private static IEnumerable<Tl.RichTextBase?> Texts(Tl.PageBlockBase block) => block switch
    {
        Tl.PageBlockParagraph b => [b.Text],
        Tl.PageBlockHeading1 b => [b.Text],
        Tl.PageBlockHeading2 b => [b.Text],
        Tl.PageBlockHeading3 b => [b.Text],
        Tl.PageBlockHeading4 b => [b.Text],
        Tl.PageBlockHeading5 b => [b.Text],
        Tl.PageBlockHeading6 b => [b.Text],
        Tl.PageBlockPreformatted b => [b.Text],
        Tl.PageBlockFooter b => [b.Text],
        Tl.PageBlockThinking b => [b.Text],
        Tl.PageBlockBlockquoteBlocks b => [b.Caption],
        Tl.PageBlockPullquote b => [b.Text, b.Caption],
        Tl.PageBlockDetails b => [b.Title],
        Tl.PageBlockTable b => [b.Title, .. b.Rows.SelectMany(row => row.Cells).Select(cell => cell.Text)],
        Tl.PageBlockCollage b => [b.Caption.Text, b.Caption.Credit],
        Tl.PageBlockSlideshow b => [b.Caption.Text, b.Caption.Credit],
        Tl.InputPageBlockMap b => [b.Caption.Text, b.Caption.Credit],
        Tl.PageBlockPhoto b => [b.Caption.Text, b.Caption.Credit],
        Tl.PageBlockVideo b => [b.Caption.Text, b.Caption.Credit],
        Tl.PageBlockAudio b => [b.Caption.Text, b.Caption.Credit],
        _ => [],
    };

    private static IEnumerable<Tl.PageBlockBase> Blocks(Tl.PageBlockBase block) => block switch
    {
        Tl.PageBlockBlockquoteBlocks b => b.Blocks,
        Tl.PageBlockDetails b => b.Blocks,
        Tl.PageBlockCollage b => b.Items,
        Tl.PageBlockSlideshow b => b.Items,
        Tl.PageBlockList b => b.Items.OfType<Tl.PageListItemBlocks>().SelectMany(item => item.Blocks),
        Tl.PageBlockOrderedList b => b.Items.OfType<Tl.PageListOrderedItemBlocks>().SelectMany(item => item.Blocks),
        _ => [],
    };
}
