using TelegramRest.BotApi;
using TelegramRest.Mapping.Media;

namespace TelegramRest.Mapping.Rich;

/// <summary>Blocks of a rich message on their way to Telegram.</summary>
/// <param name="idOf">The id of a medium that has been stored.</param>
/// <remarks>https://core.telegram.org/bots/api#inputrichblock</remarks>
public sealed class InputRichBlockMapper(Func<InputMedia, long> idOf)
{
    private const int MaxZoom = 24;
    private const int MaxMapSides = 10_000;
    private const int MaxMapRatio = 20;

    /// <exception cref="BotApiException">400: a block's properties are wrong.</exception>
    public Tl.PageBlockBase[] ToTl(InputRichBlock[] blocks) => [.. blocks.Select(ToTl)];

    private Tl.PageBlockBase ToTl(InputRichBlock block) => block switch
    {
        InputRichBlockParagraph b => new Tl.PageBlockParagraph { Text = Text(b.Text) },
        InputRichBlockSectionHeading b => Heading(Text(b.Text), b.Size),
        InputRichBlockPreformatted b => new Tl.PageBlockPreformatted { Text = Text(b.Text), Language = b.Language ?? "" },
        InputRichBlockFooter b => new Tl.PageBlockFooter { Text = Text(b.Text) },
        InputRichBlockDivider => new Tl.PageBlockDivider(),
        InputRichBlockMathematicalExpression b => new Tl.PageBlockMath { Source = b.Expression },
        InputRichBlockAnchor b => new Tl.PageBlockAnchor { Name = b.Name },
        InputRichBlockThinking b => new Tl.PageBlockThinking { Text = Text(b.Text) },
        InputRichBlockList b => List(b.Items),
        InputRichBlockBlockQuotation b => new Tl.PageBlockBlockquoteBlocks { Blocks = ToTl(b.Blocks), Caption = Text(b.Credit) },
        InputRichBlockPullQuotation b => new Tl.PageBlockPullquote { Text = Text(b.Text), Caption = Text(b.Credit) },
        InputRichBlockDetails b => new Tl.PageBlockDetails { Title = Text(b.Summary), Blocks = ToTl(b.Blocks), Open = b.IsOpen == true },
        InputRichBlockCollage b => new Tl.PageBlockCollage { Items = ToTl(b.Blocks), Caption = Caption(b.Caption) },
        InputRichBlockSlideshow b => new Tl.PageBlockSlideshow { Items = ToTl(b.Blocks), Caption = Caption(b.Caption) },
        InputRichBlockTable b => Table(b),
        InputRichBlockMap b => Map(b),
        InputRichBlockPhoto b => new Tl.PageBlockPhoto { PhotoId = idOf(b.Photo), Spoiler = b.Photo.HasSpoiler == true, Caption = Caption(b.Caption) },
        InputRichBlockVideo b => new Tl.PageBlockVideo { VideoId = idOf(b.Video), Spoiler = b.Video.HasSpoiler == true, Caption = Caption(b.Caption) },
        InputRichBlockAnimation b => new Tl.PageBlockVideo
        {
            VideoId = idOf(b.Animation),
            Autoplay = true,
            Loop = true,
            Spoiler = b.Animation.HasSpoiler == true,
            Caption = Caption(b.Caption),
        },
        InputRichBlockAudio b => new Tl.PageBlockAudio { AudioId = idOf(b.Audio), Caption = Caption(b.Caption) },
        InputRichBlockVoiceNote b => new Tl.PageBlockAudio { AudioId = idOf(b.VoiceNote), Caption = Caption(b.Caption) },
        _ => throw new InvalidOperationException($"{block.GetType().Name} has no form that can be sent."),
    };

    private static Tl.RichTextBase Text(RichText? text) => InputRichTextMapper.ToTl(text);

    private static Tl.PageCaption Caption(RichBlockCaption? caption) => new() { Text = Text(caption?.Text), Credit = Text(caption?.Credit) };

    private static Tl.PageBlockBase Heading(Tl.RichTextBase text, int size) => size switch
    {
        1 => new Tl.PageBlockHeading1 { Text = text },
        2 => new Tl.PageBlockHeading2 { Text = text },
        3 => new Tl.PageBlockHeading3 { Text = text },
        4 => new Tl.PageBlockHeading4 { Text = text },
        5 => new Tl.PageBlockHeading5 { Text = text },
        6 => new Tl.PageBlockHeading6 { Text = text },
        _ => throw BotApiException.BadRequest("invalid section heading size specified"),
    };

    private static Tl.PageBlockTable Table(InputRichBlockTable table) => new()
    {
        Title = Text(table.Caption),
        Bordered = table.IsBordered == true,
        Striped = table.IsStriped == true,
        Rows = [.. table.Cells.Select(row => new Tl.PageTableRow { Cells = [.. row.Select(Cell)] })],
    };

    private static Tl.PageTableCell Cell(RichBlockTableCell cell)
    {
        if (cell.Colspan is < 0)
            throw BotApiException.BadRequest("invalid table cell colspan specified");
        if (cell.Rowspan is < 0)
            throw BotApiException.BadRequest("invalid table cell rowspan specified");
        return new Tl.PageTableCell
        {
            Text = cell.Text is null ? null : Text(cell.Text),
            Header = cell.IsHeader == true,
            AlignCenter = cell.Align == HorizontalAlignment.Center,
            AlignRight = cell.Align == HorizontalAlignment.Right,
            ValignMiddle = cell.Valign == VerticalAlignment.Middle,
            ValignBottom = cell.Valign == VerticalAlignment.Bottom,
            Colspan = cell.Colspan is > 1 ? cell.Colspan : null,
            Rowspan = cell.Rowspan is > 1 ? cell.Rowspan : null,
        };
    }

    private static Tl.InputPageBlockMap Map(InputRichBlockMap map)
    {
        var point = InputLocations.ToTl(map.Location.Latitude, map.Location.Longitude, map.Location.HorizontalAccuracy)
            ?? throw BotApiException.BadRequest("invalid location specified");
        var isShown = map is { Zoom: >= 0 and <= MaxZoom, Width: >= 0 and <= MaxMapSides, Height: >= 0 and <= MaxMapSides }
            && map.Width + map.Height <= MaxMapSides && map.Width <= map.Height * MaxMapRatio && map.Height <= map.Width * MaxMapRatio;
        return isShown
            ? new Tl.InputPageBlockMap { Geo = point, Zoom = map.Zoom, W = map.Width, H = map.Height, Caption = Caption(map.Caption) }
            : throw BotApiException.BadRequest("invalid map properties specified");
    }

    /// <summary>A list is ordered where its items say how they are numbered.</summary>
    private Tl.PageBlockBase List(InputRichBlockListItem[] items)
    {
        if (items.Length == 0)
            throw BotApiException.BadRequest("list must be non-empty");
        if (items.Any(item => item.Type is { Length: > 0 } and not ("a" or "A" or "i" or "I" or "1")))
            throw BotApiException.BadRequest("invalid list item type specified");

        var ordered = items.Count(item => !string.IsNullOrEmpty(item.Type));
        if (ordered == 0)
        {
            return new Tl.PageBlockList
            {
                Items = [.. items.Select(item => new Tl.PageListItemBlocks { Blocks = ToTl(item.Blocks), Checkbox = item.HasCheckbox == true, Checked = item.IsChecked == true })],
            };
        }

        return ordered < items.Length
            ? throw BotApiException.BadRequest("list must be either ordered or unordered")
            : new Tl.PageBlockOrderedList
            {
                Items =
                [
                    .. items.Select(item => new Tl.PageListOrderedItemBlocks
                    {
                        Blocks = ToTl(item.Blocks),
                        Checkbox = item.HasCheckbox == true,
                        Checked = item.IsChecked == true,
                        Value = item.Value,
                        Type = item.Type,
                    }),
                ],
            };
    }
}
