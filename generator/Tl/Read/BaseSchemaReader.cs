using System.Text.Json;
using TelegramRest.Generator.Tl.Model;

namespace TelegramRest.Generator.Tl.Read;

/// <summary>
/// Reads the schema files of the npm package @mtcute/tl: <c>api-schema.json</c>, an object with the layer <c>l</c> and the entries
/// <c>e</c>, and <c>mtp-schema.json</c>, a bare array. Both are one line long, so that messages name the entry instead.
/// </summary>
internal static class BaseSchemaReader
{
    private const string ServicePrefix = "mt_";

    public static IReadOnlyList<TlDefinition> Read(string file, out int layer)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(file));
        var root = document.RootElement;
        var isApi = root.ValueKind == JsonValueKind.Object;
        layer = isApi ? root.GetProperty("l").GetInt32() : 0;

        var source = new TlSource(file, 1);
        var definitions = new List<TlDefinition>();
        foreach (var entry in (isApi ? root.GetProperty("e") : root).EnumerateArray())
        {
            var definition = ReadEntry(entry, source);
            if (IsForeign(definition.Name))
                continue;
            ConstructorId.Check(definition);
            definitions.Add(definition);
        }

        return definitions;
    }

    /// <summary>Entries that the package adds for itself, among them constructors that Telegram gave up long ago.</summary>
    private static bool IsForeign(string name) =>
        name.StartsWith("mtcute.", StringComparison.Ordinal) || name.Contains("Legacy", StringComparison.Ordinal);

    private static TlDefinition ReadEntry(JsonElement entry, TlSource source)
    {
        var kind = entry.GetProperty("kind").GetString() == "method" ? TlKind.Function : TlKind.Constructor;
        var name = entry.GetProperty("name").GetString()!;
        var isService = name.StartsWith(ServicePrefix, StringComparison.Ordinal);
        var fields = entry.GetProperty("arguments").EnumerateArray().Select(argument => ReadField(argument, isService)).ToArray();
        return new TlDefinition(kind, Qualify(name, isService), entry.GetProperty("id").GetUInt32(), fields, ReadType(entry, isService), source);
    }

    private static TlField ReadField(JsonElement argument, bool isService)
    {
        var name = argument.GetProperty("name").GetString()!;
        var type = ReadType(argument, isService);
        if (!TryModifier(argument, "predicate", out var predicate))
            return new TlField(name, type);
        var parts = predicate.GetString()!.Split('.');
        return new TlField(name, type, parts[0], int.Parse(parts[1], provider: null));
    }

    private static TlTypeRef ReadType(JsonElement element, bool isService)
    {
        var name = element.GetProperty("type").GetString()!;
        var vector = TryModifier(element, "isBareVector", out _) ? TlVector.Bare
            : TryModifier(element, "isVector", out _) ? TlVector.Boxed
            : TlVector.None;

        // int53 is what the package calls a long that JavaScript can count with.
        if (name == "int53")
            name = "long";
        var type = new TlTypeRef(name, vector);
        return type.IsPrimitive ? type : type with { Name = Qualify(name, isService) };
    }

    private static string Qualify(string name, bool isService)
    {
        if (!isService)
            return name;
        var bare = name.StartsWith(ServicePrefix, StringComparison.Ordinal) ? name[ServicePrefix.Length..] : name;
        return "mtproto." + bare;
    }

    private static bool TryModifier(JsonElement element, string modifier, out JsonElement value)
    {
        value = default;
        return element.TryGetProperty("typeModifiers", out var modifiers) && modifiers.TryGetProperty(modifier, out value);
    }
}
