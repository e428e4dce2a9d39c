using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace TelegramRest.Generator.OpenApi.Read;

/// <summary>Reads a YAML file into nodes that remember where they stand.</summary>
internal static class SpecFile
{
    public static SpecNode Read(string path) => Parse(Path.GetFileName(path), File.ReadAllText(path));

    public static SpecNode Parse(string name, string text)
    {
        var stream = new YamlStream();
        var parser = new Parser(new StringReader(text));
        try
        {
            stream.Load(parser);
        }
        catch (YamlException problem)
        {
            throw new GeneratorException(name, checked((int)problem.Start.Line), problem.Message);
        }
        catch (InvalidOperationException)
        {
            // What the parser throws where a bracket is never closed.
            throw new GeneratorException(name, checked((int)(parser.Current?.End.Line ?? 1)), "the text is no YAML from here on");
        }

        return stream.Documents.Count == 1
            ? new SpecNode(name, "", stream.Documents[0].RootNode)
            : throw new GeneratorException(name, 1, "one document is expected");
    }
}
