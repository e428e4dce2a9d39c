using System.Globalization;
using TelegramRest.Generator.OpenApi.Model;

namespace TelegramRest.Generator.OpenApi.Read;

/// <summary>Turns one schema of the document into the model, and stops at whatever the generator does not understand.</summary>
internal sealed class SchemaReader(SpecNode schemas, IReadOnlySet<string> requests)
{
    private const string Prefix = "#/components/schemas/";

    private static readonly HashSet<string> Known =
    [
        "$ref", "allOf", "anyOf", "oneOf", "discriminator", "type", "format", "title", "description", "enum", "items", "required", "properties", "default",
        "minimum", "maximum", "minLength", "maxLength", "maxItems", "pattern", "deprecated", "x-type", "x-chosen-by", "x-shorthand", "x-error",
        "x-implements", "x-keep-empty", "x-on-violation", "x-aliases", "x-upload", "x-strict", "x-accounts", "x-unless", "x-exclusive",
    ];

    public ApiSchema Read(SpecNode node)
    {
        CheckKnown(node);
        var description = DescriptionRule.Read(node);
        if (node.FindText("x-type") is { } type)
        {
            return new ApiHandWritten { Node = node, Name = node.Name, Description = description, CsType = type };
        }

        if (node.Has("oneOf"))
        {
            return ReadUnion(node, description);
        }

        if (node.FindText("type") == "boolean")
        {
            return new ApiHandWritten { Node = node, Name = node.Name, Description = description, CsType = "bool" };
        }

        if (node.Has("enum"))
        {
            return new ApiEnum { Node = node, Name = node.Name, Description = description, Values = node.Texts("enum") };
        }

        return node.FindText("type") == "object" ? ReadClass(node, description) : throw node.Problem("a named schema is an object, an enum or a union");
    }

    public Shape ReadShape(SpecNode node)
    {
        CheckKnown(node);
        if (node.Find("allOf") is { } wrapper)
        {
            var parts = wrapper.Items.ToList();
            return parts.Count == 1 ? ReadShape(parts[0]) : throw wrapper.Problem("allOf with more than one part is not supported");
        }

        if (node.Find("$ref") is { } reference)
        {
            return new NamedShape(ReadReference(reference));
        }

        var type = node.FindText("type") ?? throw node.Problem("a schema without type, $ref or allOf is not supported");
        return type switch
        {
            "string" => new ScalarShape(ScalarKind.String),
            "boolean" => new ScalarShape(ScalarKind.Boolean),
            "integer" => new ScalarShape(node.FindText("format") == "int64" ? ScalarKind.Int64 : ScalarKind.Int32),
            "number" => new ScalarShape(ScalarKind.Double),
            "array" => new ArrayShape(ReadShape(node["items"]), node["items"].FindText("x-on-violation") == "ignore"),
            _ => throw node["type"].Problem($"type {type} is not supported here"),
        };
    }

    private ApiClass ReadClass(SpecNode node, string description)
    {
        var required = node.Texts("required");
        var properties = node.Find("properties")?.Members.Select(member => ReadProperty(node.Name, member, required.Contains(member.Name))).ToList() ?? [];
        foreach (var name in required.Where(name => properties.TrueForAll(property => property.Name != name)))
        {
            throw node["required"].Problem($"{name} is required but no property");
        }

        return new ApiClass
        {
            Node = node,
            Name = node.Name,
            Description = description,
            Errors = ReadErrors(node),
            Properties = properties,
            ChosenBy = node.FindText("x-chosen-by"),
            Shorthand = node.FindText("x-shorthand"),
            Implements = node.FindText("x-implements"),
            Exclusive = node.Flag("x-exclusive"),
            IsRequest = requests.Contains(node.Name),
        };
    }

    private ApiProperty ReadProperty(string owner, SpecNode node, bool required)
    {
        var shape = ReadShape(node);
        var values = node.Texts("enum");
        if (values.Count > 1)
        {
            throw node["enum"].Problem("an enum has to be a named schema");
        }

        return new ApiProperty
        {
            Node = node,
            Name = node.Name,
            CsName = Naming.Member(owner, node.Name),
            Shape = shape,
            Required = required,
            Description = DescriptionRule.Read(node),
            Constant = values.Count == 0 ? null : shape is ScalarShape { Kind: ScalarKind.String } ? Naming.Literal(values[0]) : values[0],
            Deprecated = node.Flag("deprecated"),
            Minimum = node.Find("minimum")?.Integer,
            Maximum = node.Find("maximum")?.Integer,
            MinLength = (int?)node.Find("minLength")?.Integer,
            MaxLength = (int?)node.Find("maxLength")?.Integer,
            MaxItems = (int?)node.Find("maxItems")?.Integer,
            Pattern = node.FindText("pattern"),
            Default = ReadDefault(node, shape),
            OnViolation = ReadOnViolation(node),
            Errors = ReadErrors(node),
            UploadOnly = node.Flag("x-upload"),
            Strict = node.Flag("x-strict"),
            KeepsEmpty = node.Flag("x-keep-empty"),
            Aliases = node.Texts("x-aliases"),
            BotOnly = node.Has("x-accounts") && !node.Texts("x-accounts").Contains("user"),
            Unless = node.FindText("x-unless"),
        };
    }

    private ApiUnion ReadUnion(SpecNode node, string description)
    {
        var cases = new List<string>();
        var plain = new List<(string, Shape)>();
        foreach (var item in node["oneOf"].Items)
        {
            if (item.Find("$ref") is { } reference)
            {
                cases.Add(ReadReference(reference));
            }
            else
            {
                plain.Add((item.FindText("title") ?? throw item.Problem("a case that is no object needs a title"), ReadShape(item)));
            }
        }

        var discriminator = node.Find("discriminator");
        return new ApiUnion
        {
            Node = node,
            Name = node.Name,
            Description = description,
            Errors = ReadErrors(node),
            Cases = cases,
            Plain = plain,
            Discriminator = discriminator?["propertyName"].Text,
            Mapping = discriminator?["mapping"].Members.Select(member => (member.Name, ReadReference(member))).ToList() ?? [],
        };
    }

    private string ReadReference(SpecNode node)
    {
        var text = node.Text;
        var name = text.StartsWith(Prefix, StringComparison.Ordinal) ? text[Prefix.Length..] : throw node.Problem($"only {Prefix} can be referred to");
        return schemas.Has(name) ? name : throw node.Problem($"there is no schema {name}");
    }

    private static OnViolation ReadOnViolation(SpecNode node) => node.Find("x-on-violation") is not { } value ? OnViolation.None : value.Text switch
    {
        "clamp" => OnViolation.Clamp,
        "ignore" => OnViolation.Ignore,
        "default" => OnViolation.Default,
        "error" => OnViolation.Error,
        var other => throw value.Problem($"x-on-violation is clamp, ignore, default or error, not {other}"),
    };

    private static Errors ReadErrors(SpecNode node) => node.Find("x-error") is not { } errors ? Errors.None
        : errors.IsMap ? new Errors(null, errors.Members.ToDictionary(member => member.Name, member => member.Text))
        : new Errors(errors.Text, new Dictionary<string, string>());

    private static string? ReadDefault(SpecNode node, Shape shape) => node.Find("default") is not { } value ? null : shape switch
    {
        ScalarShape { Kind: ScalarKind.Boolean } => value.Boolean ? "true" : "false",
        ScalarShape { Kind: ScalarKind.Int32 or ScalarKind.Int64 } => value.Integer.ToString(CultureInfo.InvariantCulture),
        ScalarShape { Kind: ScalarKind.String } => Naming.Literal(value.Text),
        _ => throw value.Problem("only a plain value may have a default"),
    };

    private static void CheckKnown(SpecNode node)
    {
        foreach (var member in node.Members.Where(member => !Known.Contains(member.Name)))
        {
            throw member.Problem($"{member.Name} is not supported in a schema");
        }
    }
}
