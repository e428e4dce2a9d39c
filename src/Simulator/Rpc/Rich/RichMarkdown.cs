using System.Globalization;
using System.Text.RegularExpressions;

namespace TelegramRest.Simulator.Rpc.Rich;

/// <summary>Reads the Markdown of a rich message: headings, lists, quotes, code, tables, rules and media in lines of their own, and marks inside of lines.</summary>
internal sealed partial class RichMarkdown(RichFiles files)
{
    /// <exception cref="RpcError">MEDIA_INVALID.</exception>
    public Tl.PageBlockBase[] Read(string markdown)
    {
        var lines = new Queue<string>(markdown.ReplaceLineEndings("\n").Split('\n'));
        var blocks = new List<Tl.PageBlockBase>();
        while (lines.TryPeek(out var line))
        {
            if (line.Trim().Length == 0)
                lines.Dequeue();
            else
                blocks.Add(Block(line, lines));
        }

        return [.. blocks];
    }

    private Tl.PageBlockBase Block(string line, Queue<string> lines)
    {
        if (Fence().Match(line) is { Success: true } fence)
            return Code(fence.Groups["language"].Value, lines);
        if (Quote().IsMatch(line))
            return new Tl.PageBlockBlockquoteBlocks { Blocks = new RichMarkdown(files).Read(string.Join('\n', While(lines, Quote()).Select(each => Quote().Replace(each, "", 1)))), Caption = new Tl.TextEmpty() };
        if (Bullet().IsMatch(line))
            return new Tl.PageBlockList { Items = [.. While(lines, Bullet()).Select(Item)] };
        if (Number().Match(line) is { Success: true } first)
        {
            return new Tl.PageBlockOrderedList
            {
                Start = int.Parse(first.Groups["number"].Value, CultureInfo.InvariantCulture) is var start and not 1 ? start : null,
                Items = [.. While(lines, Number()).Select(each => new Tl.PageListOrderedItemText { Text = Inline(Number().Replace(each, "", 1)) })],
            };
        }

        if (Row().IsMatch(line))
            return Table(While(lines, Row()));
        lines.Dequeue();
        if (Heading().Match(line) is { Success: true } heading)
            return RichTexts.Heading(heading.Groups["marks"].Length, Inline(heading.Groups["text"].Value.Trim()));
        if (Rule().IsMatch(line))
            return new Tl.PageBlockDivider();
        if (Media().Match(line) is { Success: true } media)
            return files.Block(media.Groups["url"].Value, media.Groups["alt"].Value);

        // A paragraph goes on until something else begins.
        var text = line;
        while (lines.TryPeek(out var next) && next.Trim().Length > 0 && !Starts().IsMatch(next))
            text += "\n" + lines.Dequeue();
        return new Tl.PageBlockParagraph { Text = Inline(text) };
    }

    private static Tl.PageListItemText Item(string line)
    {
        var text = Bullet().Replace(line, "", 1);
        return Box().Match(text) is { Success: true } box
            ? new Tl.PageListItemText { Checkbox = true, Checked = box.Groups["mark"].Value is "x" or "X", Text = Inline(Box().Replace(text, "", 1)) }
            : new Tl.PageListItemText { Text = Inline(text) };
    }

    private static Tl.PageBlockPreformatted Code(string language, Queue<string> lines)
    {
        lines.Dequeue();
        var code = new List<string>();
        while (lines.TryDequeue(out var line) && !Fence().IsMatch(line))
            code.Add(line);
        return new Tl.PageBlockPreformatted { Text = RichTexts.Plain(string.Join('\n', code)), Language = language };
    }

    private static Tl.PageBlockTable Table(List<string> lines)
    {
        var header = lines.Count > 1 && Separator().IsMatch(lines[1]);
        var rows = lines.Where((_, index) => !(header && index == 1)).Select((line, index) => new Tl.PageTableRow
        {
            Cells = [.. line.Trim().Trim('|').Split('|').Select(cell => new Tl.PageTableCell { Header = header && index == 0, Text = Inline(cell.Trim()) })],
        });
        return new Tl.PageBlockTable { Bordered = true, Title = new Tl.TextEmpty(), Rows = [.. rows] };
    }

    private static List<string> While(Queue<string> lines, Regex kind)
    {
        var taken = new List<string>();
        while (lines.TryPeek(out var line) && kind.IsMatch(line))
            taken.Add(lines.Dequeue());
        return taken;
    }

    private static Tl.RichTextBase Inline(string text)
    {
        var parts = new List<Tl.RichTextBase>();
        var end = 0;
        foreach (Match match in Marks().Matches(text))
        {
            parts.Add(RichTexts.Plain(text[end..match.Index]));
            parts.Add(Mark(match));
            end = match.Index + match.Length;
        }

        parts.Add(RichTexts.Plain(text[end..]));
        return RichTexts.Join(parts);
    }

    private static Tl.RichTextBase Mark(Match match)
    {
        foreach (var (name, make) in Kinds)
        {
            if (match.Groups[name] is { Success: true } group)
                return make(group.Value);
        }

        return new Tl.TextUrl { Text = Inline(match.Groups["link"].Value), Url = match.Groups["url"].Value };
    }

    private static readonly (string Name, Func<string, Tl.RichTextBase> Make)[] Kinds =
    [
        ("code", text => new Tl.TextFixed { Text = RichTexts.Plain(text) }),
        ("math", text => new Tl.TextMath { Source = text }),
        ("bold", text => new Tl.TextBold { Text = Inline(text) }),
        ("italic", text => new Tl.TextItalic { Text = Inline(text) }),
        ("strike", text => new Tl.TextStrike { Text = Inline(text) }),
        ("spoiler", text => new Tl.TextSpoiler { Text = Inline(text) }),
        ("marked", text => new Tl.TextMarked { Text = Inline(text) }),
    ];

    [GeneratedRegex(@"^```(?<language>[\w+-]*)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^>\s?", RegexOptions.CultureInvariant)]
    private static partial Regex Quote();

    [GeneratedRegex(@"^\s*[-*+]\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Bullet();

    [GeneratedRegex(@"^\s*(?<number>\d{1,9})[.)]\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"^\[(?<mark>[ xX])\]\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Box();

    [GeneratedRegex(@"^\s*\|.*\|\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Row();

    [GeneratedRegex(@"^[\s|:-]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Separator();

    [GeneratedRegex(@"^(?<marks>#{1,6})\s+(?<text>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^\s*(?:-{3,}|\*{3,}|_{3,})\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Rule();

    [GeneratedRegex(@"^!\[(?<alt>[^\]]*)\]\((?<url>[^)\s]+)\)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Media();

    [GeneratedRegex(@"^(?:```|>|#{1,6}\s|\s*[-*+]\s|\s*\d{1,9}[.)]\s|\||!\[)", RegexOptions.CultureInvariant)]
    private static partial Regex Starts();

    [GeneratedRegex(@"`(?<code>[^`]+)`|\$(?<math>[^$\s][^$]*)\$|\*\*(?<bold>.+?)\*\*|__(?<bold>.+?)__|\*(?<italic>[^*\s][^*]*)\*|(?<!\w)_(?<italic>[^_\s][^_]*)_(?!\w)|~~(?<strike>.+?)~~|\|\|(?<spoiler>.+?)\|\||==(?<marked>.+?)==|\[(?<link>[^\]]+)\]\((?<url>[^)\s]+)\)", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Marks();
}
