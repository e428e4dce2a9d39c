using System.Text.RegularExpressions;
using Xunit;

namespace TelegramRest.Tests.Architecture;

/// <summary>Log methods are found in one file per project, bear event ids of their own, and take no secret.</summary>
public sealed partial class LogTests
{
    [Fact]
    public void Event_ids_are_unique()
    {
        var twice =
            from match in LogMethods()
            group match by match.Groups["id"].Value into same
            where same.Count() > 1
            select same.Key;

        Assert.Empty(twice);
    }

    [Fact]
    public void No_log_method_takes_a_secret()
    {
        var secrets =
            from match in LogMethods()
            where Secret().IsMatch(match.Groups["parameters"].Value)
            select match.Groups["method"].Value;

        Assert.Empty(secrets);
    }

    [Fact]
    public void Log_methods_stand_in_the_projects_log_file()
    {
        var elsewhere =
            from path in Repository.Files("src", "*.cs")
            where Path.GetFileName(path) != "Log.cs" && File.ReadAllText(path).Contains("[LoggerMessage(", StringComparison.Ordinal)
            select Path.GetRelativePath(Repository.Root, path);

        Assert.Empty(elsewhere);
    }

    private static List<Match> LogMethods()
    {
        var matches = Repository.Files("src", "Log.cs").SelectMany(path => LogMethod().Matches(File.ReadAllText(path))).ToList();
        Assert.NotEmpty(matches);
        return matches;
    }

    [GeneratedRegex(@"\[LoggerMessage\(\s*(EventId\s*=\s*)?(?<id>\d+)[^\]]*\]\s*(public|internal)\s+static\s+partial\s+void\s+(?<method>\w+)\((?<parameters>[^)]*)\)")]
    private static partial Regex LogMethod();

    [GeneratedRegex(@"\b(token|password|phone\w*|secret|loginCode|authKey)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Secret();
}
