using System.Text;
using TelegramRest.Generator.Tl.Model;

namespace TelegramRest.Generator.Tl.Emit;

/// <summary>One combinator becomes one sealed class: its properties, a constructor that reads, and Write.</summary>
internal sealed class ClassEmitter(TlCombinator combinator, TlSchema schema, ClassNames names, StringBuilder code)
{
    private readonly ClassShape _shape = new(combinator, schema, names);
    private readonly ClassName _class = names.Of(combinator);

    public void Emit()
    {
        var newest = combinator.Newest;
        code.AppendLine($"/// <summary>{newest} = {newest.Result.ToString().Replace("<", "&lt;").Replace(">", "&gt;")}. {Link()}</summary>");
        code.AppendLine($"public sealed class {_class.Name} : {Base()}");
        code.AppendLine("{");
        code.AppendLine($"    public override uint ConstructorId => 0x{newest.Id:x8};");
        EmitProperties();
        code.AppendLine($"    public {_class.Name}() {{ }}");
        new ReadEmitter(combinator, _class, _shape, code).Emit();
        new WriteEmitter(combinator, _shape, code, isBare: schema.IsBare(combinator)).Emit();
        EmitOlderResults();
        code.AppendLine("}");
        code.AppendLine();
    }

    private void EmitProperties()
    {
        foreach (var member in _shape.Members.Where(member => !(combinator.Newest.IsWrapper && member.Name == "Query")))
        {
            if (member.IsOlderOnly)
                code.AppendLine("    /// <summary>Only in older layers.</summary>");
            code.AppendLine($"    public {(member.IsRequired ? "required " : "")}{member.Type.Name}{(member.IsOptional ? "?" : "")} {member.Name} {{ get; set; }}");
        }
    }

    /// <summary>A function whose result changed its type still answers the old one to clients of the layer that had it.</summary>
    private void EmitOlderResults()
    {
        var older = combinator.OlderForms.Where(form => form.Definition.Result != combinator.Newest.Result).ToArray();
        if (combinator.Kind == TlKind.Constructor || older.Length == 0)
            return;

        code.AppendLine("    public override void WriteResultObject(TlWriter writer, object result)");
        code.AppendLine("    {");
        foreach (var form in older)
        {
            if (form.Definition.Result is { IsPrimitive: true } or { Vector: not TlVector.None })
                throw form.Definition.Source.Problem($"{combinator.Name} answered {form.Definition.Result}; only objects are supported");
            code.AppendLine($"        if (writer.Layer <= {form.LastLayer} && result is {names.OfType(form.Definition.Result.Name).Global} before{form.LastLayer}) {{ writer.WriteObject(before{form.LastLayer}); return; }}");
        }

        code.AppendLine("        base.WriteResultObject(writer, result);");
        code.AppendLine("    }");
    }

    private string Base()
    {
        var result = combinator.Newest.Result;
        if (combinator.Kind == TlKind.Constructor)
            return schema.Types[result.Name].Count > 1 ? names.OfType(result.Name).Global : $"global::{ClassNames.Root}.TlObject";

        const string results = $"global::{ClassNames.Root}.Results.";
        return results + (result.Name, result.Vector) switch
        {
            ("X", _) => "WrapperMethod",
            ("Bool", TlVector.None) => "BoolMethod",
            ("int", TlVector.None) => "Int32Method",
            ("int", TlVector.Boxed) => "Int32VectorMethod",
            ("long", TlVector.None) => "Int64Method",
            ("long", TlVector.Boxed) => "Int64VectorMethod",
            (_, TlVector.None) when !result.IsPrimitive => $"ObjectMethod<{names.OfType(result.Name).Global}>",
            (_, TlVector.Boxed) when !result.IsPrimitive => $"ObjectVectorMethod<{names.OfType(result.Name).Global}>",
            _ => throw combinator.Newest.Source.Problem($"{combinator.Name} answers {result}, which is not supported"),
        };
    }

    private string Link() => combinator.Name.StartsWith("mtproto.", StringComparison.Ordinal)
        ? "https://core.telegram.org/schema/mtproto"
        : $"https://core.telegram.org/{(combinator.Kind == TlKind.Function ? "method" : "constructor")}/{combinator.Name}";
}
