using System.Diagnostics;
using TelegramRest.Tests.Clients.Drivers;

namespace TelegramRest.Tests.Clients.Sdk;

/// <summary>A project of a user of the TypeScript library: the package installed without a network, and programs compiled against its types.</summary>
public sealed class NpmPackage : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sdk-test-").FullName;

    /// <summary>The compiled program of <c>scripts/sdk.mts</c>.</summary>
    public string Driver => Path.Combine(_folder, "sdk.mjs");

    /// <summary>The compiled example of the library's README.</summary>
    public string Example => Path.Combine(_folder, "example.mjs");

    public string InstalledPackageJson => File.ReadAllText(Path.Combine(_folder, "node_modules", "telegram-rest-client", "package.json"));

    public async Task InitializeAsync()
    {
        if (!NodeClient.IsInstalled)
            return;
        await File.WriteAllTextAsync(Path.Combine(_folder, "package.json"), """{ "private": true, "type": "module" }""");
        await File.WriteAllTextAsync(Path.Combine(_folder, "example.mts"), SdkSources.Example("typescript"));
        foreach (var script in new[] { "sdk.mts", "lines.mjs" })
            File.Copy(Path.Combine(NodeClient.Folder, "scripts", script), Path.Combine(_folder, script));

        var package = Assert.Single(Directory.EnumerateFiles(Path.Combine(SdkSources.Folder, "typescript", "bin"), "*.tgz"));
        await RunAsync("npm", "install", "--offline", "--no-audit", "--no-fund", "--loglevel=error", package);
        var modules = Path.Combine(SdkSources.Folder, "typescript", "node_modules");
        await RunAsync("node", Path.Combine(modules, "typescript", "bin", "tsc"),
            "--strict", "--noUncheckedIndexedAccess", "--module", "NodeNext", "--target", "ES2022", "--allowJs", "--maxNodeModuleJsDepth", "0", "--skipLibCheck", "false",
            "--types", "node", "--typeRoots", Path.Combine(modules, "@types"), "--outDir", Path.Combine(_folder, "out"), "sdk.mts", "example.mts");
        foreach (var compiled in Directory.EnumerateFiles(Path.Combine(_folder, "out"), "*.mjs"))
            File.Copy(compiled, Path.Combine(_folder, Path.GetFileName(compiled)), overwrite: true);
    }

    public Task DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    private async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = _folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)}\n{await output}{await errors}");
    }
}
