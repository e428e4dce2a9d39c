using System.Globalization;
using System.Net;

namespace TelegramRest.Simulator.Rpc.Rich;

/// <summary>Reads the HTML of a rich message: block tags and, in them, inline tags. An unknown tag is an error, as in messages.</summary>
internal sealed class RichHtml(RichFiles files)
{
    private const int DepthLimit = 32;

    private string _html = "";
    private int _at;
    private int _depth;

    /// <exception cref="RpcError">RICH_MESSAGE_INVALID, MEDIA_INVALID.</exception>
    public Tl.PageBlockBase[] Read(string html)
    {
        (_html, _at, _depth) = (html, 0, 0);
        var blocks = Blocks(null);
        return _at == html.Length ? blocks : throw Invalid();
    }

    private static RpcError Invalid() => new(400, "RICH_MESSAGE_INVALID");

    private Tl.PageBlockBase[] Blocks(string? until)
    {
        var blocks = new List<Tl.PageBlockBase>();
        while (_at < _html.Length)
        {
            SkipSpace();
            if (_at == _html.Length)
                break;
            if (Peek() is { } tag && (tag.Closing || IsBlock(tag.Name)))
            {
                if (tag.Closing)
                {
                    if (tag.Name != until)
                        throw Invalid();
                    break;
                }

                Take();
                blocks.Add(Block(tag));
                continue;
            }

            var text = Inline(stopAtBlocks: true);
            if (text is not Tl.TextEmpty)
                blocks.Add(new Tl.PageBlockParagraph { Text = text });
        }

        return [.. blocks];
    }

    private static bool IsBlock(string name) => name is "p" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "pre" or "blockquote" or "aside" or "footer" or "hr" or "ul" or "ol"
        or "details" or "img" or "video" or "audio" or "table";

    private Tl.PageBlockBase Block(RichTag tag)
    {
        switch (tag.Name)
        {
            case "hr":
                return new Tl.PageBlockDivider();
            case "img" or "video" or "audio":
                if (tag.Name != "img" && Peek() is { Closing: true } end && end.Name == tag.Name)
                    Take();
                return files.Block(tag["src"], tag["alt"]);
            case "p":
                return new Tl.PageBlockParagraph { Text = Text(tag) };
            case "pre":
                return new Tl.PageBlockPreformatted { Text = Text(tag), Language = tag["lang"] };
            case "footer":
                return new Tl.PageBlockFooter { Text = Text(tag) };
            case "aside":
                return new Tl.PageBlockPullquote { Text = Text(tag), Caption = new Tl.TextEmpty() };
            case "blockquote":
                return new Tl.PageBlockBlockquoteBlocks { Blocks = Nested(tag), Caption = new Tl.TextEmpty() };
            case "details":
                return Details(tag);
            case "ul":
                return new Tl.PageBlockList { Items = [.. Items(tag).Select(blocks => new Tl.PageListItemBlocks { Blocks = blocks })] };
            case "ol":
                return new Tl.PageBlockOrderedList
                {
                    Start = int.TryParse(tag["start"], NumberStyles.Integer, CultureInfo.InvariantCulture, out var start) ? start : null,
                    Items = [.. Items(tag).Select(blocks => new Tl.PageListOrderedItemBlocks { Blocks = blocks })],
                };
            case "table":
                return Table(tag);
            default:
                return RichTexts.Heading(tag.Name[1] - '0', Text(tag));
        }
    }

    private Tl.RichTextBase Text(RichTag tag)
    {
        Enter();
        var text = Inline(stopAtBlocks: false);
        Close(tag.Name);
        return text;
    }

    private Tl.PageBlockBase[] Nested(RichTag tag)
    {
        Enter();
        var blocks = Blocks(tag.Name);
        Close(tag.Name);
        return blocks;
    }

    private Tl.PageBlockDetails Details(RichTag tag)
    {
        SkipSpace();
        Tl.RichTextBase title = new Tl.TextEmpty();
        if (Peek() is { Closing: false, Name: "summary" } summary)
        {
            Take();
            title = Text(summary);
        }

        return new Tl.PageBlockDetails { Open = tag.Has("open"), Title = title, Blocks = Nested(tag) };
    }

    private List<Tl.PageBlockBase[]> Items(RichTag list)
    {
        var items = new List<Tl.PageBlockBase[]>();
        while (Next(list.Name, "li") is { } item)
            items.Add(Nested(item));
        return items;
    }

    private Tl.PageBlockTable Table(RichTag table)
    {
        var rows = new List<Tl.PageTableRow>();
        while (Next(table.Name, "tr") is { } row)
        {
            var cells = new List<Tl.PageTableCell>();
            while (Next(row.Name, "td", "th") is { } cell)
                cells.Add(new Tl.PageTableCell { Header = cell.Name == "th", Text = Text(cell) });
            rows.Add(new Tl.PageTableRow { Cells = [.. cells] });
        }

        return new Tl.PageBlockTable { Bordered = table.Has("bordered"), Striped = table.Has("striped"), Title = new Tl.TextEmpty(), Rows = [.. rows] };
    }

    /// <returns>The next element inside of another; null when that one is closed.</returns>
    private RichTag? Next(string parent, params ReadOnlySpan<string> names)
    {
        SkipSpace();
        var tag = Peek() ?? throw Invalid();
        Take();
        if (tag.Closing && tag.Name == parent)
            return null;
        return !tag.Closing && names.Contains(tag.Name) ? tag : throw Invalid();
    }

    private Tl.RichTextBase Inline(bool stopAtBlocks)
    {
        var parts = new List<Tl.RichTextBase>();
        while (_at < _html.Length)
        {
            var next = _html.IndexOf('<', _at);
            var end = next < 0 ? _html.Length : next;
            if (end > _at)
                parts.Add(RichTexts.Plain(WebUtility.HtmlDecode(_html[_at..end])));
            _at = end;
            if (Peek() is not { } tag || tag.Closing || (stopAtBlocks && IsBlock(tag.Name)))
                break;
            Take();
            parts.Add(Mark(tag));
        }

        return RichTexts.Join(parts);
    }

    private Tl.RichTextBase Mark(RichTag tag)
    {
        if (tag.Name == "br")
            return RichTexts.Plain("\n");
        var text = Text(tag);
        return tag.Name switch
        {
            "b" or "strong" => new Tl.TextBold { Text = text },
            "i" or "em" => new Tl.TextItalic { Text = text },
            "u" or "ins" => new Tl.TextUnderline { Text = text },
            "s" or "strike" or "del" => new Tl.TextStrike { Text = text },
            "code" => new Tl.TextFixed { Text = text },
            "sub" => new Tl.TextSubscript { Text = text },
            "sup" => new Tl.TextSuperscript { Text = text },
            "mark" => new Tl.TextMarked { Text = text },
            "tg-spoiler" => new Tl.TextSpoiler { Text = text },
            "tg-math" => new Tl.TextMath { Source = RichTexts.Words(text) },
            "tg-emoji" when long.TryParse(tag["emoji-id"], NumberStyles.None, CultureInfo.InvariantCulture, out var id) => new Tl.TextCustomEmoji { DocumentId = id, Alt = RichTexts.Words(text) },
            "a" => new Tl.TextUrl { Text = text, Url = tag["href"] },
            _ => throw Invalid(),
        };
    }

    private void Close(string name)
    {
        if (Peek() is not { Closing: true } tag || tag.Name != name)
            throw Invalid();
        Take();
        _depth--;
    }

    private void Enter()
    {
        if (++_depth > DepthLimit)
            throw Invalid();
    }

    private void SkipSpace()
    {
        while (_at < _html.Length && char.IsWhiteSpace(_html[_at]))
            _at++;
    }

    private void Take() => _at = _html.IndexOf('>', _at) + 1;

    private RichTag? Peek()
    {
        if (_at >= _html.Length || _html[_at] != '<')
            return null;
        var end = _html.IndexOf('>', _at);
        return end < 0 ? throw Invalid() : RichTag.Parse(_html.AsSpan(_at + 1, end - _at - 1).Trim().ToString());
    }
}
