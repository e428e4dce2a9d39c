using System.Text.Json;
using System.Text.Json.Serialization;

namespace TelegramRest.Client.Json;

/// <summary>True is read as nothing to show.</summary>
internal sealed class OrTrueConverter<T, TItem> : JsonConverter<T>
    where T : IOrTrue<T, TItem>
    where TItem : class
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        T.From(reader.TokenType == JsonTokenType.True ? null : JsonSerializer.Deserialize<TItem>(ref reader, options));

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        if (value.Value is { } item)
        {
            JsonSerializer.Serialize(writer, item, options);
        }
        else
        {
            writer.WriteBooleanValue(true);
        }
    }
}
