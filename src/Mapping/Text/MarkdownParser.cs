using System.Text;

namespace TelegramRest.Mapping.Text;

/// <summary>The first Markdown of the Bot API: four markers, no nesting, everything up to the closing marker taken as it stands.</summary>
/// <remarks>https://core.telegram.org/bots/api#markdown-style</remarks>
internal static class MarkdownParser
{
    public static FormattedText Parse(string text)
    {
        var plain = new StringBuilder(text.Length);
        var entities = new List<TextEntity>();
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\\' && text.At(i + 1) is '_' or '*' or '`' or '[')
                plain.Append(text[++i]);
            else if (c is '_' or '*' or '`' or '[')
                i = ReadEntity(text, i, plain, entities);
            else
                plain.Append(c);
        }

        return new FormattedText(plain.ToString(), entities);
    }

    /// <returns>The position of the last character that belongs to the entity.</returns>
    private static int ReadEntity(string text, int begin, StringBuilder plain, List<TextEntity> entities)
    {
        var marker = text[begin];
        var isFence = text.IsFence(begin);
        var closing = marker == '[' ? ']' : marker;
        var i = begin + 1;
        var language = "";
        if (isFence)
            (language, i) = text.ReadFenceHeader(begin + 3);

        var offset = plain.Length;
        var contentStart = i;
        while (i < text.Length && (isFence ? !text.IsFence(i) : text[i] != closing))
            i++;
        if (i >= text.Length)
            throw TextErrors.Unparsable("Can't find end of the entity starting", text, begin);

        plain.Append(text, contentStart, i - contentStart);
        var length = plain.Length - offset;
        if (marker == '[')
            return ReadLink(text, contentStart, i, offset, length, entities);

        if (length != 0)
        {
            entities.Add(marker switch
            {
                '_' => new TextEntity(TextEntityType.Italic, offset, length),
                '*' => new TextEntity(TextEntityType.Bold, offset, length),
                _ when isFence && language.Length != 0 => new TextEntity(TextEntityType.PreCode, offset, length, language),
                _ when isFence => new TextEntity(TextEntityType.Pre, offset, length),
                _ => new TextEntity(TextEntityType.Code, offset, length),
            });
        }

        return isFence ? i + 2 : i;
    }

    private static int ReadLink(string text, int contentStart, int i, int offset, int length, List<TextEntity> entities)
    {
        // An empty link text is no link: what follows in parentheses is text.
        if (length == 0)
            return i;

        var url = text[contentStart..i];
        if (text.At(i + 1) == '(')
        {
            var urlStart = i + 2;
            i = text.IndexOf(')', urlStart);
            if (i < 0)
                i = text.Length;
            url = text[urlStart..i];
        }

        if (TextLinks.ToEntity(url, offset, length) is { } entity)
            entities.Add(entity);
        return i;
    }
}
