using TelegramRest.Generator.OpenApi.Model;

namespace TelegramRest.Generator.OpenApi.Emit;

/// <summary>Emits the table that the mapping of refusals looks up.</summary>
internal static class ErrorTableEmitter
{
    public static string Emit(ErrorTable table)
    {
        var code = new CodeWriter();
        code.Line("namespace TelegramRest.Mapping.Errors;");
        code.Line();
        code.Line("/// <summary>What refusals of Telegram become; see spec/errors.yaml.</summary>");
        using (code.Open("internal static class RpcErrorTable"))
        {
            code.Line("/// <summary>The answer to a refusal with code 400, or null when it has none of its own. Text is without prefix.</summary>");
            using (code.Open("public static (int Code, string Text)? Find(string message, string? operation = null) => (operation, message) switch", "};"))
            {
                foreach (var (operation, answers) in table.Operations)
                {
                    foreach (var answer in answers)
                    {
                        code.Line($"({Naming.Literal(operation)}, {Naming.Literal(answer.Message)}) => ({answer.Code}, {Naming.Literal(answer.Text)}),");
                    }
                }

                foreach (var answer in table.Answers)
                {
                    code.Line($"(_, {Naming.Literal(answer.Message)}) => ({answer.Code}, {Naming.Literal(answer.Text)}),");
                }

                code.Line("_ => null,");
            }

            code.Line();
            code.Line("/// <summary>The answer to a refusal while a message is sent, or null when it has none of its own.</summary>");
            using (code.Open("public static (int Code, string Text)? FindSending(int code, string message, bool isPrivate, string? content) => (code, message, isPrivate, content) switch", "};"))
            {
                foreach (var row in table.Sending)
                {
                    var isPrivate = row.Private switch { true => "true", false => "false", null => "_" };
                    var content = row.Content is { } kind ? Naming.Literal(kind) : "_";
                    code.Line($"({row.Code}, {Naming.Literal(row.Message)}, {isPrivate}, {content}) => ({row.Becomes}, {Naming.Literal(row.Text)}),");
                }

                code.Line("_ => null,");
            }

            code.Line();
            code.Line("/// <summary>True for the 403 that stay 403 while a message is sent.</summary>");
            code.Line($"public static bool StaysForbidden(string message) => message is {string.Join(" or ", table.KeptForbidden.Select(Naming.Literal))};");
        }

        code.Line();
        code.Line("/// <summary>What a failed look-up answers.</summary>");
        using (code.Open("public static class LookupErrors"))
        {
            foreach (var (name, text) in table.Lookups)
            {
                code.Line($"public const string {Naming.Pascal(name)} = {Naming.Literal(text)};");
            }
        }

        return code.ToString();
    }
}
