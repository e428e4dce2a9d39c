using TelegramRest.Generator.OpenApi.Model;

namespace TelegramRest.Generator.OpenApi.Emit;

/// <summary>Emits the one list of operations, by every name they answer to.</summary>
internal static class OperationTableEmitter
{
    public static string Emit(ApiModel model)
    {
        var code = new CodeWriter();
        code.Line("using System.Collections.Frozen;");
        code.Line("using System.Diagnostics.CodeAnalysis;");
        code.Line("namespace TelegramRest.BotApi;");
        code.Line();
        code.Line("/// <summary>All operations of the contract. Names are found in any case, aliases included.</summary>");
        using (code.Open("public static class OperationTable"))
        {
            code.Line("public static IReadOnlyList<OperationInfo> All { get; } =");
            code.Line("[");
            foreach (var operation in model.Operations)
            {
                code.Line($"    {Entry(operation)},");
            }

            foreach (var stream in model.Streams)
            {
                code.Line($"    {Entry(stream)},");
            }

            code.Line("];");
            code.Line();
            code.Line("private static readonly FrozenDictionary<string, OperationInfo> ByName = All");
            code.Line("    .SelectMany(item => item.Aliases.Prepend(item.Name), (item, name) => KeyValuePair.Create(name, item))");
            code.Line("    .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);");
            code.Line();
            code.Line("private static readonly FrozenDictionary<string, OperationInfo>.AlternateLookup<ReadOnlySpan<char>> BySpan = ByName.GetAlternateLookup<ReadOnlySpan<char>>();");
            code.Line();
            code.Line("public static bool TryGet(string name, [NotNullWhen(true)] out OperationInfo? info) => ByName.TryGetValue(name, out info);");
            code.Line();
            code.Line("public static bool TryGet(ReadOnlySpan<char> name, [NotNullWhen(true)] out OperationInfo? info) => BySpan.TryGetValue(name, out info);");
        }

        return code.ToString();
    }

    private static string Entry(ApiOperation operation)
    {
        var aliases = operation.Aliases.Count == 0 ? "" : $", Aliases = [{string.Join(", ", operation.Aliases.Select(Naming.Literal))}]";
        var flags = (operation.AtRoot ? ", AtRoot = true" : "") + (operation.Pending ? ", IsPending = true" : "");
        var more = (aliases + flags).TrimStart(',', ' ');
        return $"new({Naming.Literal(operation.Id)}, {Naming.Literal(operation.Path)}, {Naming.Literal(operation.Tag)}, {Accounts(operation.Bots, operation.Users)})" + (more.Length == 0 ? "" : $" {{ {more} }}");
    }

    private static string Entry(ApiStream stream) =>
        $"new({Naming.Literal(stream.Id)}, {Naming.Literal(stream.Path)}, {Naming.Literal(stream.Tag)}, {Accounts(stream.Bots, stream.Users)})" + (stream.Pending ? " { IsPending = true }" : "");

    private static string Accounts(bool bots, bool users) => (bots, users) switch
    {
        (true, true) => "OperationAccounts.Bot | OperationAccounts.User",
        (true, false) => "OperationAccounts.Bot",
        _ => "OperationAccounts.User",
    };
}
