using System.Globalization;

namespace TelegramRest.BotApi.Json;

/// <summary>Reads the members of objects inside JSON parameters, which are taken less leniently than parameters themselves.</summary>
internal static class JsonFields
{
    public static JsonValue Need(JsonValue? value, string name, string? missing) =>
        value ?? throw new JsonFieldException(missing ?? $"Can't find field \"{name}\"");

    public static void NeedObject(JsonValue value, string error)
    {
        if (value.Kind != JsonKind.Object)
        {
            throw new JsonFieldException(error);
        }
    }

    /// <summary>A bare string stands for an object with one member.</summary>
    public static JsonValue Expand(JsonValue value, string member) =>
        value.Kind == JsonKind.String ? new JsonValue(JsonKind.Object, members: [new(member, value)]) : value;

    /// <summary>True for a member that is there and neither false, null nor empty.</summary>
    public static bool IsGiven(JsonValue? value) => value switch
    {
        null => false,
        { Kind: JsonKind.False or JsonKind.Null } => false,
        { Kind: JsonKind.String, Text.Length: 0 } => false,
        { Kind: JsonKind.Array, Items.Count: 0 } => false,
        _ => true,
    };

    public static string ToText(JsonValue value, string name) =>
        value.Kind is JsonKind.String or JsonKind.Number ? value.Text : throw Mistyped(name, "of type String");

    public static bool ToBoolean(JsonValue value, string name) => value.Kind switch
    {
        JsonKind.True => true,
        JsonKind.False => false,
        _ => throw Mistyped(name, "of type Boolean"),
    };

    public static int ToInt32(JsonValue value, string name) =>
        ToInt64(value, name) is >= int.MinValue and <= int.MaxValue and var number ? (int)number : throw Mistyped(name, "a valid Number");

    public static long ToInt64(JsonValue value, string name)
    {
        if (value.Kind is not (JsonKind.Number or JsonKind.String))
        {
            throw Mistyped(name, "a Number");
        }

        return Scalars.TryCanonicalInt64(value.Text, out var number) ? number : throw Mistyped(name, "a valid Number");
    }

    public static double ToDouble(JsonValue value, string name) =>
        value.Kind == JsonKind.Number
        && double.TryParse(value.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : throw Mistyped(name, "of type Number");

    public static T ToEnum<T>(JsonValue value, string name, Func<string, T?> find, string unknown)
        where T : struct =>
        find(ToText(value, name)) ?? throw new JsonFieldException(unknown);

    public static ChatId ToChatId(JsonValue value, string name) => ChatId.Parse(ToText(value, name));

    public static InputFile? ToFile(JsonValue value, string name, RequestSource source, bool uploadOnly) =>
        InputFile.FromText(source, ToText(value, name), uploadOnly);

    /// <param name="rowsError">For arrays of arrays whose fault has a text of its own.</param>
    public static T[] ToArray<T>(
        JsonValue value, string name, bool ofArrays, RequestSource source, Func<JsonValue, RequestSource, T> read, string? rowsError = null)
    {
        if (value.Kind != JsonKind.Array)
        {
            throw Mistyped(name, "of type Array");
        }

        var items = new T[value.Items.Count];
        for (var i = 0; i < items.Length; i++)
        {
            var item = value.Items[i];
            if (ofArrays && item.Kind != JsonKind.Array)
            {
                throw rowsError is null ? Mistyped(name, "an Array of Arrays") : new JsonFieldException(rowsError);
            }

            items[i] = read(item, source);
        }

        return items;
    }

    private static JsonFieldException Mistyped(string name, string expected) => new($"Field \"{name}\" must be {expected}");
}
