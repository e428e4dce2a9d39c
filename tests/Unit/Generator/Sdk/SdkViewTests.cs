using System.Text.Json.Nodes;
using TelegramRest.Generator;
using TelegramRest.Generator.OpenApi.Read;
using TelegramRest.Generator.Sdk;
using Xunit;

namespace TelegramRest.Tests.Unit.Generator.Sdk;

/// <summary>The view that client libraries are generated from says what the contract says, in words that a generator understands.</summary>
public sealed class SdkViewTests
{
    private static readonly string Good = File.ReadAllText(Path.Combine(Folders.Good, "spec.yaml"));

    [Fact]
    public void Results_come_without_their_envelope()
    {
        var paths = View(Good)["paths"]!;

        Assert.Equal("""{"$ref":"#/components/schemas/Parcel"}""", Schema(paths["/sendParcel"]!["post"]!["responses"]!["200"]!));
        Assert.Equal("""{"type":"boolean"}""", Schema(paths["/trackParcels"]!["post"]!["responses"]!["200"]!));
    }

    [Fact]
    public void An_operation_with_files_has_one_request_object_like_any_other()
    {
        var body = View(Good)["paths"]!["/sendParcel"]!["post"]!["requestBody"]!;

        Assert.Equal("""{"$ref":"#/components/schemas/SendParcelRequest"}""", Schema(body));
        Assert.Single(body["content"]!.AsObject());
    }

    [Fact]
    public void The_operations_of_a_login_are_a_client_of_their_own()
    {
        var entering = Good.Replace("  /enter:\n", "  /goOn:\n    post:\n" + Good.Split("  /enter:\n")[1].Split("    post:\n")[1].Split("components:")[0]
            .Replace("operationId: enter", "operationId: goOn", StringComparison.Ordinal) + "  /enter:\n", StringComparison.Ordinal);

        var paths = View(entering)["paths"]!.AsObject();

        Assert.Equal(["/sendParcel", "/trackParcels", "/user{token}/goOn", "/enter"], paths.Select(path => path.Key));
        Assert.Equal(["TelegramClient", "TelegramClient", "TelegramLoginClient", "TelegramLoginClient"], paths.Select(path => (string)path.Value!["post"]!["tags"]![0]!));
        Assert.Equal("token", (string)paths["/user{token}/goOn"]!["post"]!["parameters"]![0]!["name"]!);
    }

    [Fact]
    public void A_union_says_how_its_cases_are_told_apart()
    {
        var schemas = View(Good)["components"]!["schemas"]!;

        Assert.Equal(
            """[{"case":"ContentText","token":"String"},{"case":"ContentList","token":"StartArray"},{"case":"ContentBook","member":"kind","value":"\u0022book\u0022","chosen-by":null},{"case":"ContentLamp","member":"kind","value":"\u0022lamp\u0022","chosen-by":null}]""",
            schemas["Content"]!["x-rules"]!.ToJsonString());
        Assert.Equal("colour", (string)schemas["Wrapping"]!["x-rules"]![0]!["chosen-by"]!);
        Assert.Equal("Content", (string)schemas["ContentLamp"]!["x-base"]!);
        Assert.True((bool)schemas["ChatId"]!["x-number-or-text"]!);
    }

    [Fact]
    public void Unions_that_share_cases_are_one_where_a_class_has_one_base()
    {
        var shared = Good + """
                Packing:
                  description: Paper only.
                  oneOf:
                    - $ref: '#/components/schemas/WrappingPaper'

            """.ReplaceLineEndings("\n");

        Assert.Null(View(shared)["components"]!["schemas"]!["Packing"]);
        Assert.Equal("""["WrappingPaper"]""", View(shared, singleInheritance: false)["components"]!["schemas"]!["Packing"]!["x-cases"]!.ToJsonString());
    }

    [Fact]
    public void A_value_that_cannot_be_said_in_a_library_stops_the_build_where_it_stands()
    {
        var strange = Good.Replace("oneOf: [{ type: integer }, { type: string }]", "oneOf: [{ type: integer }, { type: boolean }]", StringComparison.Ordinal);

        var problem = Assert.Throws<GeneratorException>(() => View(strange));

        var line = Array.FindIndex(strange.Split('\n'), each => each.StartsWith("    ChatId:", StringComparison.Ordinal)) + 1;
        Assert.Equal($"spec.yaml:{line}: the alternatives of ChatId cannot be said in a client library (/components/schemas/ChatId)", problem.Message);
    }

    private static JsonNode View(string text, bool singleInheritance = true)
    {
        var document = SpecFile.Parse("spec.yaml", text);
        return JsonNode.Parse(SdkView.Write(document, ModelReader.Read(document, "", []), singleInheritance))!;
    }

    private static string Schema(JsonNode holder) => holder["content"]!["application/json"]!["schema"]!.ToJsonString();
}
