using System.Text.Json;
using System.Text.Json.Serialization;

namespace TelegramRest.Simulator.World.Persistence;

/// <summary>Keeps a Telegram object as its bytes in base64: readers know every layer's form, so the rows outlive a new layer.</summary>
internal sealed class TlJson<T> : JsonConverter<T>
    where T : Tl.TlObject
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Decode(reader.GetBytesFromBase64());

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        using var bytes = new Tl.TlWriter();
        value.Write(bytes);
        writer.WriteBase64StringValue(bytes.WrittenSpan);
    }

    /// <summary>An object with the same content and nothing in common.</summary>
    internal static T Copy(T source)
    {
        using var writer = new Tl.TlWriter();
        source.Write(writer);
        return Decode(writer.WrittenSpan.ToArray());
    }

    internal static T Decode(byte[] bytes)
    {
        var reader = new Tl.TlReader(bytes);
        return (T)reader.ReadObject();
    }
}
