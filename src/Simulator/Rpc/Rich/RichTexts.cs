using System.Text;

namespace TelegramRest.Simulator.Rpc.Rich;

/// <summary>Pieces of formatted text (https://core.telegram.org/type/RichText).</summary>
internal static class RichTexts
{
    public static Tl.RichTextBase Plain(string text) => text.Length == 0 ? new Tl.TextEmpty() : new Tl.TextPlain { Text = text };

    public static Tl.RichTextBase Join(IReadOnlyList<Tl.RichTextBase> parts)
    {
        var kept = parts.Where(part => part is not Tl.TextEmpty).ToArray();
        return kept.Length switch
        {
            0 => new Tl.TextEmpty(),
            1 => kept[0],
            _ => new Tl.TextConcat { Texts = kept },
        };
    }

    public static Tl.PageBlockBase Heading(int size, Tl.RichTextBase text) => size switch
    {
        1 => new Tl.PageBlockHeading1 { Text = text },
        2 => new Tl.PageBlockHeading2 { Text = text },
        3 => new Tl.PageBlockHeading3 { Text = text },
        4 => new Tl.PageBlockHeading4 { Text = text },
        5 => new Tl.PageBlockHeading5 { Text = text },
        _ => new Tl.PageBlockHeading6 { Text = text },
    };

    /// <summary>What a client that knows no articles is shown: the words alone.</summary>
    public static string Words(Tl.RichMessage message)
    {
        var text = new StringBuilder();
        foreach (var block in message.Blocks)
            Append(text, block);
        return text.ToString().Trim();
    }

    public static string Words(Tl.RichTextBase text) => text switch
    {
        Tl.TextPlain it => it.Text,
        Tl.TextConcat it => string.Concat(it.Texts.Select(Words)),
        Tl.TextBold it => Words(it.Text),
        Tl.TextItalic it => Words(it.Text),
        Tl.TextUnderline it => Words(it.Text),
        Tl.TextStrike it => Words(it.Text),
        Tl.TextFixed it => Words(it.Text),
        Tl.TextUrl it => Words(it.Text),
        Tl.TextEmail it => Words(it.Text),
        Tl.TextPhone it => Words(it.Text),
        Tl.TextSubscript it => Words(it.Text),
        Tl.TextSuperscript it => Words(it.Text),
        Tl.TextMarked it => Words(it.Text),
        Tl.TextAnchor it => Words(it.Text),
        Tl.TextSpoiler it => Words(it.Text),
        Tl.TextMention it => Words(it.Text),
        Tl.TextHashtag it => Words(it.Text),
        Tl.TextCashtag it => Words(it.Text),
        Tl.TextBotCommand it => Words(it.Text),
        Tl.TextAutoUrl it => Words(it.Text),
        Tl.TextAutoEmail it => Words(it.Text),
        Tl.TextAutoPhone it => Words(it.Text),
        Tl.TextBankCard it => Words(it.Text),
        Tl.TextMentionName it => Words(it.Text),
        Tl.TextDate it => Words(it.Text),
        Tl.TextDiff it => Words(it.Text),
        Tl.TextMath it => it.Source,
        Tl.TextCustomEmoji it => it.Alt,
        _ => "",
    };

    private static void Append(StringBuilder text, Tl.PageBlockBase block)
    {
        switch (block)
        {
            case Tl.PageBlockList list:
                foreach (var item in list.Items)
                    AppendItem(text, "• ", item is Tl.PageListItemText plain ? plain.Text : null, item is Tl.PageListItemBlocks nested ? nested.Blocks : []);
                break;
            case Tl.PageBlockOrderedList list:
                var number = list.Start ?? 1;
                foreach (var item in list.Items)
                    AppendItem(text, $"{number++}. ", item is Tl.PageListOrderedItemText plain ? plain.Text : null, item is Tl.PageListOrderedItemBlocks nested ? nested.Blocks : []);
                break;
            case Tl.PageBlockBlockquoteBlocks quote:
                AppendAll(text, quote.Blocks);
                break;
            case Tl.PageBlockDetails details:
                text.Append(Words(details.Title)).Append('\n');
                AppendAll(text, details.Blocks);
                break;
            case Tl.PageBlockTable table:
                foreach (var row in table.Rows)
                    text.AppendJoin(" | ", row.Cells.Select(cell => cell.Text is { } words ? Words(words) : "")).Append('\n');
                break;
            default:
                text.Append(Line(block)).Append('\n');
                break;
        }
    }

    private static void AppendAll(StringBuilder text, Tl.PageBlockBase[] blocks)
    {
        foreach (var block in blocks)
            Append(text, block);
    }

    private static void AppendItem(StringBuilder text, string label, Tl.RichTextBase? words, Tl.PageBlockBase[] blocks)
    {
        text.Append(label);
        if (words is not null)
            text.Append(Words(words)).Append('\n');
        AppendAll(text, blocks);
    }

    private static string Line(Tl.PageBlockBase block) => block switch
    {
        Tl.PageBlockParagraph it => Words(it.Text),
        Tl.PageBlockHeading1 it => Words(it.Text),
        Tl.PageBlockHeading2 it => Words(it.Text),
        Tl.PageBlockHeading3 it => Words(it.Text),
        Tl.PageBlockHeading4 it => Words(it.Text),
        Tl.PageBlockHeading5 it => Words(it.Text),
        Tl.PageBlockHeading6 it => Words(it.Text),
        Tl.PageBlockPreformatted it => Words(it.Text),
        Tl.PageBlockFooter it => Words(it.Text),
        Tl.PageBlockBlockquote it => Words(it.Text),
        Tl.PageBlockPullquote it => Words(it.Text),
        Tl.PageBlockThinking it => Words(it.Text),
        Tl.PageBlockMath it => it.Source,
        _ => "",
    };
}
