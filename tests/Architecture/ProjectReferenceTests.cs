using System.Xml.Linq;
using Xunit;

namespace TelegramRest.Tests.Architecture;

/// <summary>The project table of ARCHITECTURE.md is what the project files say, no more and no less.</summary>
public sealed class ProjectReferenceTests
{
    [Fact]
    public void Table_in_the_architecture_page_equals_the_project_files()
    {
        var table = TableRows().OrderBy(row => row, StringComparer.Ordinal);
        var files = Repository.Files("src", "*.csproj").Select(Row).OrderBy(row => row, StringComparer.Ordinal);

        Assert.Equal(table, files);
    }

    private static IEnumerable<string> TableRows() =>
        from line in Repository.Read("ARCHITECTURE.md").Split('\n').SkipWhile(line => !line.StartsWith("| project |", StringComparison.Ordinal)).Skip(2)
                .TakeWhile(line => line.StartsWith('|'))
        let cells = line.Split('|', StringSplitOptions.TrimEntries)
        let names = cells[2] == "–" ? [] : cells[2].Split(", ").Order(StringComparer.Ordinal).ToArray()
        select $"{cells[1]}: {string.Join(", ", names)}";

    private static string Row(string csproj)
    {
        var references =
            from reference in XDocument.Load(csproj).Descendants("ProjectReference")
            where (string?)reference.Attribute("ReferenceOutputAssembly") != "false"
            let name = Path.GetFileNameWithoutExtension(((string)reference.Attribute("Include")!).Replace('\\', '/'))
            orderby name
            select name;
        return $"{Path.GetFileNameWithoutExtension(csproj)}: {string.Join(", ", references.OrderBy(name => name, StringComparer.Ordinal))}";
    }
}
