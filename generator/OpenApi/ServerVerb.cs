using TelegramRest.Generator.OpenApi.Emit;
using TelegramRest.Generator.OpenApi.Model;
using TelegramRest.Generator.OpenApi.Read;
using TelegramRest.Generator.Output;

namespace TelegramRest.Generator.OpenApi;

/// <summary>
/// <c>server --spec FILE --pending FILE --output FOLDER</c>: controllers and validators for <c>src/Server</c>, and the document as JSON.
/// </summary>
internal static class ServerVerb
{
    public static void Run(Options options)
    {
        var document = SpecFile.Read(options["spec"]);
        var model = ModelReader.Read(document, Path.GetFileName(options["pending"]), File.ReadAllLines(options["pending"]));
        var code = new OutputFolder(options["output"], ".g.cs");
        Emit(model, code);
        code.Save();

        var json = new OutputFolder(options["output"], ".json");
        json.Add("openapi", DocumentEmitter.ToJson(document));
        json.Save();
    }

    public static void Emit(ApiModel model, OutputFolder output)
    {
        foreach (var tag in model.Tags)
        {
            var ready = model.Operations.Where(operation => operation.Tag == tag && !operation.Pending).ToList();
            if (ready.Count > 0)
            {
                output.Add(tag + "Controller", ControllerEmitter.Emit(tag, ready));
            }

            foreach (var operation in ready.Where(operation => ValidatorEmitter.Rules(operation.Request).Any()))
            {
                output.Add(operation.CsName + "Validator", ValidatorEmitter.Emit(operation));
            }
        }

        output.Add("Operations", OperationsEmitter.Emit(model));
    }
}
