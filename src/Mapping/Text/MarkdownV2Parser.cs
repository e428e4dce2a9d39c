using System.Text;

namespace TelegramRest.Mapping.Text;

/// <summary>
/// MarkdownV2: markers nest, any character may be escaped, and lines that start with <c>&gt;</c> are a quote.
/// <code>
/// 1. an escape or an ordinary character is text;
/// 2. a reserved character closes the innermost open entity if it can,
/// 3. else opens one, else is an error.
/// </code>
/// </summary>
/// <remarks>https://core.telegram.org/bots/api#markdownv2-style</remarks>
internal sealed class MarkdownV2Parser
{
    private const string Reserved = "_*[]()~`>#+-=|{}.!\n";

    private readonly string _text;
    private readonly StringBuilder _plain;
    private readonly List<TextEntity> _entities = [];
    private readonly Stack<Open> _open = new();
    private bool _inQuote;
    private bool _quoteMayStart = true;
    private int _position;

    private MarkdownV2Parser(string text)
    {
        _text = text;
        _plain = new StringBuilder(text.Length);
    }

    /// <param name="Type">What was opened.</param>
    /// <param name="Argument">A code fence's language.</param>
    /// <param name="Offset">Where its text starts in the result.</param>
    /// <param name="Marker">Where its marker stands in the source.</param>
    private readonly record struct Open(TextEntityType Type, string Argument, int Offset, int Marker);

    public static FormattedText Parse(string text) => new MarkdownV2Parser(text).Parse();

    private FormattedText Parse()
    {
        for (; _position < _text.Length; _position++)
        {
            var c = _text[_position];
            if (IsEscape(_position))
                AppendEscaped();
            else if (!IsReserved(c))
                AppendText(c);
            else if (ClosesInnermost(c))
                Close(c);
            else
                Begin(c);
        }

        CloseQuoteAtEnd();
        if (_open.TryPeek(out var left))
            throw Unclosed(left);

        EntityKinds.Sort(_entities);
        return new FormattedText(_plain.ToString(), _entities);
    }

    private bool IsEscape(int position) => _text[position] == '\\' && _text.At(position + 1) is > '\0' and <= (char)126;

    private void AppendEscaped()
    {
        var c = _text[++_position];
        _plain.Append(c);
        if (c != '\r')
            _quoteMayStart = c == '\n';
    }

    private bool IsReserved(char c) =>
        _open.TryPeek(out var inner) && inner.Type is TextEntityType.Code or TextEntityType.Pre or TextEntityType.PreCode
            ? c == '`'
            : Reserved.Contains(c);

    private void AppendText(char c)
    {
        _plain.Append(c);
        if (c != '\r')
            _quoteMayStart = false;
    }

    private bool ClosesInnermost(char c)
    {
        if (!_open.TryPeek(out var inner))
            return false;
        if (_inQuote && c == '\n' && _text.At(_position + 1) != '>')
            return true;

        var next = _text.At(_position + 1);
        return inner.Type switch
        {
            TextEntityType.Bold => c == '*',
            TextEntityType.Italic => c == '_' && next != '_',
            TextEntityType.Underline => c == '_' && next == '_',
            TextEntityType.Strikethrough => c == '~',
            TextEntityType.Spoiler => c == '|' && next == '|',
            TextEntityType.Code => c == '`',
            TextEntityType.Pre or TextEntityType.PreCode => _text.IsFence(_position),
            TextEntityType.TextUrl or TextEntityType.CustomEmoji => c == ']',
            _ => false,
        };
    }

    private void Begin(char c)
    {
        var marker = _position;
        var next = _text.At(_position + 1);
        switch (c)
        {
            case '\n':
                _plain.Append(c);
                _quoteMayStart = true;
                return;
            case '>' when _quoteMayStart:
                // Each further line of a quote repeats the marker.
                if (_inQuote)
                    return;
                _inQuote = true;
                Push(TextEntityType.BlockQuote, marker);
                return;
            case '`' when _text.IsFence(_position):
                var (language, start) = _text.ReadFenceHeader(_position + 3);
                _position = start - 1;
                Push(language.Length == 0 ? TextEntityType.Pre : TextEntityType.PreCode, marker, language);
                return;
            case '`':
                Push(TextEntityType.Code, marker);
                return;
            case '*':
                Push(TextEntityType.Bold, marker);
                return;
            case '~':
                Push(TextEntityType.Strikethrough, marker);
                return;
            case '[':
                Push(TextEntityType.TextUrl, marker);
                return;
            case '_' when next != '_':
                Push(TextEntityType.Italic, marker);
                return;
            case '_' or '|' when next == c:
                _position++;
                Push(c == '_' ? TextEntityType.Underline : TextEntityType.Spoiler, marker);
                return;
            case '!' when next == '[':
                _position++;
                Push(TextEntityType.CustomEmoji, marker);
                return;
            default:
                throw TextErrors.Unparsable($"Character '{c}' is reserved and must be escaped with the preceding '\\'");
        }
    }

    private void Push(TextEntityType type, int marker, string argument = "") => _open.Push(new Open(type, argument, _plain.Length, marker));

    private void Close(char c)
    {
        if (_inQuote && c == '\n')
        {
            CloseQuoteAtLineEnd();
            return;
        }

        var opened = _open.Pop();
        var length = _plain.Length - opened.Offset;
        switch (opened.Type)
        {
            case TextEntityType.TextUrl:
                CloseLink(opened, length);
                return;
            case TextEntityType.CustomEmoji:
                CloseEmojiOrTime(opened, length);
                return;
            case TextEntityType.Underline or TextEntityType.Spoiler:
                _position++;
                break;
            case TextEntityType.Pre or TextEntityType.PreCode:
                _position += 2;
                break;
        }

        Add(new TextEntity(opened.Type, opened.Offset, length, opened.Argument));
    }

    /// <summary>The line break that ends a quote belongs to it.</summary>
    private void CloseQuoteAtLineEnd()
    {
        var type = PopExpandMarker(_position) ? TextEntityType.ExpandableBlockQuote : TextEntityType.BlockQuote;
        var opened = _open.Pop();
        if (opened.Type != TextEntityType.BlockQuote)
            throw Unclosed(opened);

        _plain.Append('\n');
        _inQuote = false;
        _quoteMayStart = true;
        Add(new TextEntity(type, opened.Offset, _plain.Length - opened.Offset));
    }

    private void CloseQuoteAtEnd()
    {
        if (!_inQuote)
            return;

        var type = PopExpandMarker(_text.Length) ? TextEntityType.ExpandableBlockQuote : TextEntityType.BlockQuote;
        if (_open.Peek().Type != TextEntityType.BlockQuote)
            return;

        var opened = _open.Pop();
        Add(new TextEntity(type, opened.Offset, _plain.Length - opened.Offset));
    }

    /// <summary>Two bars that opened a spoiler directly before the end of the quote say that the quote folds.</summary>
    private bool PopExpandMarker(int end)
    {
        if (_open.Peek() is not { Type: TextEntityType.Spoiler } spoiler)
            return false;

        var beforeReturn = end < _text.Length && end > 0 && _text[end - 1] == '\r' ? end - 1 : end;
        if (spoiler.Marker != end - 2 && spoiler.Marker != beforeReturn - 2)
            return false;

        _open.Pop();
        return true;
    }

    private void CloseLink(Open opened, int length)
    {
        var url = _text.At(_position + 1) == '('
            ? ReadUrl()
            : _plain.ToString(opened.Offset, Math.Min(length, TextLinks.MaxLength + 1));
        if (TextLinks.ToEntity(url, opened.Offset, length) is { } entity)
            Add(entity);
    }

    private void CloseEmojiOrTime(Open opened, int length)
    {
        if (_text.At(_position + 1) != '(')
            throw TextErrors.Unparsable("The entity must contain a tg://emoji or tg://time URL");

        var url = ReadUrl();
        if (TextLinks.CustomEmojiId(url) is { } emojiId)
            Add(new TextEntity(TextEntityType.CustomEmoji, opened.Offset, length, Id: emojiId));
        else if (TextLinks.Time(url) is var (date, letters) && DateFormats.TryParse(letters, out var format))
            Add(new TextEntity(TextEntityType.Date, opened.Offset, length, Id: date, DateFormat: format));
        else
            throw TextErrors.Unparsable("Invalid tg://emoji or tg://time URL specified");
    }

    /// <summary>Reads <c>(url)</c> behind a closing bracket and stops at its closing parenthesis.</summary>
    private string ReadUrl()
    {
        _position += 2;
        var begin = _position;
        var url = new StringBuilder();
        while (_position < _text.Length && _text[_position] != ')')
        {
            if (IsEscape(_position))
                _position++;
            url.Append(_text[_position++]);
        }

        if (_position >= _text.Length)
            throw TextErrors.Unparsable("Can't find end of a URL", _text, begin);
        return url.ToString();
    }

    private void Add(TextEntity entity)
    {
        if (entity.Length != 0)
            _entities.Add(entity);
    }

    private BotApi.BotApiException Unclosed(Open opened) =>
        TextErrors.Unparsable($"Can't find end of {opened.Type} entity", _text, opened.Marker);
}
