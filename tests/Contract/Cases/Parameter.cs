using System.Globalization;
using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Harness;

namespace TelegramRest.Tests.Contract.Cases;

/// <summary>One parameter with its constraints, and what the document says about breaking them.</summary>
internal sealed class Parameter(string name, JsonObject schema, bool isRequired)
{
    private readonly JsonObject _resolved = PublishedDocument.Resolve(schema);

    public string Name => name;

    public JsonObject Schema => schema;

    public bool IsRequired => isRequired;

    public bool IsUpload => (bool?)schema["x-upload"] ?? false;

    /// <summary>An integer that has to be spelt canonically.</summary>
    public bool IsStrict => (bool?)schema["x-strict"] ?? false;

    public bool ForBotsOnly => schema["x-accounts"] is JsonArray accounts && !accounts.Any(account => (string)account! == "user");

    /// <summary>string, integer, number, boolean, array, object, enum, chat, file, or anything.</summary>
    public string Kind => (string?)_resolved["x-type"] switch
    {
        "ChatId" => "chat",
        "InputFile" => "file",
        not null and not "bool" => "anything",
        _ when _resolved.ContainsKey("oneOf") => "object",
        _ when _resolved["enum"] is JsonArray { Count: > 1 } => "enum",
        _ => (string)_resolved["type"]!,
    };

    /// <summary>JSON inside a parameter.</summary>
    public bool IsJson => Kind is "array" or "object";

    public string? OnViolation => (string?)schema["x-on-violation"];

    public string? ItemKind => Kind == "array" ? (string?)PublishedDocument.Resolve(_resolved["items"]!.AsObject())["type"] : null;

    public long? Minimum => (long?)Number("minimum");

    public long? Maximum => (long?)Number("maximum");

    public int? MinLength => (int?)Number("minLength");

    public int? MaxLength => (int?)Number("maxLength");

    public int? MaxItems => (int?)Number("maxItems");

    public string? Pattern => (string?)schema["pattern"];

    /// <summary>The whole description that breaking a constraint is answered with, or null where the document promises none.</summary>
    public string? Refusal(string constraint)
    {
        if (OnViolation != "error" || Text(constraint) is not { } text)
        {
            return null;
        }

        text = text.Replace("{0}", name, StringComparison.Ordinal);
        if (text.StartsWith("Bad Request", StringComparison.Ordinal))
        {
            return text;
        }

        // Constants and acronyms keep their case.
        var keepsCase = text.Length > 1 && (text[1] == '_' || char.IsAsciiLetterUpper(text[1]));
        return $"Bad Request: {(keepsCase ? text[0] : char.ToLowerInvariant(text[0]))}{text[1..]}";
    }

    /// <summary>The text for a constraint as it stands in the document.</summary>
    public string? Text(string constraint) => schema["x-error"] switch
    {
        JsonObject texts => (string?)texts[constraint],
        { } text => (string)text!,
        null => null,
    };

    private decimal? Number(string keyword) =>
        schema[keyword] is { } value ? decimal.Parse(value.ToString(), CultureInfo.InvariantCulture) : null;
}
