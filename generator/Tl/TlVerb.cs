using TelegramRest.Generator.Output;
using TelegramRest.Generator.Tl.Emit;
using TelegramRest.Generator.Tl.Model;
using TelegramRest.Generator.Tl.Read;

namespace TelegramRest.Generator.Tl;

/// <summary><c>tl --base FOLDER --layers FOLDER --output FOLDER</c>: the schema becomes the types of <c>src/Tl</c>.</summary>
internal static class TlVerb
{
    public static void Run(Options options)
    {
        var output = new OutputFolder(options["output"], ".g.cs");
        Emit(ReadSchema(options["base"], options["layers"]), output);
        output.Save();
    }

    public static TlSchema ReadSchema(string baseFolder, string layersFolder)
    {
        var api = BaseSchemaReader.Read(Path.Combine(baseFolder, "api-schema.json"), out var baseLayer);
        var service = BaseSchemaReader.Read(Path.Combine(baseFolder, "mtp-schema.json"), out _);
        var schema = new TlSchema(baseLayer);
        schema.Add(api);
        schema.Add(service);

        foreach (var (layer, file) in LayerFiles(layersFolder))
        {
            if (layer <= baseLayer)
                throw new GeneratorException(file, 1, $"layer {layer} is not newer than the base schema's {baseLayer}");
            schema.AddLayer(layer, LayerFileReader.Read(file));
        }

        schema.Resolve();
        return schema;
    }

    public static void Emit(TlSchema schema, OutputFolder output)
    {
        var names = new ClassNames(schema);
        TypeFiles.Emit(schema, names, output);
        DispatchEmitter.Emit(schema, names, output);
        SchemaEmitter.Emit(schema, output);
    }

    private static IEnumerable<(int Layer, string File)> LayerFiles(string folder)
    {
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "layer-*.tl") : [];
        return files.Select(file => (LayerOf(file), file)).Order();
    }

    private static int LayerOf(string file)
    {
        var digits = Path.GetFileNameWithoutExtension(file)["layer-".Length..];
        return int.TryParse(digits, out var layer)
            ? layer
            : throw new GeneratorException(file, 1, $"{digits} is no layer number");
    }
}
