namespace TelegramRest.BotApi.Json;

/// <summary>Reads parameters that are JSON in a string; the generated request readers call it.</summary>
internal static class RequestJson
{
    public static T? ReadObject<T>(RequestSource source, string name, JsonErrors errors, Func<JsonValue, RequestSource, T?> read)
        where T : class
    {
        if (!TryParse(source, name, errors, out var value) || value is null)
        {
            return null;
        }

        if (errors.Type is { } type && value.Kind != JsonKind.Object)
        {
            return errors.Ignore ? null : throw BotApiException.BadRequest(type);
        }

        return Guarded(value, source, read);
    }

    public static T[]? ReadArray<T>(RequestSource source, string name, JsonErrors errors, Func<JsonValue, RequestSource, T> read)
    {
        if (!TryParse(source, name, errors, out var value) || value is null)
        {
            return null;
        }

        if (value.Kind != JsonKind.Array)
        {
            return errors.Ignore ? null : throw BotApiException.BadRequest(errors.Type ?? errors.Json);
        }

        if (value.Items.Count > errors.MaxItems)
        {
            throw BotApiException.BadRequest(errors.TooMany);
        }

        try
        {
            var items = new T[value.Items.Count];
            for (var i = 0; i < items.Length; i++)
            {
                items[i] = Guarded(value.Items[i], source, read);
            }

            return items;
        }
        catch (BotApiException) when (errors.IgnoreItems)
        {
            return null;
        }
    }

    /// <summary>Without an error text, an unknown value counts as missing.</summary>
    public static T? ReadEnum<T>(RequestSource source, string name, Func<string, T?> find, string? error)
        where T : struct =>
        source.GetNonEmpty(name) is not { } text ? null
        : find(text.ToLowerInvariant()) ?? (error is null ? null : throw BotApiException.BadRequest(error));

    public static int ToItemInt32(JsonValue item, string typeError, string valueError) =>
        ToItemInt64(item, typeError, valueError) is >= int.MinValue and <= int.MaxValue and var value ? (int)value : throw new JsonFieldException(valueError);

    public static long ToItemInt64(JsonValue item, string typeError, string valueError)
    {
        // Only where the text names both kinds is a number in quotes taken.
        if (item.Kind != JsonKind.Number && !(item.Kind == JsonKind.String && typeError.Contains("String", StringComparison.Ordinal)))
        {
            throw new JsonFieldException(typeError);
        }

        return Scalars.TryCanonicalInt64(item.Text, out var value) ? value : throw new JsonFieldException(valueError);
    }

    public static string ToItemText(JsonValue item, string typeError) =>
        item.Kind == JsonKind.String ? item.Text : throw new JsonFieldException(typeError);

    public static int Clamp(int value, int lowest, int highest) => Math.Clamp(value, lowest, highest);

    public static int? Clamp(int? value, int lowest, int highest) => value is { } given ? Math.Clamp(given, lowest, highest) : null;

    public static long Clamp(long value, long lowest, long highest) => Math.Clamp(value, lowest, highest);

    public static long? Clamp(long? value, long lowest, long highest) => value is { } given ? Math.Clamp(given, lowest, highest) : null;

    /// <summary>A number outside of the range counts as missing.</summary>
    public static int? Within(int? value, int lowest, int highest) => value >= lowest && value <= highest ? value : null;

    /// <summary>A number outside of the range counts as missing.</summary>
    public static long? Within(long? value, long lowest, long highest) => value >= lowest && value <= highest ? value : null;

    /// <summary>True when a parse mode is given, which makes explicit entities irrelevant.</summary>
    public static bool HasParseMode(RequestSource source, string name) =>
        source.GetNonEmpty(name) is { } mode && !mode.Equals("none", StringComparison.OrdinalIgnoreCase);

    public static void RefuseToUser(RequestSource source, string name, string error)
    {
        if (source.IsUser && source.GetNonEmpty(name) is not null)
        {
            // The whole text, so that its first letter stays as it is.
            throw BotApiException.BadRequest("Bad Request: " + error);
        }
    }

    private static bool TryParse(RequestSource source, string name, JsonErrors errors, out JsonValue? value)
    {
        value = null;
        if (source.GetNonEmpty(name) is not { } text)
        {
            return false;
        }

        return JsonValue.TryParse(text, out value) || (errors.Ignore ? false : throw BotApiException.BadRequest(errors.Json));
    }

    private static T Guarded<T>(JsonValue value, RequestSource source, Func<JsonValue, RequestSource, T> read)
    {
        try
        {
            return read(value, source);
        }
        catch (JsonFieldException problem)
        {
            throw BotApiException.BadRequest(problem.Message);
        }
    }
}
