using System.Text.Json;
using System.Text.Json.Serialization;

namespace TelegramRest.Simulator.World.Persistence;

/// <summary>An array of Telegram objects as an array of base64 texts.</summary>
internal sealed class TlArrayJson<T> : JsonConverter<T[]>
    where T : Tl.TlObject
{
    public override T[] Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var items = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            items.Add(TlJson<T>.Decode(reader.GetBytesFromBase64()));
        return [.. items];
    }

    public override void Write(Utf8JsonWriter writer, T[] value, JsonSerializerOptions options)
    {
        using var bytes = new Tl.TlWriter();
        writer.WriteStartArray();
        foreach (var item in value)
        {
            bytes.Reset();
            item.Write(bytes);
            writer.WriteBase64StringValue(bytes.WrittenSpan);
        }

        writer.WriteEndArray();
    }
}
