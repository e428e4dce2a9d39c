using System.Globalization;
using System.Text.RegularExpressions;
using TelegramRest.Generator.Tl.Model;

namespace TelegramRest.Generator.Tl.Read;

/// <summary>
/// Reads <c>spec/tl/layer-*.tl</c>: one definition a line in Telegram's own notation, constructors first, functions after a line
/// <c>---functions---</c>; <c>//</c> begins a comment. See https://core.telegram.org/mtproto/TL.
/// </summary>
internal static partial class LayerFileReader
{
    public static IReadOnlyList<TlDefinition> Read(string file)
    {
        var definitions = new List<TlDefinition>();
        var kind = TlKind.Constructor;
        var lines = File.ReadAllLines(file);
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].Split("//")[0].Trim();
            if (line.Length == 0)
                continue;
            if (line == "---functions---")
            {
                kind = TlKind.Function;
                continue;
            }

            var definition = Parse(line, kind, new TlSource(file, i + 1));
            ConstructorId.Check(definition);
            definitions.Add(definition);
        }

        return definitions;
    }

    private static TlDefinition Parse(string line, TlKind kind, TlSource source)
    {
        var match = Line().Match(line);
        if (!match.Success)
            throw source.Problem("expected name#id field:type … = Type;");

        var fields = match.Groups["fields"].Value
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(field => field != "{X:Type}")
            .Select(field => ParseField(field, source))
            .ToArray();
        var id = uint.Parse(match.Groups["id"].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return new TlDefinition(kind, match.Groups["name"].Value, id, fields, ParseType(match.Groups["result"].Value, source), source);
    }

    private static TlField ParseField(string text, TlSource source)
    {
        var match = Field().Match(text);
        if (!match.Success)
            throw source.Problem($"{text} is no field");

        var name = match.Groups["name"].Value;
        var type = ParseType(match.Groups["type"].Value, source);
        if (!match.Groups["flags"].Success)
            return new TlField(name, type);

        var bit = int.Parse(match.Groups["bit"].Value, CultureInfo.InvariantCulture);
        if (bit > 31)
            throw source.Problem($"{text} has no such bit");
        return new TlField(name, type, match.Groups["flags"].Value, bit);
    }

    private static TlTypeRef ParseType(string text, TlSource source)
    {
        var match = VectorType().Match(text);
        if (!match.Success)
            return text.Contains('<', StringComparison.Ordinal) ? throw source.Problem($"{text} is not supported") : new TlTypeRef(text);
        return new TlTypeRef(match.Groups["element"].Value, match.Groups["box"].Value == "V" ? TlVector.Boxed : TlVector.Bare);
    }

    [GeneratedRegex(@"^(?<name>[A-Za-z][\w.]*)#(?<id>[0-9a-f]{1,8})(?<fields>( \S+)*) = (?<result>[^ ;]+);$")]
    private static partial Regex Line();

    [GeneratedRegex(@"^(?<name>\w+):((?<flags>\w+)\.(?<bit>\d{1,2})\?)?(?<type>[#!\w.<>]+)$")]
    private static partial Regex Field();

    [GeneratedRegex(@"^(?<box>[Vv])ector<(?<element>[\w.]+)>$")]
    private static partial Regex VectorType();
}
