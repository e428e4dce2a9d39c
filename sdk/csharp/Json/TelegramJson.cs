using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TelegramRest.Client.Json;

/// <summary>How requests and answers are written.</summary>
public static class TelegramJson
{
    /// <summary>Also reads what the server sends to a webhook: <c>JsonSerializer.Deserialize&lt;Update&gt;(body, TelegramJson.Options)</c>.</summary>
    public static JsonSerializerOptions Options { get; } = Make();

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
