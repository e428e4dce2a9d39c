using TelegramRest.Generator.Output;
using Xunit;

namespace TelegramRest.Tests.Unit.Generator;

public sealed class DeterminismTests
{
    [Fact]
    public void The_real_contract_gives_the_same_bytes_twice()
    {
        var spec = Path.Combine(Folders.Spec, "openapi.yaml");
        var pending = Path.Combine(Folders.Spec, "pending.txt");

        Assert.Equal(GeneratedText.All(GeneratedText.Model(spec, pending)), GeneratedText.All(GeneratedText.Model(spec, pending)));
    }

    [Fact]
    public void An_unchanged_file_is_not_written_again_and_a_superfluous_one_goes()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            Save(folder, ("Kept", "one"), ("Changed", "one"), ("Dropped", "one"));
            var longAgo = new DateTime(2001, 2, 3, 0, 0, 0, DateTimeKind.Utc);
            File.SetLastWriteTimeUtc(Path.Combine(folder, "Kept.g.cs"), longAgo);

            Save(folder, ("Kept", "one"), ("Changed", "two"));

            Assert.Equal(longAgo, File.GetLastWriteTimeUtc(Path.Combine(folder, "Kept.g.cs")));
            Assert.Equal("two", File.ReadAllText(Path.Combine(folder, "Changed.g.cs")));
            Assert.False(File.Exists(Path.Combine(folder, "Dropped.g.cs")));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Save(string folder, params (string Name, string Text)[] files)
    {
        var output = new OutputFolder(folder, ".g.cs");
        foreach (var (name, text) in files)
        {
            output.Add(name, text);
        }

        output.Save();
    }
}
