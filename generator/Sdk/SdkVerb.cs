using TelegramRest.Generator.OpenApi.Read;
using TelegramRest.Generator.Output;

namespace TelegramRest.Generator.Sdk;

/// <summary>
/// <c>sdk --spec FILE --language csharp|typescript --output FOLDER</c>: the document becomes a client library's types and clients.
/// Beside them stands the view of the document that they were made from.
/// </summary>
internal static class SdkVerb
{
    public static void Run(Options options)
    {
        var document = SpecFile.Read(options["spec"]);
        var model = ModelReader.Read(document, "", []);
        var singleInheritance = options["language"] == "csharp";
        var view = SdkView.Write(document, model, singleInheritance);
        var code = options["language"] switch
        {
            "csharp" => CSharpClients.Generate(view),
            "typescript" => TypeScriptClients.Generate(view),
            var other => throw new GeneratorException("command line", 1, $"{other} is no language of an SDK"),
        };

        Save(options["output"], ".json", "sdk-view", view);
        Save(options["output"], singleInheritance ? ".g.cs" : ".ts", singleInheritance ? "Clients" : "clients", code);
    }

    private static void Save(string folder, string suffix, string name, string text)
    {
        var output = new OutputFolder(folder, suffix);
        output.Add(name, text);
        output.Save();
    }
}
