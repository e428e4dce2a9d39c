using TelegramRest.Generator.Tl.Model;

namespace TelegramRest.Generator.Tl.Emit;

/// <summary>What each constructor, function and type of a schema is called in C#.</summary>
internal sealed class ClassNames
{
    public const string Root = "TelegramRest.Tl";

    private readonly Dictionary<TlCombinator, ClassName> _combinators = [];
    private readonly Dictionary<string, ClassName> _types = [];

    public ClassNames(TlSchema schema)
    {
        var combinators = schema.Constructors.Concat(schema.Functions).ToArray();
        var namespaces = combinators.Select(combinator => NamespaceOf(combinator.Name)).ToHashSet();
        var taken = new Dictionary<ClassName, string>();

        foreach (var combinator in combinators)
        {
            var name = new ClassName(NamespaceOf(combinator.Name), Pascal(LastPart(combinator.Name)));

            // The constructor "updates" beside the namespace of updates.getState.
            if (namespaces.Contains(name.Full))
                name = name with { Name = name.Name + "Constructor" };
            Take(taken, name, combinator.Name, combinator.Newest.Source);
            _combinators.Add(combinator, name);
        }

        foreach (var (type, members) in schema.Types)
        {
            var name = _combinators[members[0]];
            if (members.Count > 1)
            {
                name = new ClassName(NamespaceOf(type), Pascal(LastPart(type)) + "Base");
                Take(taken, name, type, members[0].Newest.Source);
            }

            _types.Add(type, name);
        }
    }

    public ClassName Of(TlCombinator combinator) => _combinators[combinator];

    public ClassName OfType(string type) => _types[type];

    /// <summary>Of snake_case and camelCase alike, PascalCase.</summary>
    public static string Pascal(string name) =>
        string.Concat(name.Split('_').Select(part => part.Length == 0 ? "" : char.ToUpperInvariant(part[0]) + part[1..]));

    private static string NamespaceOf(string name) =>
        name.LastIndexOf('.') is var dot and >= 0 ? $"{Root}.{Pascal(name[..dot])}" : Root;

    private static string LastPart(string name) => name[(name.LastIndexOf('.') + 1)..];

    private static void Take(Dictionary<ClassName, string> taken, ClassName name, string schemaName, TlSource source)
    {
        if (!taken.TryAdd(name, schemaName))
            throw source.Problem($"{schemaName} and {taken[name]} would both be {name.Full}");
    }
}
