using TelegramRest.Generator.OpenApi.Emit;
using TelegramRest.Generator.OpenApi.Model;
using TelegramRest.Generator.OpenApi.Read;
using TelegramRest.Generator.Output;

namespace TelegramRest.Generator.OpenApi;

/// <summary><c>botapi --spec FILE --pending FILE --output FOLDER</c>: the contract becomes the vocabulary of <c>src/BotApi</c>.</summary>
internal static class BotApiVerb
{
    public static void Run(Options options)
    {
        var document = SpecFile.Read(options["spec"]);
        var model = ModelReader.Read(document, Path.GetFileName(options["pending"]), File.ReadAllLines(options["pending"]));
        NSwagCheck.Run(document);
        var output = new OutputFolder(options["output"], ".g.cs");
        Emit(model, output);
        output.Save();
    }

    public static void Emit(ApiModel model, OutputFolder output)
    {
        var read = Reachability.OfRequests(model);
        foreach (var schema in model.Schemas.Values)
        {
            var text = schema switch
            {
                ApiEnum source => EnumEmitter.Emit(source),
                ApiUnion source => UnionEmitter.Emit(model, source, read.Contains(source.Name)),
                ApiClass { Name: not "Error" } source => ClassEmitter.Emit(model, source, read.Contains(source.Name)),
                _ => null,
            };
            if (text is not null)
            {
                output.Add(schema.Name, text);
            }
        }

        output.Add("BotApiJson", JsonContextEmitter.Emit(model));
        output.Add("OperationTable", OperationTableEmitter.Emit(model));
    }
}
