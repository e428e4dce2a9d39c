using System.Globalization;
using System.Net;
using System.Text;

namespace TelegramRest.Simulator.Rpc.Rich;

/// <summary>Reads the HTML of a rich message: block tags and, in them, inline tags. An unknown tag is an error, as in messages.</summary>
internal sealed class RichHtml(RichFiles files)
{
    private string _html = "";
    private int _at;

    /// <exception cref="RpcError">RICH_MESSAGE_INVALID, MEDIA_INVALID.</exception>
    public Tl.PageBlockBase[] Read(string html)
    {
        (_html, _at) = (html, 0);
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

    private Tl.PageBlockBase Block(Tag tag)
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

    private Tl.RichTextBase Text(Tag tag)
    {
        var text = Inline(stopAtBlocks: false);
        Close(tag.Name);
        return text;
    }

    private Tl.PageBlockBase[] Nested(Tag tag)
    {
        var blocks = Blocks(tag.Name);
        Close(tag.Name);
        return blocks;
    }

    private Tl.PageBlockDetails Details(Tag tag)
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

    private List<Tl.PageBlockBase[]> Items(Tag list)
    {
        var items = new List<Tl.PageBlockBase[]>();
        while (Next(list.Name, "li") is { } item)
            items.Add(Nested(item));
        return items;
    }

    private Tl.PageBlockTable Table(Tag table)
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
    private Tag? Next(string parent, params ReadOnlySpan<string> names)
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

    private Tl.RichTextBase Mark(Tag tag)
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
    }

    private void SkipSpace()
    {
        while (_at < _html.Length && char.IsWhiteSpace(_html[_at]))
            _at++;
    }

    private void Take() => _at = _html.IndexOf('>', _at) + 1;

    private Tag? Peek()
    {
        if (_at >= _html.Length || _html[_at] != '<')
            return null;
        var end = _html.IndexOf('>', _at);
        return end < 0 ? throw Invalid() : Tag.Parse(_html.AsSpan(_at + 1, end - _at - 1).Trim().ToString());
    }

    private sealed record Tag(string Name, bool Closing, Dictionary<string, string> Attributes)
    {
        public string this[string name] => Attributes.GetValueOrDefault(name, "");

        public bool Has(string name) => Attributes.ContainsKey(name);

        public static Tag Parse(string text)
        {
            var closing = text.StartsWith('/');
            var body = text.Trim('/').Trim();
            var space = body.IndexOf(' ', StringComparison.Ordinal);
            var attributes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            var rest = space < 0 ? "" : body[space..];
            var name = new StringBuilder();
            for (var at = 0; at < rest.Length; at++)
            {
                if (rest[at] == '=' && at + 1 < rest.Length && rest[at + 1] is '"' or '\'')
                {
                    var quote = rest[at + 1];
                    var end = rest.IndexOf(quote, at + 2);
                    if (end < 0)
                        throw Invalid();
                    attributes[name.ToString()] = WebUtility.HtmlDecode(rest[(at + 2)..end]);
                    name.Clear();
                    at = end;
                }
                else if (!char.IsWhiteSpace(rest[at]))
                {
                    name.Append(rest[at]);
                }
                else if (name.Length > 0)
                {
                    attributes[name.ToString()] = "";
                    name.Clear();
                }
            }

            if (name.Length > 0)
                attributes[name.ToString()] = "";
            return new Tag((space < 0 ? body : body[..space]).ToLowerInvariant(), closing, attributes);
        }
    }
}
