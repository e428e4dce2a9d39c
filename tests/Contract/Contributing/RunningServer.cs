using System.Diagnostics;

namespace TelegramRest.Tests.Contract.Contributing;

/// <summary>A server in a process of its own, with its simulator, on a port of the system's choice.</summary>
internal sealed class RunningServer : IDisposable
{
    private readonly Process _process;

    private RunningServer(Process process, Uri url)
    {
        _process = process;
        Http = new HttpClient { BaseAddress = url };
    }

    public HttpClient Http { get; }

    public static async Task<RunningServer> StartAsync(string assembly)
    {
        var directory = Path.Combine(Path.GetDirectoryName(assembly)!, "state");
        var process = Process.Start(new ProcessStartInfo("dotnet", [assembly, "--simulator", "--http-port=0", $"--dir={directory}"]) { RedirectStandardOutput = true })!;

        // The banner's first line ends in the address.
        var banner = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The server did not start.");
        return new RunningServer(process, new Uri(banner[banner.IndexOf("http://", StringComparison.Ordinal)..]));
    }

    public void Dispose()
    {
        Http.Dispose();
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }
}
