using TelegramRest.Generator.OpenApi.Model;

namespace TelegramRest.Generator.OpenApi.Emit;

/// <summary>Emits what binds each operation together: its reader, its validator, and how its result is written.</summary>
internal static class OperationsEmitter
{
    public static string Emit(ApiModel model)
    {
        var code = new CodeWriter();
        code.Line("using System;");
        code.Line("using System.Collections.Frozen;");
        code.Line("using System.Collections.Generic;");
        code.Line("using System.Diagnostics.CodeAnalysis;");
        code.Line("using System.Linq;");
        code.Line("using TelegramRest.BotApi;");
        code.Line("using TelegramRest.Server.Http;");
        code.Line("namespace TelegramRest.Server.Controllers;");
        code.Line();
        code.Line("/// <summary>The operations that have a handler.</summary>");
        using (code.Open("internal static class Operations"))
        {
            var ready = model.Operations.Where(operation => !operation.Pending).ToList();
            foreach (var operation in ready)
            {
                var result = model.CsType(operation.Result);
                var type = $"{(operation.Described ? "DescribedOperation" : "Operation")}<{operation.Request.Name}, {model.CsType(operation.Result, "global::TelegramRest.BotApi.")}>";
                var validator = ValidatorEmitter.Rules(operation.Request).Any() ? $"{operation.CsName}Validator.Instance" : "null";
                code.Line($"public static readonly {type} {operation.CsName} = new({Naming.Literal(operation.Id)}, {operation.Request.Name}.Read, {validator}, BotApiJson.Relaxed.{TypeInfoName(result)});");
            }

            code.Line();
            code.Line("private static readonly FrozenDictionary<string, Operation> ByName = new Operation[]");
            code.Line("{");
            foreach (var operation in ready)
            {
                code.Line($"    {operation.CsName},");
            }

            code.Line("}.ToFrozenDictionary(operation => operation.Name, StringComparer.OrdinalIgnoreCase);");
            code.Line();
            code.Line("/// <summary>Finds an operation by its operationId, in any case.</summary>");
            code.Line("public static bool TryGet(string name, [NotNullWhen(true)] out Operation? operation) => ByName.TryGetValue(name, out operation);");
        }

        return code.ToString();
    }

    /// <summary>How System.Text.Json's generator calls the metadata of a type.</summary>
    private static string TypeInfoName(string type) => type switch
    {
        "bool" => "Boolean",
        "int" => "Int32",
        "long" => "Int64",
        "string" => "String",
        "double" => "Double",
        _ when type.EndsWith("[]", StringComparison.Ordinal) => TypeInfoName(type[..^2]) + "Array",
        _ => type,
    };
}
