using TelegramRest.Generator.OpenApi.Model;

namespace TelegramRest.Generator.OpenApi.Read;

/// <summary>Reads the document and the list of pending operations into the model.</summary>
internal static class ModelReader
{
    public static ApiModel Read(string specPath, string pendingPath) =>
        Read(SpecFile.Read(specPath), Path.GetFileName(pendingPath), File.ReadAllLines(pendingPath));

    public static ApiModel Read(SpecNode document, string pendingName, IReadOnlyList<string> pendingLines)
    {
        if (document["openapi"].Text != "3.0.3")
        {
            throw document["openapi"].Problem("OpenAPI 3.0.3 is expected");
        }

        foreach (var repeated in document["paths"].Members.GroupBy(path => path.Name.ToUpperInvariant()).Where(group => group.Count() > 1))
        {
            throw repeated.Last().Problem("the name of an operation is found in any case and may not be used twice");
        }

        var schemaNodes = document["components"]["schemas"];
        var reader = new SchemaReader(schemaNodes, document["paths"].Members.Select(path => Naming.Pascal(path.Name) + "Request").ToHashSet());
        var schemas = new Dictionary<string, ApiSchema>();
        foreach (var node in schemaNodes.Members)
        {
            schemas.Add(node.Name, reader.Read(node));
        }

        ParameterRule.Check(document);
        var tags = document["tags"].Items.Select(ReadTag).ToList();
        var pending = ReadPending(pendingName, pendingLines);
        var operations = document["paths"].Members.Where(path => !path.Has("get")).Select(path => ReadOperation(path, schemas, tags, reader, pending)).ToList();
        var streams = document["paths"].Members.Where(path => path.Has("get")).Select(path => ReadStream(path, tags, pending)).ToList();
        foreach (var (name, line) in pending)
        {
            if (!operations.Exists(operation => operation.Id == name) && !streams.Exists(stream => stream.Id == name))
            {
                throw new GeneratorException(pendingName, line, $"{name} is no operation of the document");
            }
        }

        var model = new ApiModel(schemas, operations, streams, tags);
        model.AssignBases();
        return model;
    }

    private static ApiOperation ReadOperation(
        SpecNode path, Dictionary<string, ApiSchema> schemas, List<string> tags, SchemaReader reader, Dictionary<string, int> pending)
    {
        var node = path["post"];
        var (id, tag, accounts) = ReadHead(path, node, tags);
        var envelope = node["responses"]["200"]["content"]["application/json"]["schema"]["properties"];
        var request = ReadRequest(node, id, schemas);
        ExampleRule.Check(node);
        return new ApiOperation
        {
            Node = node,
            Id = id,
            Path = path.Name,
            Tag = tag,
            Summary = node["summary"].Text,
            Bots = accounts.Contains("bot"),
            Users = accounts.Contains("user"),
            Aliases = node.Texts("x-aliases"),
            Result = reader.ReadShape(envelope["result"]),
            Described = envelope.Has("description"),
            AtRoot = path.Has("servers") || node.Has("servers"),
            Request = request,
            Pending = pending.ContainsKey(id),
        };
    }

    private static string ReadTag(SpecNode tag)
    {
        _ = tag["description"].Text;
        return tag["name"].Text;
    }

    /// <summary>Reads what is fetched by GET and answered outside the envelope; there is no code to generate for it but its entry in the table.</summary>
    private static ApiStream ReadStream(SpecNode path, List<string> tags, Dictionary<string, int> pending)
    {
        var node = path["get"];
        var (id, tag, accounts) = ReadHead(path, node, tags);
        _ = node["summary"].Text;
        _ = node["responses"]["200"]["content"]["text/event-stream"];
        return new ApiStream(id, path.Name, tag, accounts.Contains("bot"), accounts.Contains("user"), pending.ContainsKey(id));
    }

    private static (string Id, string Tag, IReadOnlyList<string> Accounts) ReadHead(SpecNode path, SpecNode node, List<string> tags)
    {
        var id = node["operationId"].Text;
        if (path.Name != "/" + id)
        {
            throw path.Problem($"the path of {id} has to be /{id}");
        }

        var tagNodes = node["tags"].Items.ToList();
        var tag = tagNodes.Count == 1 ? tagNodes[0].Text : throw node["tags"].Problem("an operation has exactly one tag");
        if (!tags.Contains(tag))
        {
            throw tagNodes[0].Problem($"tag {tag} is not declared");
        }

        var accounts = node["x-accounts"];
        foreach (var account in accounts.Items.Where(account => account.Text is not ("bot" or "user")))
        {
            throw account.Problem($"{account.Text} is no kind of account");
        }

        return (id, tag, node.Texts("x-accounts"));
    }

    private static ApiClass ReadRequest(SpecNode node, string id, Dictionary<string, ApiSchema> schemas)
    {
        var name = Naming.Pascal(id) + "Request";
        if (node.Find("requestBody") is not { } body)
        {
            var empty = new ApiClass { Node = node, Name = name, Description = $"{id} has no parameters.", Properties = [], IsRequest = true };
            schemas.Add(name, empty);
            return empty;
        }

        foreach (var mediaType in body["content"].Members)
        {
            var reference = mediaType["schema"]["$ref"];
            if (reference.Text != "#/components/schemas/" + name)
            {
                throw reference.Problem($"the parameters of {id} have to be {name}");
            }
        }

        return schemas.GetValueOrDefault(name) as ApiClass ?? throw body.Problem($"there is no schema {name}");
    }

    private static Dictionary<string, int> ReadPending(string file, IReadOnlyList<string> lines)
    {
        var pending = new Dictionary<string, int>();
        for (var i = 0; i < lines.Count; i++)
        {
            var name = lines[i].Trim();
            if (name.Length > 0 && name[0] != '#' && !pending.TryAdd(name, i + 1))
            {
                throw new GeneratorException(file, i + 1, $"{name} is listed twice");
            }
        }

        return pending;
    }
}
