namespace TelegramRest.Tests.Unit.Generator;

internal static class Folders
{
    public static string Good { get; } = Path.Combine(AppContext.BaseDirectory, "Good");

    public static string Bad { get; } = Path.Combine(AppContext.BaseDirectory, "Bad");

    /// <summary>The folder of the repository.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The folder of the real document.</summary>
    public static string Spec { get; } = Path.Combine(Root, "spec");

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "TelegramRest.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside of the repository.");
        }

        return folder;
    }
}
