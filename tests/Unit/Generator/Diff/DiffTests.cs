using Xunit;

namespace TelegramRest.Tests.Unit.Generator.Diff;

/// <summary>One pair of documents for every class of change, and what the comparison says about it.</summary>
public sealed class DiffTests
{
    private const string Request = "/components/schemas/SendParcelRequest/properties";
    private const string Parcel = "/components/schemas/Parcel/properties";
    private const string Post = "/paths/~1sendParcel/post";

    [Fact]
    public void The_same_document_has_no_changes() => Assert.Empty(Document.Changes("openapi: 3.0.3", "openapi: 3.0.3"));

    [Theory]
    [InlineData("/close:", "/shut:", "Breaking /paths/~1close: the operation close is gone", "Additive /paths/~1shut: the operation shut is new")]
    [InlineData("x-aliases: [sendPackage]", "x-aliases: [post]", $"Breaking {Post}: the alias sendPackage is gone", $"Additive {Post}: the alias post is new")]
    [InlineData("/bot{token}", "/b{token}", "Breaking : the servers are /b{token} instead of /bot{token}")]
    [InlineData("  /close:\n", "  /close:\n    servers: [{ url: / }]\n", "Breaking /paths/~1close: it lies below other servers")]
    [InlineData("x-accounts: [bot, user]\n      x-aliases", "x-accounts: [bot]\n      x-aliases", $"Breaking {Post}: the account user is gone")]
    [InlineData("x-aliases: [sendPackage]\n", "x-aliases: [sendPackage]\n      parameters: [{ name: Key, in: header }]\n", $"Additive {Post}/parameters/0: the parameter Key is new")]
    [InlineData("x-aliases: [sendPackage]\n", "x-aliases: [sendPackage]\n      parameters: [{ name: Key, in: header, required: true }]\n", $"Breaking {Post}/parameters/0: the parameter Key is required now")]
    [InlineData("    post:\n      operationId: close\n", "    get:\n      operationId: close\n      parameters: []\n")]
    [InlineData("requestBody:\n", "requestBody:\n        required: true\n", $"Breaking {Post}/requestBody: parameters are required now")]
    public void Operations(string piece, string replacement, params string[] expected) => Assert.Equal(expected, Document.Changes(piece, replacement));

    [Theory]
    [InlineData("          multipart/form-data: { schema: { $ref: '#/components/schemas/SendParcelRequest' } }\n", "", $"Breaking {Post}/requestBody/content/multipart~1form-data: multipart/form-data is gone")]
    [InlineData("multipart/form-data:", "text/plain: { schema: { $ref: '#/components/schemas/SendParcelRequest' } }\n          multipart/form-data:", $"Additive {Post}/requestBody/content/text~1plain: text/plain is new")]
    [InlineData("default: { $ref: '#/components/responses/Error' }\n  /close", "'400': { $ref: '#/components/responses/Error' }\n  /close", $"Breaking {Post}/responses/default: it does not answer default any more", $"Additive {Post}/responses/400: it may answer 400")]
    [InlineData("result: { $ref: '#/components/schemas/Parcel' }", "result: { $ref: '#/components/schemas/Box' }", $"Breaking {Post}/responses/200/content/application~1json/schema/properties/result: the type is Box instead of Parcel")]
    public void Bodies(string piece, string replacement, params string[] expected) => Assert.Equal(expected, Document.Changes(piece, replacement));

    [Theory]
    [InlineData("note: { type", "remark: { type", $"Breaking {Request}/note: note is gone", $"Additive {Request}/remark: optional remark is new")]
    [InlineData("required: [to]\n      properties:", "required: [from, to]\n      properties:\n        from: { type: string }", $"Breaking {Request}/from: required from is new")]
    [InlineData("required: [to]", "required: [to, weight]", $"Breaking {Request}/weight: weight is required now")]
    [InlineData("required: [to]", "required: []", $"Additive {Request}/to: to is optional now")]
    [InlineData("x-aliases: [recipient]", "x-aliases: []", $"Breaking {Request}/to: the alias recipient is gone")]
    [InlineData("picture: { type: string, x-strict: true,", "image: { type: string, x-aliases: [picture],", $"Additive {Request}/image: optional image is new", $"Additive {Request}/picture: picture is an alias now")]
    public void Parameters(string piece, string replacement, params string[] expected) => Assert.Equal(expected, Document.Changes(piece, replacement));

    [Theory]
    [InlineData("weight: { type: integer,", "weight: { type: string,", $"Breaking {Request}/weight: the type is string instead of integer")]
    [InlineData("weight: { type: integer,", "weight: { type: number,", $"Additive {Request}/weight: the type is number instead of integer")]
    [InlineData("items: { type: integer }", "items: { type: string }", $"Breaking {Request}/copies: the type is array of string instead of array of integer")]
    [InlineData("minLength: 1, maxLength: 64", "minLength: 2, maxLength: 64", $"Breaking {Request}/to: minLength is 2 instead of 1")]
    [InlineData("minLength: 1, maxLength: 64", "minLength: 1, maxLength: 128", $"Additive {Request}/to: maxLength is 128 instead of 64")]
    [InlineData("maximum: 100,", "maximum: 99,", $"Breaking {Request}/weight: maximum is 99 instead of 100")]
    [InlineData("minimum: 1,", "", $"Additive {Request}/weight: minimum is open instead of 1")]
    [InlineData("maxItems: 10,", "maxItems: 5,", $"Breaking {Request}/copies: maxItems is 5 instead of 10")]
    [InlineData("pattern: '^[a-z]+$'", "pattern: '^[a-y]+$'", $"Breaking {Request}/to: it has to match ^[a-y]+$ instead of ^[a-z]+$")]
    [InlineData("pattern: '^[a-z]+$', ", "", $"Additive {Request}/to: it need not match ^[a-z]+$ any more")]
    [InlineData("enum: [slow, fast]", "enum: [slow]", "Breaking /components/schemas/Speed: the value fast is gone")]
    [InlineData("enum: [slow, fast]", "enum: [slow, fast, faster]", "Additive /components/schemas/Speed: the value faster is new")]
    public void Values_of_requests(string piece, string replacement, params string[] expected) => Assert.Equal(expected, Document.Changes(piece, replacement));

    [Theory]
    [InlineData("x-on-violation: clamp", "x-on-violation: error", $"Breaking {Request}/weight: on a violation: error instead of clamp")]
    [InlineData("x-on-violation: clamp", "x-on-violation: ignore", $"Additive {Request}/weight: on a violation: ignore instead of clamp")]
    [InlineData("maxItems: Too many", "maxItems: Too much", $"Additive {Request}/copies: the text of an error changed")]
    [InlineData("default: 5", "default: 6", $"Breaking {Request}/weight: default changed")]
    [InlineData("x-unless: picture", "x-unless: speed", $"Breaking {Request}/note: x-unless changed")]
    [InlineData("x-strict: true", "x-upload: true, x-strict: true", $"Breaking {Request}/picture: x-upload is set")]
    [InlineData(" x-strict: true,", "", $"Additive {Request}/picture: x-strict is gone")]
    [InlineData("x-unless: picture, x-accounts: [bot, user]", "x-unless: picture, x-accounts: [bot]", $"Breaking {Request}/note: the account user may not give it any more")]
    [InlineData("      x-shorthand: paper\n", "", "Breaking /components/schemas/Wrapping: a bare text stands for nothing instead of paper")]
    public void How_requests_are_read(string piece, string replacement, params string[] expected) => Assert.Equal(expected, Document.Changes(piece, replacement));

    [Theory]
    [InlineData("        height: { type: integer, maximum: 200, description: In centimetres. }\n", "", $"Breaking {Parcel}/height: height is gone")]
    [InlineData("required: [id, state]", "required: [id]", $"Breaking {Parcel}/state: state is optional now")]
    [InlineData("required: [id, state]", "required: [id, state, height]", $"Additive {Parcel}/height: height is required now")]
    [InlineData("description: A parcel.", "description: A parcel.\n      x-exclusive: true", "Additive /components/schemas/Parcel: at most one of the optional members may be there")]
    [InlineData("state: { $ref", "width: { type: integer }\n        state: { $ref", $"Additive {Parcel}/width: optional width is new")]
    [InlineData("type: integer, format: int64", "type: integer", $"Additive {Parcel}/id: the type is integer instead of integer (int64)")]
    [InlineData("height: { type: integer, maximum", "height: { type: number, maximum", $"Breaking {Parcel}/height: the type is number instead of integer")]
    [InlineData("maximum: 200", "maximum: 250", $"Breaking {Parcel}/height: maximum is 250 instead of 200")]
    [InlineData("enum: [waiting, arrived]", "enum: [waiting, arrived, lost]", "Breaking /components/schemas/State: the value lost is new")]
    [InlineData("enum: [waiting, arrived]", "enum: [waiting]", "Additive /components/schemas/State: the value arrived is gone")]
    public void Values_of_responses(string piece, string replacement, params string[] expected) => Assert.Equal(expected, Document.Changes(piece, replacement));

    [Theory]
    [InlineData("oneOf: [{ $ref: '#/components/schemas/Paper' }, { $ref: '#/components/schemas/Box' }]", "oneOf: [{ $ref: '#/components/schemas/Paper' }]", "Breaking /components/schemas/Wrapping: the case Box is gone")]
    [InlineData(", box: '#/components/schemas/Box' }", " }", "Breaking /components/schemas/Wrapping: no case is called box any more")]
    [InlineData("propertyName: type", "propertyName: kind", "Breaking /components/schemas/Wrapping: kind tells the cases apart instead of type")]
    [InlineData("{ $ref: '#/components/schemas/Wax' }]", "{ $ref: '#/components/schemas/Wax' }, { $ref: '#/components/schemas/Paper' }, { $ref: '#/components/schemas/Error' }]", "Breaking /components/schemas/Seal: the case Error is new")]
    [InlineData(", { $ref: '#/components/schemas/Wax' }]", "]", "Additive /components/schemas/Seal: the case Wax is gone")]
    public void Unions(string piece, string replacement, params string[] expected) => Assert.Equal(expected, Document.Changes(piece, replacement));

    [Theory]
    [InlineData("description: In grams.", "description: Its weight in grams.", $"Documentation {Request}/weight: description changed")]
    [InlineData("x-on-violation: clamp", "deprecated: true, x-on-violation: clamp", $"Documentation {Request}/weight: deprecated changed")]
    [InlineData("summary: Sends a parcel.", "summary: Sends one parcel.", $"Documentation {Post}: summary changed")]
    [InlineData("example: { ok: true }", "example: { ok: false }", $"Documentation {Post}/responses/200/content/application~1json: example changed")]
    [InlineData("title: Parcels", "title: Packages", "Documentation /info: info changed")]
    public void Words(string piece, string replacement, params string[] expected) => Assert.Equal(expected, Document.Changes(piece, replacement));

    [Fact]
    public void What_travels_both_ways_may_change_in_neither_direction()
    {
        Assert.Equal(["Breaking /components/schemas/Paper/properties/type: the value card is new"], Document.Changes("enum: [paper]", "enum: [paper, card]"));
        Assert.Equal(["Breaking /components/schemas/Paper/properties/type: type is optional now"], Document.Changes("description: Paper., required: [type]", "description: Paper."));
        Assert.Equal(
            ["Breaking /components/schemas/Paper/properties/type: maxLength is 5 instead of open"],
            Document.Changes("{ type: string, enum: [paper] }", "{ type: string, maxLength: 5, enum: [paper] }"));
    }
}
