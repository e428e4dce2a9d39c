namespace TelegramRest.Generator.Tl.Model;

/// <summary>The base schema with the newer layers laid over it.</summary>
internal sealed class TlSchema(int baseLayer)
{
    private readonly SortedDictionary<string, TlCombinator> _constructors = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, TlCombinator> _functions = new(StringComparer.Ordinal);
    private readonly Dictionary<uint, TlCombinator> _byId = [];
    private readonly HashSet<string> _bare = [];
    private readonly SortedDictionary<string, List<TlCombinator>> _types = new(StringComparer.Ordinal);

    public int BaseLayer { get; } = baseLayer;

    public int NewestLayer { get; private set; } = baseLayer;

    public IEnumerable<TlCombinator> Constructors => _constructors.Values;

    public IEnumerable<TlCombinator> Functions => _functions.Values;

    /// <summary>The boxed types and the constructors of each; known after <see cref="Resolve"/>.</summary>
    public IReadOnlyDictionary<string, List<TlCombinator>> Types => _types;

    public TlCombinator Constructor(string name) => _constructors[name];

    /// <summary>Whether a constructor stands without its id in a vector without one; known after <see cref="Resolve"/>.</summary>
    public bool IsBare(TlCombinator constructor) => _bare.Contains(constructor.Name);

    public void Add(IEnumerable<TlDefinition> definitions)
    {
        foreach (var definition in definitions)
        {
            if (!Table(definition).TryAdd(definition.Name, AddId(definition, new TlCombinator(definition, BaseLayer))))
                throw definition.Source.Problem($"{definition.Name} is defined twice");
        }
    }

    /// <summary>Lays a layer over what is there: a known name gets a newer form, an unknown one begins with this layer.</summary>
    public void AddLayer(int layer, IReadOnlyList<TlDefinition> definitions)
    {
        NewestLayer = layer;
        var seen = new HashSet<(TlKind, string)>();
        foreach (var definition in definitions)
        {
            if (!seen.Add((definition.Kind, definition.Name)))
                throw definition.Source.Problem($"{definition.Name} is defined twice");

            if (Table(definition).TryGetValue(definition.Name, out var known))
            {
                if (known.Newest.Id == definition.Id && known.Newest.Fields.SequenceEqual(definition.Fields))
                    throw definition.Source.Problem($"{definition.Name} is the same as before");
                known.Replace(definition, layer);
                AddId(definition, known);
            }
            else
            {
                Table(definition).Add(definition.Name, AddId(definition, new TlCombinator(definition, layer, isAddedByLayer: true)));
            }
        }
    }

    /// <summary>Groups the constructors by type and holds every type that a field or a result names against them.</summary>
    public void Resolve()
    {
        foreach (var constructor in Constructors)
        {
            var type = constructor.Newest.Result.Name;
            if (!_types.TryGetValue(type, out var members))
                _types.Add(type, members = []);
            members.Add(constructor);
        }

        foreach (var form in Constructors.Concat(Functions).SelectMany(combinator => combinator.Forms))
            Resolve(form.Definition);
    }

    private void Resolve(TlDefinition definition)
    {
        var flags = new HashSet<string>();
        foreach (var field in definition.Fields)
        {
            if (field.Type.IsFlags)
                flags.Add(field.Name);
            if (field.Flags is not null && !flags.Contains(field.Flags))
                throw definition.Source.Problem($"{definition.Name}.{field.Name} depends on {field.Flags}, which does not stand before it");
            RequireKnown(definition, field.Type);
            if (field.Type.Vector == TlVector.Bare)
                _bare.Add(field.Type.Name);
        }

        RequireKnown(definition, definition.Result);
    }

    private void RequireKnown(TlDefinition definition, TlTypeRef type)
    {
        if (!type.IsPrimitive && !_types.ContainsKey(type.Name) && !_constructors.ContainsKey(type.Name))
            throw definition.Source.Problem($"{definition.Name} names the unknown type {type.Name}");
    }

    private TlCombinator AddId(TlDefinition definition, TlCombinator combinator)
    {
        if (_byId.TryGetValue(definition.Id, out var other) && other != combinator && other.Name != definition.Name)
            throw definition.Source.Problem($"{definition} has the id of {other.Newest}");
        _byId[definition.Id] = combinator;
        return combinator;
    }

    private SortedDictionary<string, TlCombinator> Table(TlDefinition definition) =>
        definition.Kind == TlKind.Constructor ? _constructors : _functions;
}
