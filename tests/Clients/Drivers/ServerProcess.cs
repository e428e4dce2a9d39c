using System.Diagnostics;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using TelegramRest.Simulator;
using TelegramRest.Simulator.Sessions;

namespace TelegramRest.Tests.Clients.Drivers;

/// <summary>This repository's server in a process of its own, on a free port, with a simulator outside of it; it can be killed and started again.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("server-test-").FullName;
    private readonly StringBuilder _errors = new();
    private readonly string[] _arguments;
    private Process? _process;

    private ServerProcess(IEnumerable<DataCenter> centers, string pem, string[] flags)
    {
        var keyFile = Path.Combine(_directory, "key.pem");
        File.WriteAllText(keyFile, pem);
        _arguments = [
            Path.Combine(AppContext.BaseDirectory, "TelegramRest.Server.dll"),
            "--http-port", "0", "--dir", _directory, "--api-id", "1", "--api-hash", "0123456789abcdef0123456789abcdef", "--rsa-public-key", keyFile,
            .. centers.SelectMany(center => (string[])["--dc", $"{center.Id}={center.Host}:{center.Port}"]),
            .. flags,
        ];
    }

    /// <summary>The root that Bot API libraries are given; another one after a restart.</summary>
    public string Root { get; private set; } = "";

    /// <param name="centers">Where the simulator is.</param>
    /// <param name="pem">The key to trust.</param>
    /// <param name="flags">Further flags of the server.</param>
    public static async Task<ServerProcess> StartAsync(IEnumerable<DataCenter> centers, string pem, params string[] flags)
    {
        var server = new ServerProcess(centers, pem, flags);
        await server.RunAsync();
        return server;
    }

    public static Task<ServerProcess> StartAsync(SimulatorHost simulator, params string[] flags) => StartAsync(simulator.DataCenters, simulator.RsaPublicKeyPem, flags);

    public static Task<ServerProcess> StartAsync(StandaloneSimulator simulator, params string[] flags) => StartAsync(simulator.DataCenters, simulator.Pem, flags);

    /// <summary>Starts the server again after <see cref="Kill"/>, on the state that it left.</summary>
    public async Task RunAsync()
    {
        _process = Process.Start(new ProcessStartInfo("dotnet", _arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        _process.ErrorDataReceived += (_, line) =>
        {
            lock (_errors)
                _errors.AppendLine(line.Data);
        };
        _process.BeginErrorReadLine();
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            var url = line.IndexOf("http://", StringComparison.Ordinal);
            if (url < 0)
                continue;
            Root = line[url..].Trim();
            _ = _process.StandardOutput.ReadToEndAsync();
            return;
        }
        throw new IOException($"The server did not start: {Errors}");
    }

    /// <summary>Ends the process without a warning.</summary>
    public void Kill()
    {
        if (_process is null)
            return;
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        _process = null;
    }

    /// <summary>The result of a method, called as bots do.</summary>
    public async Task<JsonNode> CallAsync(string token, string method, object? parameters = null, string? idempotencyKey = null)
    {
        using var http = new HttpClient();
        if (idempotencyKey is not null)
            http.DefaultRequestHeaders.Add("Idempotency-Key", idempotencyKey);
        using var response = await http.PostAsJsonAsync($"{Root}/bot{token}/{method}", parameters ?? new { });
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.True((bool)answer["ok"]!, answer.ToJsonString());
        return answer["result"]!;
    }

    public string Errors
    {
        get
        {
            lock (_errors)
                return _errors.ToString();
        }
    }

    public ValueTask DisposeAsync()
    {
        Kill();
        Directory.Delete(_directory, recursive: true);
        return ValueTask.CompletedTask;
    }
}
