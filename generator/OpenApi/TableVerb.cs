using TelegramRest.Generator.OpenApi.Emit;
using TelegramRest.Generator.OpenApi.Read;

namespace TelegramRest.Generator.OpenApi;

/// <summary><c>table --root FOLDER</c>: writes the table of operations into the README, between its two markers.</summary>
internal static class TableVerb
{
    public static void Run(Options options)
    {
        var root = options["root"];
        var readme = Path.Combine(root, "README.md");
        var model = ModelReader.Read(Path.Combine(root, "spec", "openapi.yaml"), Path.Combine(root, "spec", "pending.txt"));
        var text = File.ReadAllText(readme);
        var refreshed = OperationsTable.Replace("README.md", text, OperationsTable.Emit(model));
        if (refreshed != text)
        {
            File.WriteAllText(readme, refreshed);
        }
    }
}
