using System.Globalization;
using TelegramRest.BotApi.Json;

namespace TelegramRest.BotApi;

/// <summary>
/// The parameters of one request, wherever they came from: names are case-sensitive, the first value of a name wins,
/// and the query string is added before the body. Values are text; a JSON member keeps its raw text.
/// </summary>
public sealed class RequestSource
{
    private readonly List<KeyValuePair<string, string>> parameters = [];
    private readonly List<UploadedFile> files = [];

    /// <summary>True when a person's own account calls, which may not use what belongs to bots alone.</summary>
    public bool IsUser { get; init; }

    /// <summary>True when the server runs in local mode, where <c>file:/</c> paths are read from its disk.</summary>
    public bool AllowsLocalFiles { get; init; }

    public IReadOnlyList<KeyValuePair<string, string>> Parameters => parameters;

    public IReadOnlyList<UploadedFile> Files => files;

    public void Add(string name, string value) => parameters.Add(new(name, value));

    public void AddFile(UploadedFile file) => files.Add(file);

    /// <summary>Adds <c>name=value&amp;…</c> with percent escapes; a malformed escape stays as it is.</summary>
    public void AddUrlEncoded(ReadOnlySpan<byte> text) => UrlEncodedReader.Read(text, this);

    /// <summary>
    /// Adds the members of a JSON object: a string by its content, null not at all, everything else by its raw text.
    /// A single JSON string becomes the parameter <c>content</c>. False when the text is not such JSON; members read before the fault stay.
    /// </summary>
    public bool AddJson(ReadOnlySpan<byte> text) => JsonBodyReader.Read(text, this);

    public string? Get(string name)
    {
        foreach (var parameter in parameters)
        {
            if (string.Equals(parameter.Key, name, StringComparison.Ordinal))
            {
                return parameter.Value;
            }
        }

        return null;
    }

    public bool Has(string name) => Get(name) is not null;

    public UploadedFile? GetFile(string name)
    {
        foreach (var file in files)
        {
            if (string.Equals(file.FieldName, name, StringComparison.Ordinal))
            {
                return file;
            }
        }

        return null;
    }

    /// <summary>Null when the parameter is missing or empty.</summary>
    internal string? GetNonEmpty(string name) => Get(name) is { Length: > 0 } text ? text : null;

    internal int? GetInt32(string name) => GetNonEmpty(name) is { } text ? Scalars.ToInt32(text) : null;

    internal long? GetInt64(string name) => GetNonEmpty(name) is { } text ? Scalars.ToInt64(text) : null;

    internal double? GetDouble(string name) => GetNonEmpty(name) is { } text ? Scalars.ToDouble(text) : null;

    internal bool? GetBoolean(string name) => GetNonEmpty(name) is { } text ? Scalars.ToBoolean(text) : null;

    /// <summary>An integer that has to be written canonically.</summary>
    internal long? GetStrictInt64(string name, string error) =>
        GetNonEmpty(name) is not { } text ? null
        : Scalars.TryCanonicalInt64(text, out var value) ? value
        : throw BotApiException.BadRequest(string.Format(CultureInfo.InvariantCulture, error, name));

    /// <summary>The parameter as JSON, or null when it is missing or empty.</summary>
    internal JsonValue? GetJson(string name, string error) =>
        GetNonEmpty(name) is not { } text ? null
        : JsonValue.TryParse(text, out var value) ? value
        : throw BotApiException.BadRequest(error);
}
