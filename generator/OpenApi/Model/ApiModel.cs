namespace TelegramRest.Generator.OpenApi.Model;

/// <summary>The whole contract, resolved.</summary>
internal sealed class ApiModel(
    IReadOnlyDictionary<string, ApiSchema> schemas, IReadOnlyList<ApiOperation> operations, IReadOnlyList<ApiStream> streams, IReadOnlyList<string> tags)
{
    private readonly Dictionary<string, string> baseOfClass = [];
    private readonly Dictionary<string, string> baseOfUnion = [];

    public IReadOnlyDictionary<string, ApiSchema> Schemas => schemas;

    public IReadOnlyList<ApiOperation> Operations => operations;

    public IReadOnlyList<ApiStream> Streams => streams;

    public IReadOnlyList<string> Tags => tags;

    /// <summary>The abstract base class of a case, or null. Unions that share a case share the base of the one declared first.</summary>
    public string? BaseOf(ApiClass source) => baseOfClass.GetValueOrDefault(source.Name);

    /// <summary>The class that stands for a union in C#; not the union's own when its cases belong to an earlier one.</summary>
    public string BaseOf(ApiUnion source) => baseOfUnion[source.Name];

    /// <summary>All object cases below a base class, in the order of the spec.</summary>
    public IEnumerable<ApiClass> CasesBelow(string baseName) =>
        schemas.Values.OfType<ApiClass>().Where(item => baseOfClass.GetValueOrDefault(item.Name) == baseName);

    /// <summary>The C# type of a shape; <paramref name="prefix"/> goes before the name of a type of our own.</summary>
    public string CsType(Shape shape, string prefix = "") => shape switch
    {
        ScalarShape { Kind: ScalarKind.String } => "string",
        ScalarShape { Kind: ScalarKind.Boolean } => "bool",
        ScalarShape { Kind: ScalarKind.Int32 } => "int",
        ScalarShape { Kind: ScalarKind.Int64 } => "long",
        ScalarShape => "double",
        ArrayShape array => CsType(array.Item, prefix) + "[]",
        NamedShape named => schemas[named.Name] switch
        {
            ApiHandWritten { CsType: "bool" or "string" } builtIn => builtIn.CsType,
            ApiHandWritten handWritten => prefix + handWritten.CsType,
            ApiUnion union => prefix + BaseOf(union),
            var other => prefix + other.Name,
        },
        _ => throw new InvalidOperationException($"{shape} has no C# type."),
    };

    public bool IsValueType(Shape shape) => shape switch
    {
        ScalarShape scalar => scalar.Kind != ScalarKind.String,
        NamedShape named => schemas[named.Name] is ApiEnum || schemas[named.Name] is ApiHandWritten { CsType: "bool" } || IsChatId(shape),
        _ => false,
    };

    public bool IsChatId(Shape shape) => shape is NamedShape named && schemas[named.Name] is ApiHandWritten { CsType: "ChatId" };

    public bool IsInputFile(Shape shape) => shape is NamedShape named && schemas[named.Name] is ApiHandWritten { CsType: "InputFile" };

    /// <summary>Gives every union its base class; called once, when all schemas are known.</summary>
    public void AssignBases()
    {
        foreach (var union in schemas.Values.OfType<ApiUnion>())
        {
            var shared = union.Cases.Select(baseOfClass.GetValueOrDefault).FirstOrDefault(name => name is not null) ?? union.Name;
            if (union.Cases.Any(name => baseOfClass.GetValueOrDefault(name, shared) != shared))
            {
                throw union.Node.Problem($"the cases of {union.Name} belong to more than one earlier union");
            }

            baseOfUnion[union.Name] = shared;
            foreach (var name in union.Cases)
            {
                baseOfClass[name] = shared;
            }
        }
    }
}
