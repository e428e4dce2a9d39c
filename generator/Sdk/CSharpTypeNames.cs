using NJsonSchema;

namespace TelegramRest.Generator.Sdk;

/// <summary>The contract's names, but for one that every file of a project with implicit usings would find ambiguous: System.IO has a File, too.</summary>
internal sealed class CSharpTypeNames : DefaultTypeNameGenerator
{
    public override string Generate(JsonSchema schema, string? typeNameHint, IEnumerable<string> reservedTypeNames) =>
        base.Generate(schema, typeNameHint, reservedTypeNames) is var name && name == "File" ? "TelegramFile" : name;
}
