using System.Text.Json.Serialization;

namespace TelegramRest.Client.Http;

/// <summary>What every answer comes in.</summary>
internal sealed class Envelope<TResult>
{
    [JsonPropertyName("ok")]
    public bool Ok { get; init; }

    [JsonPropertyName("result")]
    public TResult? Result { get; init; }

    [JsonPropertyName("error_code")]
    public int? ErrorCode { get; init; }

    [JsonPropertyName("description")]
    public string? Description { get; init; }

    [JsonPropertyName("parameters")]
    public ResponseParameters? Parameters { get; init; }

    public TelegramException ToException(int status) => new(ErrorCode ?? status, Description ?? "", Parameters);
}
