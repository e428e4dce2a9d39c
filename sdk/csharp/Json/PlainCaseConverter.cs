using System.Text.Json;
using System.Text.Json.Serialization;

namespace TelegramRest.Client.Json;

/// <summary>Reads and writes the bare value.</summary>
internal sealed class PlainCaseConverter<TCase, TValue> : JsonConverter<TCase>
    where TCase : IPlainCase<TCase, TValue>
{
    public override TCase Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TCase.From(JsonSerializer.Deserialize<TValue>(ref reader, options)!);

    public override void Write(Utf8JsonWriter writer, TCase value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value.Value, options);
}
