using System.Text.Json;
using System.Text.Json.Serialization;

namespace TelegramRest.BotApi.Json;

/// <summary>Writes the message itself, or the literal true.</summary>
public sealed class MessageOrTrueConverter : JsonConverter<MessageOrTrue>
{
    public override MessageOrTrue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Requests are read by the generated readers.");

    public override void Write(Utf8JsonWriter writer, MessageOrTrue value, JsonSerializerOptions options)
    {
        if (value.Message is { } message)
        {
            JsonSerializer.Serialize(writer, message, options.GetTypeInfo(typeof(Message)));
        }
        else
        {
            writer.WriteBooleanValue(true);
        }
    }
}
