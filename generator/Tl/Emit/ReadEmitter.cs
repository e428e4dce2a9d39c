using System.Text;
using TelegramRest.Generator.Tl.Model;

namespace TelegramRest.Generator.Tl.Emit;

/// <summary>The constructors that read a class from bytes: one for the newest form, one for the ids of older layers.</summary>
internal sealed class ReadEmitter(TlCombinator combinator, ClassName className, ClassShape shape, StringBuilder code)
{
    public void Emit()
    {
        var older = combinator.Readable.Skip(1).ToArray();
        code.AppendLine("    [global::System.Diagnostics.CodeAnalysis.SetsRequiredMembers]");
        code.AppendLine($"    internal {className.Name}(ref TlReader r)");
        code.AppendLine("    {");
        EmitFields(combinator.Newest, "        ");
        code.AppendLine("    }");
        if (older.Length == 0)
            return;

        code.AppendLine("    [global::System.Diagnostics.CodeAnalysis.SetsRequiredMembers]");
        code.AppendLine($"    internal {className.Name}(ref TlReader r, uint id)");
        code.AppendLine("    {");
        code.AppendLine("        switch (id)");
        code.AppendLine("        {");
        foreach (var definition in older)
        {
            code.AppendLine($"            case 0x{definition.Id:x8}:");
            code.AppendLine("            {");
            EmitFields(definition, "                ");
            EmitDefaults(definition, "                ");
            code.AppendLine("                break;");
            code.AppendLine("            }");
        }

        code.AppendLine("            default: throw new TlException($\"unknown form {id:x8}\");");
        code.AppendLine("        }");
        code.AppendLine("    }");
    }

    private void EmitFields(TlDefinition definition, string indent)
    {
        foreach (var field in definition.Fields)
        {
            if (field.Type.IsFlags)
            {
                code.AppendLine($"{indent}var {field.Name} = r.ReadInt32();");
                continue;
            }

            var member = shape.Member(field);
            code.AppendLine($"{indent}{member.Name} = {Expression(definition, field, member)};");
        }
    }

    private static string Expression(TlDefinition definition, TlField field, ClassMember member)
    {
        if (!field.IsConditional)
            return member.Type.Read;
        var isSet = $"({field.Flags} & 1 << {field.Bit}) != 0";
        if (field.Type.IsTrue)
            return isSet;
        if (member.IsOptional)
            return $"{isSet} ? {member.Type.Read} : ({member.Type.Name}?)null";
        return $"{isSet} ? {member.Type.Read} : {Default(definition, member)}";
    }

    /// <summary>What a newer layer made obligatory, the older form does not have.</summary>
    private void EmitDefaults(TlDefinition definition, string indent)
    {
        foreach (var member in shape.MissingFrom(definition).Where(member => member.IsRequired))
            code.AppendLine($"{indent}{member.Name} = {Default(definition, member)};");
    }

    private static string Default(TlDefinition definition, ClassMember member) => member.Type.Fallback.Length > 0
        ? member.Type.Fallback
        : throw definition.Source.Problem($"{definition} lacks {member.Name}, which the newest form demands and which has no default");
}
