using System.Reflection;

namespace TelegramRest.Tests.Clients.Sdk;

/// <summary>What the folders of the libraries hold.</summary>
internal static class SdkSources
{
    public static string Folder { get; } = typeof(SdkSources).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(each => each.Key == "SdkFolder").Value!;

    public static string Read(string path) => File.ReadAllText(Path.Combine(Folder, path));

    /// <summary>The first block of code in a library's README.</summary>
    public static string Example(string language) => Read($"{language}/README.md").Split("```")[1].Split('\n', 2)[1];

    public static string Unindented(string text) => string.Join('\n', text.Split('\n', StringSplitOptions.TrimEntries));
}
