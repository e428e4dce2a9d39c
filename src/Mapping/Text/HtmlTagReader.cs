using System.Collections.Frozen;
using System.Text;
using TelegramRest.BotApi;

namespace TelegramRest.Mapping.Text;

/// <summary>Reads one start tag with its attributes.</summary>
internal ref struct HtmlTagReader
{
    private static readonly FrozenSet<string> Known = FrozenSet.Create(
        StringComparer.Ordinal,
        "a", "b", "strong", "i", "em", "s", "strike", "del", "u", "ins", "tg-spoiler", "tg-emoji", "tg-time", "span", "pre", "code", "blockquote");

    private readonly string _text;
    private readonly int _begin;
    private int _position;
    private string _name = "";
    private string _argument = "";
    private int _date;

    private HtmlTagReader(string text, int begin)
    {
        _text = text;
        _begin = begin;
        _position = begin + 1;
    }

    /// <param name="text">The source.</param>
    /// <param name="begin">Of the <c>&lt;</c>.</param>
    /// <param name="offset">Where the tag's text will start in the result.</param>
    /// <param name="tag">The tag.</param>
    /// <returns>The position behind the <c>&gt;</c>.</returns>
    public static int Read(string text, int begin, int offset, out HtmlTag tag)
    {
        var reader = new HtmlTagReader(text, begin);
        reader.ReadName();
        while (reader.ReadAttribute())
        {
        }

        if (reader._name == "span" && reader._argument != "spoiler")
            throw TextErrors.Unparsable("Tag \"span\" must have class \"tg-spoiler\"", text, begin);
        tag = new HtmlTag(reader._name, reader._argument, reader._date, offset);
        return reader._position + 1;
    }

    private readonly char Current => _text.At(_position);

    private void ReadName()
    {
        while (!MarkupText.IsSpace(Current) && Current != '>')
            _position++;
        if (Current == '\0')
            throw TextErrors.Unparsable("Unclosed start tag", _text, _begin);

        _name = _text[(_begin + 1).._position].ToLowerInvariant();
        if (!Known.Contains(_name))
            throw TextErrors.Unparsable($"Unsupported start tag \"{_name}\"", _text, _begin);
    }

    /// <returns>False at the end of the tag.</returns>
    private bool ReadAttribute()
    {
        SkipSpaces();
        if (Current == '>')
            return false;

        var start = _position;
        while (!MarkupText.IsSpace(Current) && Current is not ('=' or '>' or '/' or '"' or '\''))
            _position++;
        if (_position == start)
            throw TextErrors.Unparsable($"Empty attribute name in the tag \"{_name}\"", _text, _begin);

        var attribute = _text[start.._position];
        SkipSpaces();
        if (Current == '\0')
            throw Unclosed();
        if (Current != '=')
        {
            if (_name == "blockquote" && attribute == "expandable")
                _argument = "1";
            return true;
        }

        _position++;
        SkipSpaces();
        if (Current == '\0')
            throw Unclosed();

        var value = Current is '"' or '\'' ? ReadQuoted() : ReadToken();
        if (Current == '\0')
            throw TextErrors.Unparsable("Unclosed start tag", _text, _begin);
        Take(attribute, value);
        return true;
    }

    private string ReadToken()
    {
        var start = _position;
        while (char.IsAsciiLetterOrDigit(Current) || Current is '.' or '-')
            _position++;
        if (!MarkupText.IsSpace(Current) && Current != '>')
            throw TextErrors.Unparsable("Unexpected end of name token", _text, start);
        return _text[start.._position].ToLowerInvariant();
    }

    private string ReadQuoted()
    {
        var quote = Current;
        var value = new StringBuilder();
        _position++;
        while (Current != quote && Current != '\0')
        {
            if (Current == '&' && HtmlReference.TryRead(_text, ref _position, out var code))
                HtmlReference.Append(value, code);
            else
                value.Append(_text[_position++]);
        }

        if (Current == quote)
            _position++;
        return Unicode.IsWellFormed(value.ToString()) ? value.ToString() : "";
    }

    private void Take(string attribute, string value)
    {
        switch (_name, attribute)
        {
            case ("a", "href"):
            case ("tg-emoji", "emoji-id"):
            case ("tg-time", "format"):
                _argument = value;
                break;
            case ("code", "class") when value.StartsWith("language-", StringComparison.Ordinal):
                _argument = value["language-".Length..];
                break;
            case ("span", "class") when value.StartsWith("tg-", StringComparison.Ordinal):
                _argument = value["tg-".Length..];
                break;
            case ("blockquote", "expandable"):
                _argument = "1";
                break;
            case ("tg-time", "unix"):
                _date = Scalars.ToInt32(value);
                break;
        }
    }

    private void SkipSpaces()
    {
        while (_position < _text.Length && Current != '\0' && MarkupText.IsSpace(Current))
            _position++;
    }

    private readonly BotApiException Unclosed() => TextErrors.Unparsable($"Unclosed start tag \"{_name}\"", _text, _begin);
}
