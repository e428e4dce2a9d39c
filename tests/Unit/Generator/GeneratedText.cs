using TelegramRest.Generator.OpenApi;
using TelegramRest.Generator.OpenApi.Emit;
using TelegramRest.Generator.OpenApi.Model;
using TelegramRest.Generator.OpenApi.Read;
using TelegramRest.Generator.Output;

namespace TelegramRest.Tests.Unit.Generator;

/// <summary>Runs the emitters without writing files.</summary>
internal static class GeneratedText
{
    public static ApiModel Model(string spec, string pending) => ModelReader.Read(spec, pending);

    /// <summary>All that the verbs botapi, server and handlers would write: file name → text.</summary>
    public static SortedDictionary<string, string> All(ApiModel model)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var botApi = new OutputFolder("unused", ".g.cs");
        BotApiVerb.Emit(model, botApi);
        var server = new OutputFolder("unused", ".g.cs");
        ServerVerb.Emit(model, server);
        foreach (var (name, text) in botApi.Files)
        {
            files.Add("BotApi/" + name, text);
        }

        foreach (var (name, text) in server.Files)
        {
            files.Add("Server/" + name, text);
        }

        files.Add("Handlers/Registration", RegistrationEmitter.Emit(model));
        return files;
    }
}
