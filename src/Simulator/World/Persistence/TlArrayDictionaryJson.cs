using System.Text.Json;
using System.Text.Json.Serialization;

namespace TelegramRest.Simulator.World.Persistence;

/// <summary>Arrays of Telegram objects under text keys.</summary>
internal sealed class TlArrayDictionaryJson<T> : JsonConverter<Dictionary<string, T[]>>
    where T : Tl.TlObject
{
    private static readonly TlArrayJson<T> Items = new();

    public override Dictionary<string, T[]> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var result = new Dictionary<string, T[]>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var key = reader.GetString()!;
            reader.Read();
            result[key] = Items.Read(ref reader, typeof(T[]), options);
        }

        return result;
    }

    public override void Write(Utf8JsonWriter writer, Dictionary<string, T[]> value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (key, items) in value)
        {
            writer.WritePropertyName(key);
            Items.Write(writer, items, options);
        }

        writer.WriteEndObject();
    }
}
