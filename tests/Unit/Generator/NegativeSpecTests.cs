using TelegramRest.Generator;
using Xunit;

namespace TelegramRest.Tests.Unit.Generator;

/// <summary>Each file of <c>Bad</c> is the good spec with one fault; its first line says what the generator has to answer.</summary>
public sealed class NegativeSpecTests
{
    public static TheoryData<string> Files => new(Directory.EnumerateFiles(Folders.Bad, "*.yaml").Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Files))]
    public void A_fault_is_named_with_file_line_and_pointer(string file)
    {
        var path = Path.Combine(Folders.Bad, file);
        var expected = File.ReadLines(path).First()[2..];

        var problem = Assert.Throws<GeneratorException>(() => GeneratedText.All(GeneratedText.Model(path, Path.Combine(Folders.Good, "pending.txt"))));

        Assert.Equal($"{file}:{expected}", problem.Message);
    }

    [Fact]
    public void A_pending_name_that_is_no_operation_is_named_with_its_line()
    {
        var pending = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        File.WriteAllText(pending, "enter\nnothing\n");
        try
        {
            var problem = Assert.Throws<GeneratorException>(() => GeneratedText.Model(Path.Combine(Folders.Good, "spec.yaml"), pending));
            Assert.Equal($"{Path.GetFileName(pending)}:2: nothing is no operation of the document", problem.Message);
        }
        finally
        {
            File.Delete(pending);
        }
    }
}
