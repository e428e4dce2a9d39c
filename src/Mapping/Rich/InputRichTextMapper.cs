using TelegramRest.BotApi;
using TelegramRest.Mapping.Text;

namespace TelegramRest.Mapping.Rich;

/// <summary>Text with structure on its way to Telegram. What marks itself (mentions, hashtags and their like) goes as plain text and is found again there.</summary>
/// <remarks>https://core.telegram.org/type/RichText</remarks>
internal static class InputRichTextMapper
{
    private static readonly Tl.TextEmpty Empty = new();

    /// <exception cref="BotApiException">400: a custom emoji or a date is wrong.</exception>
    public static Tl.RichTextBase ToTl(RichText? text) => text switch
    {
        null => Empty,
        RichTextPlain t => Plain(t.Value),
        RichTextSequence { Value.Length: 0 } => Empty,
        RichTextSequence t => new Tl.TextConcat { Texts = [.. t.Value.Select(ToTl)] },
        RichTextBold t => new Tl.TextBold { Text = ToTl(t.Text) },
        RichTextItalic t => new Tl.TextItalic { Text = ToTl(t.Text) },
        RichTextUnderline t => new Tl.TextUnderline { Text = ToTl(t.Text) },
        RichTextStrikethrough t => new Tl.TextStrike { Text = ToTl(t.Text) },
        RichTextCode t => new Tl.TextFixed { Text = ToTl(t.Text) },
        RichTextSpoiler t => new Tl.TextSpoiler { Text = ToTl(t.Text) },
        RichTextSubscript t => new Tl.TextSubscript { Text = ToTl(t.Text) },
        RichTextSuperscript t => new Tl.TextSuperscript { Text = ToTl(t.Text) },
        RichTextMarked t => new Tl.TextMarked { Text = ToTl(t.Text) },
        RichTextUrl t => new Tl.TextUrl { Text = ToTl(t.Text), Url = t.Url },
        RichTextEmailAddress t => new Tl.TextEmail { Text = ToTl(t.Text), Email = t.EmailAddress },
        RichTextPhoneNumber t => new Tl.TextPhone { Text = ToTl(t.Text), Phone = t.PhoneNumber },
        RichTextBankCardNumber t => ToTl(t.Text),
        RichTextMention t => ToTl(t.Text),
        RichTextHashtag t => ToTl(t.Text),
        RichTextCashtag t => ToTl(t.Text),
        RichTextBotCommand t => ToTl(t.Text),
        RichTextTextMention t => new Tl.TextMentionName { Text = ToTl(t.Text), UserId = t.User.Id },
        RichTextCustomEmoji t => new Tl.TextCustomEmoji { DocumentId = EmojiId(t.CustomEmojiId), Alt = t.AlternativeText },
        RichTextMathematicalExpression t => new Tl.TextMath { Source = t.Expression },
        RichTextDateTime t => Date(t),
        RichTextAnchor t => new Tl.TextAnchor { Text = Empty, Name = t.Name },
        RichTextReference t => new Tl.TextAnchor { Text = ToTl(t.Text), Name = t.Name },
        RichTextAnchorLink t => Fragment(t.Text, t.AnchorName),
        RichTextReferenceLink t => Fragment(t.Text, t.ReferenceName),
        _ => throw new InvalidOperationException($"{text.GetType().Name} has no form that can be sent."),
    };

    private static Tl.RichTextBase Plain(string text) => text.Length == 0 ? Empty : new Tl.TextPlain { Text = text };

    private static Tl.TextUrl Fragment(RichText text, string name) => new() { Text = ToTl(text), Url = "#" + Uri.EscapeDataString(name) };

    private static long EmojiId(string text) =>
        Scalars.TryCanonicalInt64(text, out var id) && id != 0 ? id : throw BotApiException.BadRequest("invalid custom emoji identifier specified");

    private static Tl.TextDate Date(RichTextDateTime date)
    {
        if (!DateFormats.TryParse(date.DateTimeFormat, out var format))
            throw BotApiException.BadRequest("invalid date-time format specified");
        return new Tl.TextDate
        {
            Text = ToTl(date.Text),
            Date = date.UnixTime,
            Relative = format.HasFlag(DateFormat.Relative),
            ShortTime = format.HasFlag(DateFormat.ShortTime),
            LongTime = format.HasFlag(DateFormat.LongTime),
            ShortDate = format.HasFlag(DateFormat.ShortDate),
            LongDate = format.HasFlag(DateFormat.LongDate),
            DayOfWeek = format.HasFlag(DateFormat.DayOfWeek),
        };
    }
}
