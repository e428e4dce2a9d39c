using TelegramRest.Generator.OpenApi.Read;

namespace TelegramRest.Generator.OpenApi.Model;

/// <summary>A member of an object, or a parameter of a request, with what breaking its constraints does.</summary>
internal sealed class ApiProperty
{
    public required SpecNode Node { get; init; }

    public required string Name { get; init; }

    public required string CsName { get; init; }

    public required Shape Shape { get; init; }

    public required bool Required { get; init; }

    public required string Description { get; init; }

    /// <summary>The one value that the member always has, as JSON text.</summary>
    public string? Constant { get; init; }

    public bool Deprecated { get; init; }

    public long? Minimum { get; init; }

    public long? Maximum { get; init; }

    public int? MinLength { get; init; }

    public int? MaxLength { get; init; }

    public int? MaxItems { get; init; }

    public string? Pattern { get; init; }

    /// <summary>As C# text.</summary>
    public string? Default { get; init; }

    public required OnViolation OnViolation { get; init; }

    public required Errors Errors { get; init; }

    /// <summary>A file that has to come with the request: file_id and URL are not taken.</summary>
    public bool UploadOnly { get; init; }

    /// <summary>An integer that has to be spelt canonically.</summary>
    public bool Strict { get; init; }

    /// <summary>An empty text means something else than no text.</summary>
    public bool KeepsEmpty { get; init; }

    /// <summary>Other names under which a caller may give the value.</summary>
    public required IReadOnlyList<string> Aliases { get; init; }

    /// <summary>A person's own account may not give the parameter.</summary>
    public bool BotOnly { get; init; }

    /// <summary>A parameter that makes this one be passed over when it is given.</summary>
    public string? Unless { get; init; }
}
