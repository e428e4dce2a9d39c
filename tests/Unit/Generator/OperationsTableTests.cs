using TelegramRest.Generator;
using TelegramRest.Generator.OpenApi.Emit;
using Xunit;

namespace TelegramRest.Tests.Unit.Generator;

public sealed class OperationsTableTests
{
    [Fact]
    public void The_table_of_the_readme_is_the_generated_one()
    {
        var readme = File.ReadAllText(Path.Combine(Folders.Root, "README.md"));
        var table = OperationsTable.Emit(GeneratedText.Model(Path.Combine(Folders.Spec, "openapi.yaml"), Path.Combine(Folders.Spec, "pending.txt")));

        Assert.True(OperationsTable.Find("README.md", readme) == table, $"Run: dotnet run --project generator -- table --root .\nExpected:\n{table}");
    }

    [Fact]
    public void Tags_stand_in_the_documents_order_and_their_sum_ends_the_table()
    {
        var table = OperationsTable.Emit(GeneratedText.Model(Path.Combine(Folders.Good, "spec.yaml"), Path.Combine(Folders.Good, "pending.txt")));

        Assert.Equal(
            """
            | tag | operations | done | pending |
            |---|---:|---:|---:|
            | Parcels | 2 | 2 | 0 |
            | Entry | 1 | 0 | 1 |
            | all | 3 | 2 | 1 |

            """,
            table);
    }

    [Fact]
    public void Only_what_stands_between_the_markers_is_replaced() =>
        Assert.Equal(
            "before\n<!-- operations: begin -->\nnew\n<!-- operations: end -->\nafter\n",
            OperationsTable.Replace("README.md", "before\n<!-- operations: begin -->\nold\nold\n<!-- operations: end -->\nafter\n", "new\n"));

    [Fact]
    public void A_readme_without_markers_is_named() =>
        Assert.StartsWith("README.md:1: ", Assert.Throws<GeneratorException>(() => OperationsTable.Replace("README.md", "nothing", "new")).Message, StringComparison.Ordinal);
}
