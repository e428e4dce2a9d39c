using Xunit;

namespace TelegramRest.Tests.Unit.Generator;

/// <summary>A small contract with one of everything, and the code that is made of it, read and found good by a person.</summary>
public sealed class GoldenTests
{
    [Fact]
    public void The_good_spec_gives_the_expected_files()
    {
        var files = GeneratedText.All(GeneratedText.Model(Path.Combine(Folders.Good, "spec.yaml"), Path.Combine(Folders.Good, "pending.txt")));
        var expected = Directory.EnumerateFiles(Path.Combine(Folders.Good, "Expected"), "*.txt", SearchOption.AllDirectories)
            .ToDictionary(path => Path.GetRelativePath(Path.Combine(Folders.Good, "Expected"), path)[..^".txt".Length].Replace('\\', '/'), File.ReadAllText);

        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), files.Keys);
        Assert.All(expected, file => Assert.Equal(file.Value, files[file.Key]));
    }
}
