using System.Text.Json;
using System.Text.Json.Serialization;

namespace TelegramRest.BotApi.Json;

/// <summary>Writes stored bytes as they are: the queue's own serialisation made them.</summary>
public sealed class UpdateBatchConverter : JsonConverter<UpdateBatch>
{
    public override UpdateBatch Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Requests are read by the generated readers.");

    public override void Write(Utf8JsonWriter writer, UpdateBatch value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var update in value.Updates)
            writer.WriteRawValue(update.Span, skipInputValidation: true);
        writer.WriteEndArray();
    }
}
