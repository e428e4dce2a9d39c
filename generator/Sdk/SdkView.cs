using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using TelegramRest.Generator.OpenApi.Model;
using TelegramRest.Generator.OpenApi.Read;

namespace TelegramRest.Generator.Sdk;

/// <summary>
/// Derives the document that client libraries are generated from. It says the same as the contract, with what a generator of clients
/// stumbles over taken out: the envelope is gone, an operation has one request object, and what a template has to know of a schema
/// beyond OpenAPI's words stands in its extensions.
/// </summary>
/// <remarks>
/// Every operation has a JSON body here. That a request with files travels as multipart form data is the libraries' business: a
/// multipart body would be spread over one parameter for each of its members.
/// </remarks>
internal static class SdkView
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    /// <param name="document">The contract.</param>
    /// <param name="model">The same, read.</param>
    /// <param name="singleInheritance">A case can have one base only, so that unions which share cases become one.</param>
    public static string Write(SpecNode document, ApiModel model, bool singleInheritance)
    {
        var schemas = new SdkSchemas(model, singleInheritance);
        var rootTags = model.Operations.Where(operation => operation.AtRoot).Select(operation => operation.Tag).ToHashSet();
        var paths = new JsonObject();
        foreach (var operation in model.Operations)
        {
            var atRoot = rootTags.Contains(operation.Tag);
            var path = atRoot && !operation.AtRoot ? "/user{token}" + operation.Path : operation.Path;
            paths.Add(path, new JsonObject { ["post"] = Operation(document, operation, schemas, atRoot) });
        }

        return new JsonObject
        {
            ["openapi"] = "3.0.3",
            ["info"] = new JsonObject
            {
                ["title"] = document["info"]["title"].Text,
                ["version"] = document["info"]["version"].Text,
            },
            ["paths"] = paths,
            ["components"] = new JsonObject { ["schemas"] = schemas.Write() },
        }.ToJsonString(Options);
    }

    private static JsonObject Operation(SpecNode document, ApiOperation operation, SdkSchemas schemas, bool atRoot)
    {
        var result = new JsonObject
        {
            ["operationId"] = operation.Id,
            ["tags"] = new JsonArray(atRoot ? "TelegramLoginClient" : "TelegramClient"),
            ["summary"] = operation.Summary,
            ["x-at-root"] = atRoot,
            ["x-name"] = operation.CsName,
        };
        var parameters = new JsonArray();
        if (atRoot && !operation.AtRoot)
        {
            parameters.Add(new JsonObject
            {
                ["name"] = "token",
                ["in"] = "path",
                ["required"] = true,
                ["description"] = "The token that the login goes on under.",
                ["schema"] = new JsonObject { ["type"] = "string" },
            });
        }

        foreach (var header in Headers(document, operation))
        {
            parameters.Add(header);
        }

        if (parameters.Count > 0)
        {
            result["parameters"] = parameters;
        }

        if (operation.Request.Properties.Count > 0)
        {
            result["x-request-optional"] = operation.Request.Properties.All(property => !property.Required);
            result["requestBody"] = new JsonObject
            {
                ["x-name"] = "request",
                ["required"] = true,
                ["content"] = Json(SdkSchemas.Reference(operation.Request.Name)),
            };
        }

        result["responses"] = new JsonObject
        {
            ["200"] = new JsonObject { ["description"] = "The result.", ["content"] = Json(schemas.OfShape(operation.Result)) },
        };
        return result;
    }

    private static IEnumerable<JsonObject> Headers(SpecNode document, ApiOperation operation)
    {
        foreach (var reference in operation.Node.Find("parameters")?.Items ?? [])
        {
            var name = reference["$ref"].Text;
            var parameter = document["components"]["parameters"][name[(name.LastIndexOf('/') + 1)..]];
            yield return parameter["in"].Text != "header"
                ? throw parameter.Problem("a parameter outside the request has to be a header")
                : new JsonObject
                {
                    ["name"] = parameter["name"].Text,
                    ["in"] = "header",
                    ["description"] = parameter["description"].Text,
                    ["schema"] = new JsonObject { ["type"] = "string" },
                    ["x-variable"] = Camel(parameter["name"].Text),
                };
        }
    }

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + Naming.Pascal(name)[1..];

    private static JsonObject Json(JsonObject schema) => new() { ["application/json"] = new JsonObject { ["schema"] = schema } };
}
