using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace TelegramRest.Bench;

/// <summary>A simulator and a server as two processes on free ports, with a folder that is gone afterwards.</summary>
internal sealed class Rig : IAsyncDisposable
{
#if DEBUG
    private const string Configuration = "Debug";
#else
    private const string Configuration = "Release";
#endif

    private readonly string folder = Directory.CreateTempSubdirectory("telegram-rest-bench").FullName;
    private readonly int simulatorPort = FreePort();
    private readonly int controlPort = FreePort();
    private readonly int serverPort = FreePort();
    private readonly HttpClient control = new();

    public Child Simulator { get; private set; } = null!;

    public Child Server { get; private set; } = null!;

    public string Folder => folder;

    public Uri ServerUri => new($"http://127.0.0.1:{serverPort}/");

    public static async Task<Rig> StartAsync()
    {
        var rig = new Rig();
        rig.Simulator = await Child.StartAsync(Assembly("Simulator"), rig.controlPort,
            "--port", Text(rig.simulatorPort), "--control-port", Text(rig.controlPort), "--rsa-public-key", rig.KeyFile);
        rig.control.BaseAddress = new Uri($"http://127.0.0.1:{rig.controlPort}/simulator/");
        await rig.StartServerAsync();
        return rig;
    }

    public async Task StartServerAsync() =>
        Server = await Child.StartAsync(Assembly("Server"), serverPort,
            "--api-id", "1", "--api-hash", "0123456789abcdef0123456789abcdef", "--dc", $"2=127.0.0.1:{simulatorPort}",
            "--rsa-public-key", KeyFile, "--dir", Path.Combine(folder, "server"), "--http-port", Text(serverPort), "--local", "--relative");

    /// <summary>A bare endpoint that answers with <paramref name="body"/>.</summary>
    public async Task<(Child Process, Uri Uri)> StartBareEndpointAsync(byte[] body)
    {
        var file = Path.Combine(folder, $"body-{Guid.NewGuid():N}");
        await File.WriteAllBytesAsync(file, body);
        var port = FreePort();
        return (await Child.StartAsync(typeof(Rig).Assembly.Location, port, "baseline", Text(port), file), new Uri($"http://127.0.0.1:{port}/"));
    }

    /// <summary>A new bot; the answer is its token.</summary>
    public async Task<string> NewBotAsync(string name) => (string)(await ControlAsync("bots", new JsonObject { ["name"] = name }))["token"]!;

    /// <summary>Calls the simulator's control surface.</summary>
    public async Task<JsonObject> ControlAsync(string path, JsonObject body)
    {
        using var response = await control.PostAsJsonAsync(path, body);
        var text = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode ? JsonNode.Parse(text)!.AsObject() : throw new InvalidOperationException($"{path}: {(int)response.StatusCode} {text}");
    }

    /// <summary>Waits until the server's resident memory no longer falls or rises by much: three readings, a second apart, within one percent.</summary>
    public async Task SettleAsync()
    {
        for (var (same, last) = (0, Server.ResidentBytes); same < 3;)
        {
            await Task.Delay(1_000);
            var now = Server.ResidentBytes;
            same = Math.Abs(now - last) < last / 100 ? same + 1 : 0;
            last = now;
        }
    }

    public async ValueTask DisposeAsync()
    {
        control.Dispose();
        await Server.DisposeAsync();
        await Simulator.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private string KeyFile => Path.Combine(folder, "key.pem");

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string Assembly(string project) =>
        Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "..", "src", project, "bin", Configuration, "net10.0", $"TelegramRest.{project}.dll"));

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
