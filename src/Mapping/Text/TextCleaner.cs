using System.Globalization;
using System.Text;
using TelegramRest.BotApi;

namespace TelegramRest.Mapping.Text;

/// <summary>What Telegram does to a text before it takes it: control characters and stray marks go, ends are trimmed, entities follow.</summary>
internal static class TextCleaner
{
    private const int MaxEntityPosition = 1_000_000;

    /// <param name="source">Text and entities in any order.</param>
    /// <param name="mayBeEmpty">Nothing visible left gives the empty text; otherwise it is an error.</param>
    /// <exception cref="BotApiException">Invalid UTF-16, entities outside the text, or nothing left.</exception>
    public static FormattedText Clean(FormattedText source, bool mayBeEmpty)
    {
        if (!Unicode.IsWellFormed(source.Text))
            throw BotApiException.BadRequest("strings must be encoded in UTF-8");

        var entities = new List<TextEntity>(source.Entities.Count);
        foreach (var entity in source.Entities)
        {
            CheckRange(entity);
            if (entity.Length > 0)
                entities.Add(entity);
        }

        entities = EntityNesting.Fix(entities);
        CheckPositions(source.Text, entities);

        var (text, moved) = RemoveUnwanted(source.Text);
        if (moved != null)
            entities = Move(entities, moved);

        var visibleEnd = text.AsSpan().TrimEnd(" \n").Length;
        if (visibleEnd == 0)
            return mayBeEmpty ? FormattedText.Empty : throw NothingVisible();

        entities = EntityNesting.Fix(entities);
        var trimmed = Trim(text, visibleEnd, entities);
        if (IsInvisible(trimmed.Text))
            return mayBeEmpty ? trimmed : throw NothingVisible();
        return trimmed;
    }

    /// <summary>A short text without formatting, such as a button's: unwanted characters go, nothing is trimmed.</summary>
    public static string CleanLine(string text) => RemoveUnwanted(text).Text;

    private static BotApiException NothingVisible() => BotApiException.BadRequest("text must be non-empty");

    private static void CheckRange(TextEntity entity)
    {
        if (entity.Offset is < 0 or > MaxEntityPosition)
            throw Invalid($"receive an entity with incorrect offset {entity.Offset}");
        if (entity.Length is < 0 or > MaxEntityPosition)
            throw Invalid($"receive an entity with incorrect length {entity.Length}");
    }

    /// <summary>Entities must lie in the text and must not cut a character in half; the first trouble in reading order is reported.</summary>
    private static void CheckPositions(string text, List<TextEntity> entities)
    {
        var first = int.MaxValue;
        BotApiException? error = null;
        foreach (var entity in entities)
        {
            if (char.IsLowSurrogate(text.At(entity.End)) && entity.End + 1 < first)
            {
                first = entity.End + 1;
                error = Invalid($"entity beginning at UTF-16 offset {entity.Offset} ends in a middle of a UTF-16 symbol at byte offset {TextErrors.ByteOffset(text, first)}");
            }

            if (char.IsLowSurrogate(text.At(entity.Offset)) && entity.Offset + 1 < first)
            {
                first = entity.Offset + 1;
                error = Invalid($"entity begins in a middle of a UTF-16 symbol at byte offset {TextErrors.ByteOffset(text, first)}");
            }
        }

        if (error != null)
            throw error;
        foreach (var entity in entities)
        {
            if (entity.Offset > text.Length)
                throw Invalid($"entity begins after the end of the text at UTF-16 offset {entity.Offset}");
        }

        for (var i = entities.Count - 1; i >= 0; i--)
        {
            if (entities[i].End > text.Length)
                throw Invalid($"entity beginning at UTF-16 offset {entities[i].Offset} ends after the end of the text at UTF-16 offset {entities[i].End}");
        }
    }

    private static BotApiException Invalid(FormattableString text) => BotApiException.BadRequest(text.ToString(CultureInfo.InvariantCulture));

    /// <returns>The text and, where anything was removed, the new position of each old one (with one more for the end).</returns>
    private static (string Text, int[]? Moved) RemoveUnwanted(string text)
    {
        var cleaned = new StringBuilder(text.Length);
        int[]? moved = null;
        for (var i = 0; i < text.Length; i++)
        {
            if (moved != null)
                moved[i] = cleaned.Length;

            var c = text[i];
            if (IsRemoved(c))
            {
                if (moved == null)
                {
                    moved = new int[text.Length + 1];
                    for (var j = 0; j <= i; j++)
                        moved[j] = j;
                }
            }
            else if (c < ' ' && c != '\n')
            {
                cleaned.Append(' ');
            }
            else if (IsDirectionMark(c) && IsDirectionMark(text.At(i + 1)))
            {
                // Of a row of direction marks only the last one works.
                cleaned.Append('\u200c');
            }
            else
            {
                cleaned.Append(c);
            }
        }

        if (moved != null)
            moved[text.Length] = cleaned.Length;
        return (cleaned.ToString(), moved);
    }

    /// <summary>Carriage returns, line and paragraph separators, direction overrides, and marks drawn over neighbouring lines.</summary>
    private static bool IsRemoved(char c) => c is '\r' or (>= '\u2028' and <= '\u202e') or '\u0333' or '\u033f' or '\u030a';

    private static bool IsDirectionMark(char c) => c is '\u200e' or '\u200f';

    private static List<TextEntity> Move(List<TextEntity> entities, int[] moved)
    {
        var result = new List<TextEntity>(entities.Count);
        foreach (var entity in entities)
        {
            var offset = moved[entity.Offset];
            var length = moved[entity.End] - offset;
            if (length > 0)
                result.Add(entity with { Offset = offset, Length = length });
        }

        return result;
    }

    private static FormattedText Trim(string text, int end, List<TextEntity> entities)
    {
        var firstEntity = entities.Count == 0 ? end : Math.Min(end, entities[0].Offset);
        var start = 0;
        while (start < firstEntity && text[start] is ' ' or '\n')
            start++;

        if (start == 0 && end == text.Length)
            return new FormattedText(text, entities);

        var trimmed = new List<TextEntity>(entities.Count);
        foreach (var entity in entities)
        {
            if (entity.Offset < end)
                trimmed.Add(entity with { Offset = entity.Offset - start, Length = Math.Min(entity.End, end) - entity.Offset });
        }

        EntityKinds.Sort(trimmed);
        return new FormattedText(text[start..end], trimmed);
    }

    /// <summary>Only characters that show nothing.</summary>
    private static bool IsInvisible(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var isBlank = c is ' ' or '\n' or '\u00a0' or '\u1680' or '\u180e' or (>= '\u2000' and <= '\u200f') or '\u202e' or '\u202f' or '\u205f'
                or '\u2800' or '\u3000' or '\ufeff' or '\ufffc';
            if (isBlank)
                continue;

            // Tag characters U+E0000 and U+E0001 of plane 14.
            if (c == '\udb40' && text.At(i + 1) is '\udc00' or '\udc01')
                i++;
            else
                return false;
        }

        return true;
    }
}
