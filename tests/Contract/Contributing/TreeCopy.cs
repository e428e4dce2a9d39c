using System.Diagnostics;

namespace TelegramRest.Tests.Contract.Contributing;

/// <summary>
/// A copy of the repository in which a test may change things. What the change does not reach is the original itself, by symbolic
/// links: only <see cref="Changed"/> are copied and built, against the assemblies that this test run was built with.
/// </summary>
internal sealed class TreeCopy : IDisposable
{
    private static readonly string[] Changed = ["BotApi", "Handlers", "Server"];

    private static readonly string Configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    private readonly string _original = FindRoot();

    private readonly string _root = Directory.CreateTempSubdirectory("telegram-rest-copy-").FullName;

    public TreeCopy()
    {
        foreach (var file in Directory.EnumerateFiles(_original).Where(file => Path.GetFileName(file) is "Directory.Build.props" or "Directory.Packages.props" or "global.json"))
        {
            File.Copy(file, Path.Combine(_root, Path.GetFileName(file)));
        }

        Directory.CreateSymbolicLink(Path.Combine(_root, "generator"), Path.Combine(_original, "generator"));
        CopyFolder("spec");
        foreach (var project in Directory.EnumerateDirectories(Path.Combine(_original, "src")).Select(folder => Path.GetFileName(folder)!))
        {
            var folder = Path.Combine("src", project);
            if (Changed.Contains(project))
            {
                CopyFolder(folder);
            }
            else
            {
                Directory.CreateDirectory(Path.Combine(_root, "src"));
                Directory.CreateSymbolicLink(Path.Combine(_root, folder), Path.Combine(_original, folder));
            }
        }
    }

    /// <summary>The server that the last build made.</summary>
    public string Server => Path.Combine(_root, "src", "Server", "bin", Configuration, "net10.0", "TelegramRest.Server.dll");

    /// <summary>Puts text before the first line that is exactly this.</summary>
    public void InsertBefore(string file, string line, string text)
    {
        var path = Path.Combine(_root, file);
        var before = File.ReadAllText(path);
        var place = before.IndexOf($"\n{line}\n", StringComparison.Ordinal) + 1;
        File.WriteAllText(path, before[..place] + text + before[place..]);
    }

    public void Write(string file, string text) => File.WriteAllText(Path.Combine(_root, file), text);

    /// <summary>Builds one project as it stands; returns its errors, nothing when it succeeded.</summary>
    public async Task<string> BuildAsync(string project)
    {
        string[] arguments =
        [
            "build", Path.Combine(_root, "src", project), "-c", Configuration, "--no-restore", "--no-dependencies",
            "-p:RunAnalyzers=false", "-m:1", "-nodeReuse:false", "-nologo", "-v:q", "-clp:NoSummary",
        ];
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true };

        // The compiler lives for seconds here: watching its code to tune it later would only cost time.
        start.Environment["DOTNET_TieredPGO"] = "0";
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? "" : output;
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    /// <summary>Sources, and what a restore leaves behind with its paths turned to the copy; nothing that a build makes.</summary>
    private void CopyFolder(string folder)
    {
        var source = Path.Combine(_original, folder);
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(source, file);
            var isBuilt = relative.StartsWith("bin" + Path.DirectorySeparatorChar, StringComparison.Ordinal)
                || (relative.StartsWith("obj" + Path.DirectorySeparatorChar, StringComparison.Ordinal) && relative.Count(character => character == Path.DirectorySeparatorChar) > 1);
            if (isBuilt)
            {
                continue;
            }

            var target = Path.Combine(_root, folder, relative);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            if (relative.StartsWith("obj", StringComparison.Ordinal))
            {
                File.WriteAllText(target, File.ReadAllText(file).Replace(_original, _root, StringComparison.Ordinal));
            }
            else
            {
                File.Copy(file, target);
            }
        }
    }

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar);
        while (!File.Exists(Path.Combine(folder, "TelegramRest.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside of the repository.");
        }

        return folder;
    }
}
