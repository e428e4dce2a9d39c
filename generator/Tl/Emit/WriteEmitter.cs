using System.Text;
using TelegramRest.Generator.Tl.Model;

namespace TelegramRest.Generator.Tl.Emit;

/// <summary>Write, which chooses the form by the writer's layer, and one method for each older form.</summary>
internal sealed class WriteEmitter(TlCombinator combinator, ClassShape shape, StringBuilder code, bool isBare)
{
    public void Emit()
    {
        code.AppendLine("    public override void Write(TlWriter w)");
        code.AppendLine("    {");
        foreach (var form in combinator.OlderForms)
            code.AppendLine($"        if (w.Layer <= {form.LastLayer}) {{ WriteFor{form.LastLayer}(w); return; }}");
        EmitForm(combinator.Forms[^1]);
        code.AppendLine("    }");

        foreach (var form in combinator.OlderForms)
        {
            code.AppendLine($"    private void WriteFor{form.LastLayer}(TlWriter w)");
            code.AppendLine("    {");
            EmitForm(form);
            code.AppendLine("    }");
        }

        if (isBare)
            EmitBareVector();
    }

    private void EmitForm(TlForm form)
    {
        // The oldest form is where the combinator begins; the base schema's are written for any older layer, too.
        if (form.FirstLayer == combinator.FirstLayer && combinator.IsAddedByLayer)
            code.AppendLine($"        if (w.Layer < {form.FirstLayer}) throw new TlLayerException(\"{combinator.Name}\", w.Layer);");

        code.AppendLine($"        w.WriteUInt32(0x{form.Definition.Id:x8});");
        EmitFields(form.Definition, "        ", "");
    }

    private void EmitFields(TlDefinition definition, string indent, string instance)
    {
        foreach (var field in definition.Fields)
        {
            if (field.Type.IsFlags)
                EmitFlags(definition, field.Name, indent);
            else if (!field.Type.IsTrue)
                EmitField(field, shape.Member(field), indent, instance);
        }
    }

    private void EmitField(TlField field, ClassMember member, string indent, string instance)
    {
        var guard = field.IsConditional ? $"if (({field.Flags} & 1 << {field.Bit}) != 0) " : "";
        code.AppendLine($"{indent}{guard}{member.Type.Write(instance + member.Value)}");
    }

    private void EmitFlags(TlDefinition definition, string flags, string indent)
    {
        var bits = definition.Fields
            .Where(field => field.Flags == flags)
            .GroupBy(field => field.Bit)
            .Select(bit => $"({string.Join(" || ", bit.Select(field => shape.Member(field).IsPresent))} ? 1 << {bit.Key} : 0)");
        code.AppendLine($"{indent}var {flags} = {string.Join(" | ", bits.DefaultIfEmpty("0"))};");
        code.AppendLine($"{indent}w.WriteInt32({flags});");
    }

    /// <summary>Elements without ids in a vector without an id.</summary>
    private void EmitBareVector()
    {
        if (combinator.Newest.Fields.Any(field => field.Type.IsFlags))
            throw combinator.Newest.Source.Problem($"{combinator.Name} has flags and stands in a bare vector; that is not supported");

        var element = ClassNames.Pascal(combinator.Name[(combinator.Name.LastIndexOf('.') + 1)..]);
        code.AppendLine($"    internal static {element}[] ReadBareVector(ref TlReader r)");
        code.AppendLine("    {");
        code.AppendLine($"        var items = new {element}[r.ReadCount(4)];");
        code.AppendLine("        for (var i = 0; i < items.Length; i++)");
        code.AppendLine($"            items[i] = new {element}(ref r);");
        code.AppendLine("        return items;");
        code.AppendLine("    }");
        code.AppendLine($"    internal static void WriteBareVector(TlWriter w, {element}[] items)");
        code.AppendLine("    {");
        code.AppendLine("        w.WriteInt32(items.Length);");
        code.AppendLine("        foreach (var item in items)");
        code.AppendLine("        {");
        EmitFields(combinator.Newest, "            ", "item.");
        code.AppendLine("        }");
        code.AppendLine("    }");
    }
}
