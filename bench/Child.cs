using System.Diagnostics;
using System.Net.Sockets;

namespace TelegramRest.Bench;

/// <summary>A process under measurement. Its output is kept and shown when it dies early.</summary>
internal sealed class Child : IAsyncDisposable
{
    private readonly Process process;
    private readonly List<string> output = [];

    private Child(Process process) => this.process = process;

    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Resident bytes, as the kernel counts them.</summary>
    public long ResidentBytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    /// <summary>The most resident bytes so far, as the kernel counts them.</summary>
    public long PeakResidentBytes
    {
        get
        {
            process.Refresh();
            return process.PeakWorkingSet64;
        }
    }

    /// <summary>Starts <c>dotnet assembly arguments</c> and returns when it accepts connections on <paramref name="port"/>.</summary>
    public static async Task<Child> StartAsync(string assembly, int port, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.ArgumentList.Add(assembly);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        // Memory is part of what is measured: the workstation collector is what a small server runs.
        start.Environment["DOTNET_gcServer"] = "0";
        var child = new Child(Process.Start(start) ?? throw new InvalidOperationException("dotnet could not be started."));
        child.process.OutputDataReceived += child.Keep;
        child.process.ErrorDataReceived += child.Keep;
        child.process.BeginOutputReadLine();
        child.process.BeginErrorReadLine();
        await child.WaitForPortAsync(port);
        return child;
    }

    /// <summary>Kills without warning, as a crash would.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await KillAsync();
        }

        process.Dispose();
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is { } text)
        {
            lock (output)
            {
                output.Add(text);
            }
        }
    }

    private async Task WaitForPortAsync(int port)
    {
        for (var started = Stopwatch.StartNew(); started.Elapsed < TimeSpan.FromSeconds(60);)
        {
            if (process.HasExited)
            {
                lock (output)
                {
                    throw new InvalidOperationException($"The process ended with {process.ExitCode}:\n{string.Join('\n', output)}");
                }
            }

            try
            {
                using var probe = new TcpClient();
                await probe.ConnectAsync("127.0.0.1", port);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(5);
            }
        }

        throw new TimeoutException($"Nothing listens on port {port}.");
    }
}
