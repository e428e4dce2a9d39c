using TelegramRest.Generator.OpenApi.Model;

namespace TelegramRest.Generator.OpenApi.Emit;

/// <summary>Emits one controller per tag. Its actions are no more than routes; what they do is the same for all and lies in Operation.</summary>
internal static class ControllerEmitter
{
    public static string Emit(string tag, IEnumerable<ApiOperation> operations)
    {
        var code = new CodeWriter();
        code.Line("using System.Threading.Tasks;");
        code.Line("using Microsoft.AspNetCore.Mvc;");
        code.Line("namespace TelegramRest.Server.Controllers;");
        code.Line();
        code.Line($"/// <summary>The operations of the tag {tag}.</summary>");
        using (code.Open($"public sealed class {tag}Controller : ControllerBase"))
        {
            foreach (var operation in operations)
            {
                code.Line($"/// <summary>{Naming.Xml(operation.Summary)}</summary>");
                code.Line($"[Route({Naming.Literal(operation.Path)})]");
                code.Line($"public Task {operation.CsName}() => Operations.{operation.CsName}.RunAsync(HttpContext);");
                code.Line();
            }
        }

        return code.ToString();
    }
}
