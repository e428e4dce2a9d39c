using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TelegramRest.Client.Json;

/// <summary>Reads the case that the object is, and writes the one that it has.</summary>
internal sealed class UnionConverter<T> : JsonConverter<T>
    where T : class
{
    /// <summary>The choosiest first; the last may be what everything else is.</summary>
    private static readonly UnionCaseAttribute[] Cases = [.. typeof(T).GetCustomAttributes<UnionCaseAttribute>().OrderByDescending(item => item.Conditions)];

    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var token = reader.TokenType;
        var found = token == JsonTokenType.StartObject ? Find(reader) : Array.Find(Cases, item => item.Token == token);
        return found is null
            ? throw new JsonException($"This is no case of {typeof(T).Name} that this version of the library knows.")
            : (T?)JsonSerializer.Deserialize(ref reader, found.Type, options);
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value, value.GetType(), options);

    /// <summary>Looks through the members of the object; the reader is a copy, so that the object is still to be read afterwards.</summary>
    private static UnionCaseAttribute? Find(Utf8JsonReader reader)
    {
        Span<int> met = stackalloc int[Cases.Length];
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var member = reader.GetString();
            reader.Read();
            for (var i = 0; i < Cases.Length; i++)
            {
                met[i] += Cases[i].Member == member && IsValue(ref reader, Cases[i].Value) ? 1 : 0;
                met[i] += Cases[i].ChosenBy == member && reader.TokenType != JsonTokenType.Null ? 1 : 0;
            }

            reader.Skip();
        }

        for (var i = 0; i < Cases.Length; i++)
        {
            if (Cases[i].Token == JsonTokenType.StartObject && met[i] == Cases[i].Conditions)
            {
                return Cases[i];
            }
        }

        return null;
    }

    private static bool IsValue(ref Utf8JsonReader reader, object? value) => value switch
    {
        string text => reader.TokenType == JsonTokenType.String && reader.ValueTextEquals(text),
        int number => reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var found) && found == number,
        _ => false,
    };
}
