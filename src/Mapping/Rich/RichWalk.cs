namespace TelegramRest.Mapping.Rich;

/// <summary>Everything in a rich message, in reading order.</summary>
internal static class RichWalk
{
    /// <summary>The blocks and those inside them.</summary>
    public static IEnumerable<Tl.PageBlockBase> Blocks(IEnumerable<Tl.PageBlockBase> blocks) =>
        blocks.SelectMany(block => Blocks(Inner(block)).Prepend(block));

    /// <summary>The texts of all blocks and those inside them.</summary>
    public static IEnumerable<Tl.RichTextBase> Texts(IEnumerable<Tl.PageBlockBase> blocks) => Blocks(blocks).SelectMany(TextsOf).SelectMany(Nested);

    private static IEnumerable<Tl.RichTextBase> Nested(Tl.RichTextBase text) => (text switch
    {
        Tl.TextConcat all => all.Texts.SelectMany(Nested),
        _ => RichTextMapper.Inner(text) is { } inner ? Nested(inner) : [],
    }).Prepend(text);

    private static IEnumerable<Tl.PageBlockBase> Inner(Tl.PageBlockBase block) => block switch
    {
        Tl.PageBlockBlockquoteBlocks b => b.Blocks,
        Tl.PageBlockDetails b => b.Blocks,
        Tl.PageBlockCollage b => b.Items,
        Tl.PageBlockSlideshow b => b.Items,
        Tl.PageBlockList b => b.Items.OfType<Tl.PageListItemBlocks>().SelectMany(item => item.Blocks),
        Tl.PageBlockOrderedList b => b.Items.OfType<Tl.PageListOrderedItemBlocks>().SelectMany(item => item.Blocks),
        _ => [],
    };

    private static IEnumerable<Tl.RichTextBase> TextsOf(Tl.PageBlockBase block) => block switch
    {
        Tl.PageBlockParagraph b => [b.Text],
        Tl.PageBlockTitle b => [b.Text],
        Tl.PageBlockSubtitle b => [b.Text],
        Tl.PageBlockHeader b => [b.Text],
        Tl.PageBlockSubheader b => [b.Text],
        Tl.PageBlockKicker b => [b.Text],
        Tl.PageBlockHeading1 b => [b.Text],
        Tl.PageBlockHeading2 b => [b.Text],
        Tl.PageBlockHeading3 b => [b.Text],
        Tl.PageBlockHeading4 b => [b.Text],
        Tl.PageBlockHeading5 b => [b.Text],
        Tl.PageBlockHeading6 b => [b.Text],
        Tl.PageBlockPreformatted b => [b.Text],
        Tl.PageBlockFooter b => [b.Text],
        Tl.PageBlockThinking b => [b.Text],
        Tl.PageBlockBlockquote b => [b.Text, b.Caption],
        Tl.PageBlockBlockquoteBlocks b => [b.Caption],
        Tl.PageBlockPullquote b => [b.Text, b.Caption],
        Tl.PageBlockDetails b => [b.Title],
        Tl.PageBlockCollage b => TextsOf(b.Caption),
        Tl.PageBlockSlideshow b => TextsOf(b.Caption),
        Tl.PageBlockMap b => TextsOf(b.Caption),
        Tl.PageBlockPhoto b => TextsOf(b.Caption),
        Tl.PageBlockVideo b => TextsOf(b.Caption),
        Tl.PageBlockAudio b => TextsOf(b.Caption),
        Tl.PageBlockTable b => b.Rows.SelectMany(row => row.Cells).Select(cell => cell.Text).OfType<Tl.RichTextBase>().Prepend(b.Title),
        Tl.PageBlockList b => b.Items.OfType<Tl.PageListItemText>().Select(item => item.Text),
        Tl.PageBlockOrderedList b => b.Items.OfType<Tl.PageListOrderedItemText>().Select(item => item.Text),
        _ => [],
    };

    private static IEnumerable<Tl.RichTextBase> TextsOf(Tl.PageCaption caption) => [caption.Text, caption.Credit];
}
