using TelegramRest.BotApi;
using TelegramRest.Mapping.Text;

namespace TelegramRest.Mapping.Rich;

/// <summary>Text with structure: a string, a row of texts, or one inside a style.</summary>
/// <param name="anchors">Places that links of the message lead to.</param>
/// <param name="peers">Users that are mentioned.</param>
/// <remarks>https://core.telegram.org/bots/api#richtext</remarks>
internal sealed class RichTextMapper(RichAnchors anchors, PeerIndex peers)
{
    /// <summary>What newer clients know is shown without its style.</summary>
    public RichText ToBotApi(Tl.RichTextBase text) => text switch
    {
        Tl.TextPlain t => Plain(t.Text),
        Tl.TextConcat t => new RichTextSequence { Value = [.. t.Texts.Select(ToBotApi)] },
        Tl.TextBold t => new RichTextBold { Text = ToBotApi(t.Text) },
        Tl.TextItalic t => new RichTextItalic { Text = ToBotApi(t.Text) },
        Tl.TextUnderline t => new RichTextUnderline { Text = ToBotApi(t.Text) },
        Tl.TextStrike t => new RichTextStrikethrough { Text = ToBotApi(t.Text) },
        Tl.TextFixed t => new RichTextCode { Text = ToBotApi(t.Text) },
        Tl.TextSpoiler t => new RichTextSpoiler { Text = ToBotApi(t.Text) },
        Tl.TextSubscript t => new RichTextSubscript { Text = ToBotApi(t.Text) },
        Tl.TextSuperscript t => new RichTextSuperscript { Text = ToBotApi(t.Text) },
        Tl.TextMarked t => new RichTextMarked { Text = ToBotApi(t.Text) },
        Tl.TextUrl t => Link(t),
        Tl.TextAutoUrl t => new RichTextUrl { Text = ToBotApi(t.Text), Url = Flat(t.Text) },
        Tl.TextEmail t => new RichTextEmailAddress { Text = ToBotApi(t.Text), EmailAddress = t.Email },
        Tl.TextAutoEmail t => new RichTextEmailAddress { Text = ToBotApi(t.Text), EmailAddress = Flat(t.Text) },
        Tl.TextPhone t => new RichTextPhoneNumber { Text = ToBotApi(t.Text), PhoneNumber = t.Phone },
        Tl.TextAutoPhone t => new RichTextPhoneNumber { Text = ToBotApi(t.Text), PhoneNumber = Flat(t.Text) },
        Tl.TextBankCard t => new RichTextBankCardNumber { Text = ToBotApi(t.Text), BankCardNumber = Flat(t.Text) },
        Tl.TextMention t => new RichTextMention { Text = ToBotApi(t.Text), Username = Flat(t.Text).TrimStart('@') },
        Tl.TextHashtag t => new RichTextHashtag { Text = ToBotApi(t.Text), Hashtag = Flat(t.Text).TrimStart('#') },
        Tl.TextCashtag t => new RichTextCashtag { Text = ToBotApi(t.Text), Cashtag = Flat(t.Text).TrimStart('$') },
        Tl.TextBotCommand t => new RichTextBotCommand { Text = ToBotApi(t.Text), BotCommand = Flat(t.Text).TrimStart('/') },
        Tl.TextMentionName t => new RichTextTextMention { Text = ToBotApi(t.Text), User = UserMapper.ToBotApi(t.UserId, peers) },
        Tl.TextCustomEmoji t => new RichTextCustomEmoji { CustomEmojiId = t.DocumentId.Text(), AlternativeText = t.Alt },
        Tl.TextMath t => new RichTextMathematicalExpression { Expression = t.Source },
        Tl.TextDate t => new RichTextDateTime { Text = ToBotApi(t.Text), UnixTime = t.Date, DateTimeFormat = DateFormats.ToLetters(FormatOf(t)) ?? "" },
        Tl.TextAnchor { Text: Tl.TextEmpty } t => new RichTextAnchor { Name = t.Name },
        Tl.TextAnchor t => new RichTextReference { Text = ToBotApi(t.Text), Name = t.Name },
        _ => Inner(text) is { } inner ? ToBotApi(inner) : Plain(""),
    };

    /// <returns>Null for a text that says nothing.</returns>
    public RichText? ToOptional(Tl.RichTextBase? text) => text is null or Tl.TextEmpty ? null : ToBotApi(text);

    /// <summary>The text inside a style; null where there is none.</summary>
    public static Tl.RichTextBase? Inner(Tl.RichTextBase text) => text switch
    {
        Tl.TextBold t => t.Text,
        Tl.TextItalic t => t.Text,
        Tl.TextUnderline t => t.Text,
        Tl.TextStrike t => t.Text,
        Tl.TextFixed t => t.Text,
        Tl.TextSpoiler t => t.Text,
        Tl.TextSubscript t => t.Text,
        Tl.TextSuperscript t => t.Text,
        Tl.TextMarked t => t.Text,
        Tl.TextUrl t => t.Text,
        Tl.TextAutoUrl t => t.Text,
        Tl.TextEmail t => t.Text,
        Tl.TextAutoEmail t => t.Text,
        Tl.TextPhone t => t.Text,
        Tl.TextAutoPhone t => t.Text,
        Tl.TextBankCard t => t.Text,
        Tl.TextMention t => t.Text,
        Tl.TextHashtag t => t.Text,
        Tl.TextCashtag t => t.Text,
        Tl.TextBotCommand t => t.Text,
        Tl.TextMentionName t => t.Text,
        Tl.TextDate t => t.Text,
        Tl.TextAnchor t => t.Text,
        Tl.TextDiff t => t.Text,
        _ => null,
    };

    private static RichTextPlain Plain(string text) => new() { Value = text };

    private static string Flat(Tl.RichTextBase text) => text switch
    {
        Tl.TextPlain t => t.Text,
        Tl.TextConcat t => string.Concat(t.Texts.Select(Flat)),
        Tl.TextCustomEmoji t => t.Alt,
        Tl.TextMath t => t.Source,
        _ => Inner(text) is { } inner ? Flat(inner) : "",
    };

    /// <summary>A link with nothing but a fragment leads to a place of the same message, if it is there.</summary>
    private RichText Link(Tl.TextUrl link)
    {
        var text = ToBotApi(link.Text);
        if (link.Url is not ['#', .. var fragment])
            return new RichTextUrl { Text = text, Url = link.Url };

        var name = anchors.IsReference(fragment) is null ? Uri.UnescapeDataString(fragment) : fragment;
        return anchors.IsReference(name) switch
        {
            true => new RichTextReferenceLink { Text = text, ReferenceName = name },
            false => new RichTextAnchorLink { Text = text, AnchorName = name },
            null => new RichTextUrl { Text = text, Url = link.Url },
        };
    }

    private static DateFormat FormatOf(Tl.TextDate date) =>
        (date.Relative ? DateFormat.Relative : 0)
        | (date.ShortTime ? DateFormat.ShortTime : 0)
        | (date.LongTime ? DateFormat.LongTime : 0)
        | (date.ShortDate ? DateFormat.ShortDate : 0)
        | (date.LongDate ? DateFormat.LongDate : 0)
        | (date.DayOfWeek ? DateFormat.DayOfWeek : 0);
}
