namespace TelegramRest.Mapping.Rich;

/// <summary>The places of a message that its own links lead to: a bare anchor, or a text that is referred to.</summary>
internal sealed class RichAnchors
{
    private readonly Dictionary<string, bool> _isReference = new(StringComparer.Ordinal);

    public static RichAnchors Of(Tl.PageBlockBase[] blocks)
    {
        var anchors = new RichAnchors();
        foreach (var block in blocks)
            anchors.Add(block);
        return anchors;
    }

    /// <returns>Null when there is no such place.</returns>
    public bool? IsReference(string name) => _isReference.TryGetValue(name, out var isReference) ? isReference : null;

    private void Add(Tl.PageBlockBase block)
    {
        switch (block)
        {
            case Tl.PageBlockAnchor anchor:
                _isReference.TryAdd(anchor.Name, false);
                break;
            case Tl.PageBlockParagraph text: Add(text.Text); break;
            case Tl.PageBlockHeading1 text: Add(text.Text); break;
            case Tl.PageBlockHeading2 text: Add(text.Text); break;
            case Tl.PageBlockHeading3 text: Add(text.Text); break;
            case Tl.PageBlockHeading4 text: Add(text.Text); break;
            case Tl.PageBlockHeading5 text: Add(text.Text); break;
            case Tl.PageBlockHeading6 text: Add(text.Text); break;
            case Tl.PageBlockFooter text: Add(text.Text); break;
            case Tl.PageBlockPreformatted text: Add(text.Text); break;
            case Tl.PageBlockBlockquote text: Add(text.Text); break;
            case Tl.PageBlockPullquote text: Add(text.Text); break;
            case Tl.PageBlockBlockquoteBlocks nested: AddAll(nested.Blocks); break;
            case Tl.PageBlockDetails nested: AddAll(nested.Blocks); break;
            case Tl.PageBlockCollage nested: AddAll(nested.Items); break;
            case Tl.PageBlockSlideshow nested: AddAll(nested.Items); break;
            case Tl.PageBlockList list:
                foreach (var item in list.Items)
                {
                    Add((item as Tl.PageListItemText)?.Text);
                    AddAll((item as Tl.PageListItemBlocks)?.Blocks);
                }

                break;
            case Tl.PageBlockOrderedList list:
                foreach (var item in list.Items)
                {
                    Add((item as Tl.PageListOrderedItemText)?.Text);
                    AddAll((item as Tl.PageListOrderedItemBlocks)?.Blocks);
                }

                break;
            case Tl.PageBlockTable table:
                foreach (var cell in table.Rows.SelectMany(row => row.Cells))
                    Add(cell.Text);
                break;
        }
    }

    private void AddAll(Tl.PageBlockBase[]? blocks)
    {
        foreach (var block in blocks ?? [])
            Add(block);
    }

    private void Add(Tl.RichTextBase? text)
    {
        switch (text)
        {
            case Tl.TextAnchor anchor:
                _isReference.TryAdd(anchor.Name, anchor.Text is not Tl.TextEmpty);
                Add(anchor.Text);
                break;
            case Tl.TextConcat all:
                foreach (var part in all.Texts)
                    Add(part);
                break;
            case { } styled:
                Add(RichTextMapper.Inner(styled));
                break;
        }
    }
}
