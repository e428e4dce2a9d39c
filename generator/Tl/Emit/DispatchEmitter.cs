using System.Text;
using TelegramRest.Generator.Output;
using TelegramRest.Generator.Tl.Model;

namespace TelegramRest.Generator.Tl.Emit;

/// <summary>
/// From an id to the class that reads it. Ids fall into buckets by their lowest bits, a method each, so that the first value read
/// compiles and loads a few dozen classes and not all of them.
/// </summary>
internal static class DispatchEmitter
{
    private const int Buckets = 64;

    public static void Emit(TlSchema schema, ClassNames names, OutputFolder output)
    {
        Emit("ConstructorDispatch", "TlObject", schema.Constructors, names, output);
        Emit("FunctionDispatch", "TlMethod", schema.Functions, names, output);
    }

    private static void Emit(string name, string result, IEnumerable<TlCombinator> combinators, ClassNames names, OutputFolder output)
    {
        var cases = combinators
            .SelectMany(combinator => combinator.Readable.Select(definition => (definition.Id, Combinator: combinator)))
            .OrderBy(entry => entry.Id)
            .ToLookup(entry => entry.Id % Buckets);
        var code = new StringBuilder(TypeFiles.Header).AppendLine($"namespace {ClassNames.Root}.Generated;").AppendLine();
        code.AppendLine($"internal static class {name}");
        code.AppendLine("{");
        code.AppendLine($"    public static {result}? Read(uint id, ref TlReader r) => (id % {Buckets}) switch");
        code.AppendLine("    {");
        for (var bucket = 0u; bucket < Buckets; bucket++)
            code.AppendLine($"        {(bucket == Buckets - 1 ? "_" : bucket)} => Read{bucket}(id, ref r),");
        code.AppendLine("    };");

        for (var bucket = 0u; bucket < Buckets; bucket++)
        {
            code.AppendLine();
            code.AppendLine($"    private static {result}? Read{bucket}(uint id, ref TlReader r) => id switch");
            code.AppendLine("    {");
            foreach (var (id, combinator) in cases[bucket])
                code.AppendLine($"        0x{id:x8} => new {names.Of(combinator).Global}(ref r{(id == combinator.Newest.Id ? "" : ", id")}),");
            code.AppendLine("        _ => null,");
            code.AppendLine("    };");
        }

        code.AppendLine("}");
        output.Add(name, code.ToString());
    }
}
