using TelegramRest.Generator.OpenApi.Model;

namespace TelegramRest.Generator.OpenApi.Emit;

/// <summary>Emits the registration of the handlers: each operation's class with its request and its result, by name.</summary>
internal static class RegistrationEmitter
{
    /// <summary>Implicit usings bring a File of another kind.</summary>
    private const string Prefix = "global::TelegramRest.BotApi.";

    public static string Emit(ApiModel model)
    {
        var code = new CodeWriter();
        code.Line("using Microsoft.Extensions.DependencyInjection;");
        code.Line("using TelegramRest.BotApi;");
        code.Line("namespace TelegramRest.Handlers;");
        code.Line();
        code.Line("/// <summary>Every operation of the contract that is not pending, with the class that carries it out.</summary>");
        using (code.Open("public static class Registration"))
        using (code.Open("public static IServiceCollection AddHandlers(this IServiceCollection services)"))
        {
            foreach (var operation in model.Operations.Where(operation => !operation.Pending))
            {
                code.Line($"services.AddTransient<IHandler<{operation.Request.Name}, {ResultOf(model, operation)}>, global::TelegramRest.Handlers.{operation.Tag}.{operation.CsName}Handler>();");
            }

            code.Line("return services;");
        }

        return code.ToString();
    }

    /// <summary>What the handler of an operation answers.</summary>
    private static string ResultOf(ApiModel model, ApiOperation operation) =>
        operation.Described ? $"Described<{model.CsType(operation.Result, Prefix)}>" : model.CsType(operation.Result, Prefix);
}
