using System.Globalization;
using System.Text;

namespace TelegramRest.Mapping.Text;

/// <summary>The HTML of the Bot API: a closed set of tags, strict nesting, four named character references.</summary>
/// <remarks>https://core.telegram.org/bots/api#html-style</remarks>
internal sealed class HtmlParser
{
    private readonly string _text;
    private readonly StringBuilder _plain;
    private readonly List<TextEntity> _entities = [];
    private readonly Stack<HtmlTag> _open = new();

    private HtmlParser(string text)
    {
        _text = text;
        _plain = new StringBuilder(text.Length);
    }

    public static FormattedText Parse(string text) => new HtmlParser(text).Parse();

    private FormattedText Parse()
    {
        var mayBeBroken = false;
        for (var i = 0; i < _text.Length;)
        {
            if (_text[i] == '&' && HtmlReference.TryRead(_text, ref i, out var code))
            {
                mayBeBroken |= code is >= 0xd800 and <= 0xdfff;
                HtmlReference.Append(_plain, code);
            }
            else if (_text[i] != '<')
            {
                _plain.Append(_text[i++]);
            }
            else if (_text.At(i + 1) == '/')
            {
                i = CloseTag(i);
            }
            else
            {
                i = HtmlTagReader.Read(_text, i, _plain.Length, out var tag);
                _open.Push(tag);
            }
        }

        if (_open.TryPeek(out var left))
            throw TextErrors.Unparsable($"Can't find end tag corresponding to start tag \"{left.Name}\"");

        var result = _plain.ToString();
        if (mayBeBroken && !Unicode.IsWellFormed(result))
            throw TextErrors.Unparsable("Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units");

        // A language means something only to a code block.
        for (var i = 0; i < _entities.Count; i++)
        {
            if (_entities[i].Type == TextEntityType.Code)
                _entities[i] = _entities[i] with { Argument = "" };
        }

        EntityKinds.Sort(_entities);
        return new FormattedText(result, _entities);
    }

    private int CloseTag(int begin)
    {
        if (!_open.TryPeek(out var tag))
            throw TextErrors.Unparsable("Unexpected end tag", _text, begin);

        var i = begin + 2;
        while (!MarkupText.IsSpace(_text.At(i)) && _text.At(i) != '>')
            i++;
        var name = _text[(begin + 2)..Math.Min(i, _text.Length)].ToLowerInvariant();
        while (i < _text.Length && MarkupText.IsSpace(_text[i]))
            i++;
        if (_text.At(i) != '>')
            throw TextErrors.Unparsable("Unclosed end tag", _text, begin);
        if (name.Length != 0 && name != tag.Name)
            throw TextErrors.Unparsable(string.Create(CultureInfo.InvariantCulture, $"Unmatched end tag at byte offset {TextErrors.ByteOffset(_text, begin)}, expected \"</{tag.Name}>\", found \"</{name}>\""));

        _open.Pop();
        var length = _plain.Length - tag.Offset;
        if (length != 0)
            AddEntity(tag, length);
        return i + 1;
    }

    private void AddEntity(HtmlTag tag, int length)
    {
        switch (tag.Name)
        {
            case "b" or "strong": Add(TextEntityType.Bold); break;
            case "i" or "em": Add(TextEntityType.Italic); break;
            case "u" or "ins": Add(TextEntityType.Underline); break;
            case "s" or "strike" or "del": Add(TextEntityType.Strikethrough); break;
            case "tg-spoiler" or "span": Add(TextEntityType.Spoiler); break;
            case "blockquote": Add(tag.Argument.Length != 0 ? TextEntityType.ExpandableBlockQuote : TextEntityType.BlockQuote); break;
            case "pre": AddPre(tag.Offset, length); break;
            case "code": AddCode(tag, length); break;
            case "a":
                var url = tag.Argument.Length != 0 ? tag.Argument : _plain.ToString(tag.Offset, Math.Min(length, TextLinks.MaxLength + 1));
                if (TextLinks.ToEntity(url, tag.Offset, length) is { } link)
                    _entities.Add(link);
                break;
            case "tg-emoji":
                if (!long.TryParse(tag.Argument, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var emojiId) || emojiId == 0)
                    throw TextErrors.Unparsable("Invalid custom emoji identifier specified");
                _entities.Add(new TextEntity(TextEntityType.CustomEmoji, tag.Offset, length, Id: emojiId));
                break;
            case "tg-time":
                var format = DateFormats.Parse(tag.Argument);
                if (tag.Date > 0)
                    _entities.Add(new TextEntity(TextEntityType.Date, tag.Offset, length, Id: tag.Date, DateFormat: format));
                break;
        }

        void Add(TextEntityType type) => _entities.Add(new TextEntity(type, tag.Offset, length));
    }

    /// <summary><c>pre</c> around exactly one <c>code</c> with a language is a code block in that language, either way round.</summary>
    private void AddPre(int offset, int length)
    {
        if (LastIs(TextEntityType.Code, offset, length) && _entities[^1].Argument.Length != 0)
            _entities[^1] = _entities[^1] with { Type = TextEntityType.PreCode };
        else
            _entities.Add(new TextEntity(TextEntityType.Pre, offset, length));
    }

    private void AddCode(HtmlTag tag, int length)
    {
        if (LastIs(TextEntityType.Pre, tag.Offset, length) && tag.Argument.Length != 0)
            _entities[^1] = _entities[^1] with { Type = TextEntityType.PreCode, Argument = tag.Argument };
        else
            _entities.Add(new TextEntity(TextEntityType.Code, tag.Offset, length, tag.Argument));
    }

    private bool LastIs(TextEntityType type, int offset, int length) =>
        _entities.Count != 0 && _entities[^1].Type == type && _entities[^1].Offset == offset && _entities[^1].Length == length;
}
