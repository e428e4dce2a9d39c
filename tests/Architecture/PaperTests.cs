using System.Text.RegularExpressions;
using Xunit;

namespace TelegramRest.Tests.Architecture;

/// <summary>The papers point at things that are there.</summary>
public sealed partial class PaperTests
{
    public static TheoryData<string> Papers =>
        [.. Directory.EnumerateFiles(Repository.Root, "*.md").Concat(Repository.Files("docs", "*.md")).Select(path => Path.GetRelativePath(Repository.Root, path))];

    [Theory]
    [MemberData(nameof(Papers))]
    public void Links_between_files_resolve(string paper)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Repository.Root, paper))!;
        var broken =
            from Match link in Link().Matches(Repository.Read(paper))
            let target = link.Groups["target"].Value.Split('#')[0]
            where target.Length > 0 && !target.Contains("://", StringComparison.Ordinal)
            let path = Path.Combine(folder, target)
            where !File.Exists(path) && !Directory.Exists(path)
            select target;

        Assert.Empty(broken);
    }

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();
}
