using TelegramRest.Generator.OpenApi.Emit;
using TelegramRest.Generator.OpenApi.Read;
using TelegramRest.Generator.Output;

namespace TelegramRest.Generator.OpenApi;

/// <summary><c>mapping --errors FILE --output FOLDER</c>: the table of errors becomes a look-up in <c>src/Mapping</c>.</summary>
internal static class MappingVerb
{
    public static void Run(Options options)
    {
        var output = new OutputFolder(options["output"], ".g.cs");
        output.Add("RpcErrorTable", ErrorTableEmitter.Emit(ErrorTableReader.Read(SpecFile.Read(options["errors"]))));
        output.Save();
    }
}
