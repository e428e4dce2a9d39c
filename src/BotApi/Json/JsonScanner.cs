using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace TelegramRest.BotApi.Json;

/// <summary>Walks over JSON text. Every method leaves the position behind what it has read, or returns false at a fault.</summary>
internal ref struct JsonScanner(ReadOnlySpan<char> text)
{
    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("-+.eE0123456789");

    private readonly ReadOnlySpan<char> text = text;

    public int Position { get; private set; }

    public bool AtEnd()
    {
        SkipBlanks();
        return Position == text.Length;
    }

    /// <summary>The next character that is not blank, or NUL at the end.</summary>
    public char Peek()
    {
        SkipBlanks();
        return Position < text.Length ? text[Position] : '\0';
    }

    public bool TryConsume(char expected)
    {
        if (Peek() != expected || Position == text.Length)
        {
            return false;
        }

        Position++;
        return true;
    }

    public bool TryReadValue(int depth, [NotNullWhen(true)] out JsonValue? value)
    {
        value = null;
        switch (Peek())
        {
            case '{':
                return depth > 0 && TryReadObject(depth - 1, out value);
            case '[':
                return depth > 0 && TryReadArray(depth - 1, out value);
            case '"':
                value = TryReadString(out var content) ? new JsonValue(JsonKind.String, content) : null;
                return value is not null;
            case 't':
                return TryReadLiteral("true", JsonKind.True, out value);
            case 'f':
                return TryReadLiteral("false", JsonKind.False, out value);
            case 'n':
                return TryReadLiteral("null", JsonKind.Null, out value);
            default:
                return TryReadNumber(out value);
        }
    }

    public bool TryReadString([NotNullWhen(true)] out string? content)
    {
        content = null;
        if (!TryConsume('"'))
        {
            return false;
        }

        StringBuilder? unescaped = null;
        while (true)
        {
            var run = text[Position..].IndexOfAny('"', '\\');
            if (run < 0)
            {
                return false;
            }

            var plain = text.Slice(Position, run);
            Position += run + 1;
            if (text[Position - 1] == '"')
            {
                content = unescaped is null ? plain.ToString() : unescaped.Append(plain).ToString();
                return true;
            }

            unescaped = (unescaped ?? new StringBuilder()).Append(plain);
            if (!TryReadEscape(unescaped))
            {
                return false;
            }
        }
    }

    private bool TryReadEscape(StringBuilder target)
    {
        if (Position == text.Length)
        {
            return false;
        }

        var escape = text[Position++];
        if (escape == 'u')
        {
            if (text.Length - Position < 4
                || !ushort.TryParse(text.Slice(Position, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit))
            {
                return false;
            }

            Position += 4;
            target.Append((char)unit);
            return true;
        }

        target.Append(escape switch { 'b' => '\b', 'f' => '\f', 'n' => '\n', 'r' => '\r', 't' => '\t', _ => escape });
        return true;
    }

    private bool TryReadObject(int depth, [NotNullWhen(true)] out JsonValue? value)
    {
        value = null;
        var members = new List<KeyValuePair<string, JsonValue>>();
        Position++;
        if (!TryConsume('}'))
        {
            do
            {
                if (!TryReadString(out var name) || !TryConsume(':') || !TryReadValue(depth, out var member))
                {
                    return false;
                }

                members.Add(new(name, member));
            }
            while (TryConsume(','));

            if (!TryConsume('}'))
            {
                return false;
            }
        }

        value = new JsonValue(JsonKind.Object, members: members);
        return true;
    }

    private bool TryReadArray(int depth, [NotNullWhen(true)] out JsonValue? value)
    {
        value = null;
        var items = new List<JsonValue>();
        Position++;
        if (!TryConsume(']'))
        {
            do
            {
                if (!TryReadValue(depth, out var item))
                {
                    return false;
                }

                items.Add(item);
            }
            while (TryConsume(','));

            if (!TryConsume(']'))
            {
                return false;
            }
        }

        value = new JsonValue(JsonKind.Array, items: items);
        return true;
    }

    private bool TryReadLiteral(string literal, JsonKind kind, [NotNullWhen(true)] out JsonValue? value)
    {
        value = text[Position..].StartsWith(literal, StringComparison.Ordinal) ? new JsonValue(kind) : null;
        Position += value is null ? 0 : literal.Length;
        return value is not null;
    }

    private bool TryReadNumber([NotNullWhen(true)] out JsonValue? value)
    {
        var rest = text[Position..];
        var length = rest.IndexOfAnyExcept(NumberCharacters);
        length = length < 0 ? rest.Length : length;
        value = length == 0 ? null : new JsonValue(JsonKind.Number, rest[..length].ToString());
        Position += length;
        return value is not null;
    }

    private void SkipBlanks()
    {
        while (Position < text.Length && text[Position] is ' ' or '\t' or '\r' or '\n')
        {
            Position++;
        }
    }
}
