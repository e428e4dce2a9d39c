using System.Text;
using TelegramRest.Mapping.Text;

namespace TelegramRest.Tests.Unit.Mapping.Text;

/// <summary>Writes a nested text as HTML, the other way round from the parser.</summary>
internal static class HtmlPrinter
{
    public static string Print(FormattedText text)
    {
        var html = new StringBuilder();
        var open = new Stack<TextEntity>();
        var next = 0;
        for (var i = 0; i <= text.Text.Length; i++)
        {
            while (open.TryPeek(out var inner) && inner.End == i)
                html.Append(open.Pop() is var closed ? $"</{Tag(closed).Split(' ')[0]}>" : "");
            for (; next < text.Entities.Count && text.Entities[next].Offset == i; next++)
            {
                html.Append('<').Append(Tag(text.Entities[next])).Append('>');
                open.Push(text.Entities[next]);
            }

            if (i < text.Text.Length)
                html.Append(text.Text[i] switch { '<' => "&lt;", '&' => "&amp;", var c => c.ToString() });
        }

        return html.ToString();
    }

    private static string Tag(TextEntity entity) => entity.Type switch
    {
        TextEntityType.Bold => "b",
        TextEntityType.Italic => "i",
        TextEntityType.Underline => "u",
        TextEntityType.Strikethrough => "s",
        TextEntityType.Spoiler => "tg-spoiler",
        TextEntityType.Code => "code",
        TextEntityType.Pre => "pre",
        TextEntityType.BlockQuote => "blockquote",
        TextEntityType.ExpandableBlockQuote => "blockquote expandable",
        _ => throw new ArgumentOutOfRangeException(nameof(entity)),
    };
}
