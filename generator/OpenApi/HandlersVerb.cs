using TelegramRest.Generator.OpenApi.Emit;
using TelegramRest.Generator.OpenApi.Read;
using TelegramRest.Generator.Output;

namespace TelegramRest.Generator.OpenApi;

/// <summary><c>handlers --spec FILE --pending FILE --output FOLDER</c>: names every handler, so that a missing one does not compile.</summary>
internal static class HandlersVerb
{
    public static void Run(Options options)
    {
        var output = new OutputFolder(options["output"], ".g.cs");
        output.Add("Registration", RegistrationEmitter.Emit(ModelReader.Read(options["spec"], options["pending"])));
        output.Save();
    }
}
