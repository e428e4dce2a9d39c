using TelegramRest.Simulator.World.Text;

namespace TelegramRest.Simulator.Rpc.Rich;

/// <summary>Marks links, mentions and the like in the plain words of an article, as in any message (https://core.telegram.org/api/entities).</summary>
internal static class RichLinks
{
    public static Tl.PageBlockBase Detect(Tl.PageBlockBase block) => block switch
    {
        Tl.PageBlockParagraph it => new Tl.PageBlockParagraph { Text = Detect(it.Text) },
        Tl.PageBlockFooter it => new Tl.PageBlockFooter { Text = Detect(it.Text) },
        Tl.PageBlockBlockquote it => new Tl.PageBlockBlockquote { Text = Detect(it.Text), Caption = it.Caption },
        Tl.PageBlockPullquote it => new Tl.PageBlockPullquote { Text = Detect(it.Text), Caption = it.Caption },
        Tl.PageBlockBlockquoteBlocks it => new Tl.PageBlockBlockquoteBlocks { Blocks = [.. it.Blocks.Select(each => Detect(each))], Caption = it.Caption },
        Tl.PageBlockDetails it => new Tl.PageBlockDetails { Open = it.Open, Blocks = [.. it.Blocks.Select(each => Detect(each))], Title = it.Title },
        _ => block,
    };

    private static Tl.RichTextBase Detect(Tl.RichTextBase text) => text switch
    {
        Tl.TextPlain it => Split(it.Text),
        Tl.TextConcat it => RichTexts.Join([.. it.Texts.Select(each => Detect(each))]),
        Tl.TextBold it => new Tl.TextBold { Text = Detect(it.Text) },
        Tl.TextItalic it => new Tl.TextItalic { Text = Detect(it.Text) },
        Tl.TextUnderline it => new Tl.TextUnderline { Text = Detect(it.Text) },
        Tl.TextStrike it => new Tl.TextStrike { Text = Detect(it.Text) },
        Tl.TextSpoiler it => new Tl.TextSpoiler { Text = Detect(it.Text) },
        _ => text,
    };

    private static Tl.RichTextBase Split(string text)
    {
        var parts = new List<Tl.RichTextBase>();
        var end = 0;
        foreach (var entity in EntityDetector.Detect(text, []).OrderBy(entity => EntitySpan.Of(entity).Offset))
        {
            var (offset, length) = EntitySpan.Of(entity);
            parts.Add(RichTexts.Plain(text[end..offset]));
            parts.Add(Mark(entity, RichTexts.Plain(text.Substring(offset, length))));
            end = offset + length;
        }

        parts.Add(RichTexts.Plain(text[end..]));
        return RichTexts.Join(parts);
    }

    private static Tl.RichTextBase Mark(Tl.MessageEntityBase entity, Tl.RichTextBase text) => entity switch
    {
        Tl.MessageEntityUrl => new Tl.TextAutoUrl { Text = text },
        Tl.MessageEntityEmail => new Tl.TextAutoEmail { Text = text },
        Tl.MessageEntityMention => new Tl.TextMention { Text = text },
        Tl.MessageEntityHashtag => new Tl.TextHashtag { Text = text },
        Tl.MessageEntityCashtag => new Tl.TextCashtag { Text = text },
        Tl.MessageEntityBotCommand => new Tl.TextBotCommand { Text = text },
        _ => text,
    };
}
