using System.Diagnostics.CodeAnalysis;

namespace TelegramRest.BotApi.Json;

/// <summary>
/// A parsed JSON parameter. Our own parser, because bots rely on what the official one lets through: unknown escapes,
/// sloppy numbers, the first of two equal names.
/// </summary>
internal sealed class JsonValue(JsonKind kind, string text = "", IReadOnlyList<JsonValue>? items = null, IReadOnlyList<KeyValuePair<string, JsonValue>>? members = null)
{
    /// <summary>Nesting deeper than this is refused.</summary>
    public const int MaxDepth = 100;

    public JsonKind Kind { get; } = kind;

    /// <summary>The content of a string or the spelling of a number.</summary>
    public string Text { get; } = text;

    public IReadOnlyList<JsonValue> Items { get; } = items ?? [];

    public IReadOnlyList<KeyValuePair<string, JsonValue>> Members { get; } = members ?? [];

    public static bool TryParse(string text, [NotNullWhen(true)] out JsonValue? value)
    {
        var scanner = new JsonScanner(text);
        return scanner.TryReadValue(MaxDepth, out value) && scanner.AtEnd();
    }

    public JsonValue? Find(string name)
    {
        foreach (var member in Members)
        {
            if (string.Equals(member.Key, name, StringComparison.Ordinal))
            {
                return member.Value;
            }
        }

        return null;
    }
}
