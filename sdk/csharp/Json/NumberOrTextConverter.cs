using System.Text.Json;
using System.Text.Json.Serialization;

namespace TelegramRest.Client.Json;

/// <summary>Keeps the kind in which the value was given.</summary>
internal sealed class NumberOrTextConverter<T> : JsonConverter<T>
    where T : struct, INumberOrText<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number ? T.From(reader.GetInt64()) : T.From(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        if (value.Text is { } text)
        {
            writer.WriteStringValue(text);
        }
        else
        {
            writer.WriteNumberValue(value.Number ?? 0);
        }
    }
}
