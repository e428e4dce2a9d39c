using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using TelegramRest.Simulator;
using TelegramRest.Simulator.Sessions;

namespace TelegramRest.Tests.Clients.Drivers;

/// <summary>A simulator in a process of its own, with state on disk, that can be killed and started again.</summary>
internal sealed class StandaloneSimulator : IAsyncDisposable
{
    private const int Attempts = 10;
    private const string ReadyLine = "  state";

    private readonly string _directory = Directory.CreateTempSubdirectory("simulator-test-").FullName;
    private Process? _process;
    private string _controlUrl = "";

    public int Port { get; private set; }

    public IEnumerable<DataCenter> DataCenters
    {
        get
        {
            var options = new SimulatorOptions { Port = Port };
            return SimulatorOptions.DataCenterIds.Select(id => new DataCenter(id, options.Host, options.PortOf(id)));
        }
    }

    public string Pem => File.ReadAllText(KeyPath);

    private string KeyPath => Path.Combine(_directory, "key.pem");

    /// <summary>Starts on ports that are free; a later <see cref="RestartAsync"/> takes the same ones.</summary>
    public static async Task<StandaloneSimulator> StartAsync()
    {
        var simulator = new StandaloneSimulator();
        for (var attempt = 1; ; attempt++)
        {
            simulator.Port = Random.Shared.Next(20_000, 32_000);
            try
            {
                await simulator.RunAsync();
                return simulator;
            }
            catch (IOException) when (attempt < Attempts)
            {
                simulator.Kill();
            }
        }
    }

    public object Address() => new { host = "127.0.0.1", port = Port, pem = Pem };

    /// <summary>Kills the process without a warning and starts it again.</summary>
    public Task RestartAsync()
    {
        Kill();
        return RunAsync();
    }

    public void Kill()
    {
        if (_process is null)
            return;
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        _process = null;
    }

    public async Task<JsonNode> PostAsync(string path, object body)
    {
        using var control = new HttpClient();
        using var response = await control.PostAsJsonAsync($"{_controlUrl}{path}", body);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!;
    }

    public async Task<JsonArray> GetAsync(string path)
    {
        using var control = new HttpClient();
        return (await control.GetFromJsonAsync<JsonArray>($"{_controlUrl}{path}"))!;
    }

    public ValueTask DisposeAsync()
    {
        Kill();
        Directory.Delete(_directory, recursive: true);
        return ValueTask.CompletedTask;
    }

    private async Task RunAsync()
    {
        var start = new ProcessStartInfo("dotnet", [
            Path.Combine(AppContext.BaseDirectory, "TelegramRest.Simulator.dll"),
            "--port", Port.ToString(CultureInfo.InvariantCulture),
            "--control-port", "0",
            "--rsa-public-key", KeyPath,
            "--state", Path.Combine(_directory, "state"),
        ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        _process = Process.Start(start)!;
        var errors = new StringBuilder();
        _process.ErrorDataReceived += (_, line) => errors.AppendLine(line.Data);
        _process.BeginErrorReadLine();
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("  control", StringComparison.Ordinal))
                _controlUrl = line[line.IndexOf("http", StringComparison.Ordinal)..];
            if (!line.StartsWith(ReadyLine, StringComparison.Ordinal))
                continue;
            _ = _process.StandardOutput.ReadToEndAsync();
            return;
        }
        throw new IOException($"The simulator did not start: {errors}");
    }
}
