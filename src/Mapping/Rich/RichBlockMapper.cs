using TelegramRest.BotApi;
using TelegramRest.Mapping.FileIds;
using TelegramRest.Mapping.Media;

namespace TelegramRest.Mapping.Rich;

/// <summary>Blocks of a rich message. Media stand in the message's own lists and are named by id; what is missing there, or unknown, is left out.</summary>
/// <param name="message">Whose blocks they are.</param>
/// <param name="texts">For the texts in them.</param>
/// <remarks>https://core.telegram.org/bots/api#richblock</remarks>
internal sealed class RichBlockMapper(Tl.RichMessage message, RichTextMapper texts)
{
    private const int LastHeading = 6;

    public RichBlock[] ToBotApi(Tl.PageBlockBase[] blocks) => [.. blocks.Select(ToBotApi).OfType<RichBlock>()];

    private RichBlock? ToBotApi(Tl.PageBlockBase block) => block switch
    {
        Tl.PageBlockParagraph b => Paragraph(b.Text),
        Tl.PageBlockTitle b => Heading(b.Text, 1),
        Tl.PageBlockSubtitle b => Heading(b.Text, 2),
        Tl.PageBlockHeader b => Heading(b.Text, 3),
        Tl.PageBlockSubheader b => Heading(b.Text, 4),
        Tl.PageBlockKicker b => Heading(b.Text, LastHeading),
        Tl.PageBlockHeading1 b => Heading(b.Text, 1),
        Tl.PageBlockHeading2 b => Heading(b.Text, 2),
        Tl.PageBlockHeading3 b => Heading(b.Text, 3),
        Tl.PageBlockHeading4 b => Heading(b.Text, 4),
        Tl.PageBlockHeading5 b => Heading(b.Text, 5),
        Tl.PageBlockHeading6 b => Heading(b.Text, LastHeading),
        Tl.PageBlockPreformatted b => new RichBlockPreformatted { Text = texts.ToBotApi(b.Text), Language = b.Language.OrNull() },
        Tl.PageBlockFooter b => new RichBlockFooter { Text = texts.ToBotApi(b.Text) },
        Tl.PageBlockDivider => new RichBlockDivider(),
        Tl.PageBlockMath b => new RichBlockMathematicalExpression { Expression = b.Source },
        Tl.PageBlockAnchor b => new RichBlockAnchor { Name = b.Name },
        Tl.PageBlockThinking b => new RichBlockThinking { Text = texts.ToBotApi(b.Text) },
        Tl.PageBlockBlockquote b => new RichBlockBlockQuotation { Blocks = [Paragraph(b.Text)], Credit = texts.ToOptional(b.Caption) },
        Tl.PageBlockBlockquoteBlocks b => new RichBlockBlockQuotation { Blocks = ToBotApi(b.Blocks), Credit = texts.ToOptional(b.Caption) },
        Tl.PageBlockPullquote b => new RichBlockPullQuotation { Text = texts.ToBotApi(b.Text), Credit = texts.ToOptional(b.Caption) },
        Tl.PageBlockDetails b => new RichBlockDetails { Summary = texts.ToBotApi(b.Title), Blocks = ToBotApi(b.Blocks), IsOpen = b.Open.OrNull() },
        Tl.PageBlockList b => new RichBlockList { Items = [.. b.Items.Select(Item)] },
        Tl.PageBlockOrderedList b => new RichBlockList { Items = Numbered(b) },
        Tl.PageBlockCollage b => new RichBlockCollage { Blocks = ToBotApi(b.Items), Caption = Caption(b.Caption) },
        Tl.PageBlockSlideshow b => new RichBlockSlideshow { Blocks = ToBotApi(b.Items), Caption = Caption(b.Caption) },
        Tl.PageBlockTable b => Table(b),
        Tl.PageBlockMap b when LocationMapper.ToBotApi(b.Geo) is { } place =>
            new RichBlockMap { Location = place, Zoom = b.Zoom, Width = b.W, Height = b.H, Caption = Caption(b.Caption) },
        Tl.PageBlockPhoto b => Photo(b),
        Tl.PageBlockVideo b => Video(b),
        Tl.PageBlockAudio b => Audio(b),
        _ => null,
    };

    private RichBlockParagraph Paragraph(Tl.RichTextBase text) => new() { Text = texts.ToBotApi(text) };

    private RichBlockSectionHeading Heading(Tl.RichTextBase text, int size) => new() { Text = texts.ToBotApi(text), Size = size };

    private RichBlockCaption? Caption(Tl.PageCaption caption) => caption is { Text: Tl.TextEmpty, Credit: Tl.TextEmpty }
        ? null
        : new RichBlockCaption { Text = texts.ToBotApi(caption.Text), Credit = texts.ToOptional(caption.Credit) };

    private RichBlockTable Table(Tl.PageBlockTable table) => new()
    {
        Cells = [.. table.Rows.Select(row => row.Cells.Select(Cell).ToArray())],
        IsBordered = table.Bordered.OrNull(),
        IsStriped = table.Striped.OrNull(),
        Caption = texts.ToOptional(table.Title),
    };

    private RichBlockTableCell Cell(Tl.PageTableCell cell) => new()
    {
        Text = texts.ToOptional(cell.Text),
        IsHeader = cell.Header.OrNull(),
        Colspan = cell.Colspan is > 1 ? cell.Colspan : null,
        Rowspan = cell.Rowspan is > 1 ? cell.Rowspan : null,
        Align = cell.AlignCenter ? HorizontalAlignment.Center : cell.AlignRight ? HorizontalAlignment.Right : HorizontalAlignment.Left,
        Valign = cell.ValignMiddle ? VerticalAlignment.Middle : cell.ValignBottom ? VerticalAlignment.Bottom : VerticalAlignment.Top,
    };

    private RichBlockListItem Item(Tl.PageListItemBase item)
    {
        var (blocks, hasCheckbox, isChecked) = item switch
        {
            Tl.PageListItemText text => ([Paragraph(text.Text)], text.Checkbox, text.Checked),
            Tl.PageListItemBlocks nested => (ToBotApi(nested.Blocks), nested.Checkbox, nested.Checked),
            _ => (Array.Empty<RichBlock>(), false, false),
        };
        return new RichBlockListItem { Label = "•", Blocks = blocks, HasCheckbox = hasCheckbox.OrNull(), IsChecked = (hasCheckbox && isChecked).OrNull() };
    }

    /// <summary>An item that has no number of its own follows the one before it.</summary>
    private RichBlockListItem[] Numbered(Tl.PageBlockOrderedList list)
    {
        var items = new List<RichBlockListItem>(list.Items.Length);
        var next = list.Start ?? 1;
        foreach (var item in list.Items)
        {
            var (blocks, hasCheckbox, isChecked, label, value, type) = item switch
            {
                Tl.PageListOrderedItemText text => ([Paragraph(text.Text)], text.Checkbox, text.Checked, text.Num, text.Value, text.Type),
                Tl.PageListOrderedItemBlocks nested => (ToBotApi(nested.Blocks), nested.Checkbox, nested.Checked, nested.Num, nested.Value, nested.Type),
                _ => (Array.Empty<RichBlock>(), false, false, null, null, null),
            };
            var number = value ?? next;
            var style = type.OrNull() ?? list.Type.OrNull();
            items.Add(new RichBlockListItem
            {
                Label = string.IsNullOrEmpty(label) ? ListLabels.Of(number, style) : label + ".",
                Blocks = blocks,
                HasCheckbox = hasCheckbox.OrNull(),
                IsChecked = (hasCheckbox && isChecked).OrNull(),
                Value = number,
                Type = style,
            });
            next = number + (list.Reversed ? -1 : 1);
        }

        return [.. items];
    }

    private RichBlockPhoto? Photo(Tl.PageBlockPhoto block) =>
        message.Photos.OfType<Tl.Photo>().FirstOrDefault(photo => photo.Id == block.PhotoId) is { } found
            ? new RichBlockPhoto { Photo = PhotoMapper.ToBotApi(found), HasSpoiler = block.Spoiler.OrNull(), Caption = Caption(block.Caption) }
            : null;

    private RichBlock? Video(Tl.PageBlockVideo block) => Find(block.VideoId) switch
    {
        null => null,
        { Type: FileType.Animation } facts => new RichBlockAnimation { Animation = DocumentMapper.ToAnimation(facts), HasSpoiler = block.Spoiler.OrNull(), Caption = Caption(block.Caption) },
        { } facts => new RichBlockVideo { Video = DocumentMapper.ToVideo(facts, null), HasSpoiler = block.Spoiler.OrNull(), Caption = Caption(block.Caption) },
    };

    private RichBlock? Audio(Tl.PageBlockAudio block) => Find(block.AudioId) switch
    {
        null => null,
        { Type: FileType.VoiceNote } facts => new RichBlockVoiceNote { VoiceNote = DocumentMapper.ToVoice(facts), Caption = Caption(block.Caption) },
        { } facts => new RichBlockAudio { Audio = DocumentMapper.ToAudio(facts), Caption = Caption(block.Caption) },
    };

    private DocumentFacts? Find(long documentId) =>
        message.Documents.OfType<Tl.Document>().FirstOrDefault(document => document.Id == documentId) is { } found ? new DocumentFacts(found) : null;
}
