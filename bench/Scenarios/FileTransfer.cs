using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using TelegramRest.Wire;

namespace TelegramRest.Bench.Scenarios;

/// <summary>A large document up and down: resident memory above idle, and speed against the machine's AES-IGE.</summary>
internal sealed class FileTransfer : IScenario
{
    private const long Size = 256L << 20;

    public string Name => "files";

    public async Task<IReadOnlyList<Row>> RunAsync(Rig rig)
    {
        var token = await rig.NewBotAsync("Bench");
        var chat = await BenchChat.CreateAsync(rig, token);
        using var client = Load.NewClient();
        client.Timeout = TimeSpan.FromMinutes(10);
        await client.GetStringAsync(new Uri(rig.ServerUri, $"/bot{token}/getMe"));
        var idle = rig.Server.ResidentBytes;
        var cipher = CipherSpeed();

        var up = Stopwatch.StartNew();
        var fileId = await UploadAsync(rig, client, token, chat);
        up.Stop();
        // getFile is what fetches the file from Telegram; the transfer after it comes from disk.
        var down = Stopwatch.StartNew();
        var path = (string)JsonNode.Parse(await client.GetStringAsync(new Uri(rig.ServerUri, $"/bot{token}/getFile?file_id={fileId}")))!["result"]!["file_path"]!;
        await using var content = await client.GetStreamAsync(new Uri(rig.ServerUri, $"/file/bot{token}/{path}"));
        var received = await CountAsync(content);
        down.Stop();
        var memory = string.Create(CultureInfo.InvariantCulture, $"{(rig.Server.PeakResidentBytes - idle) / 1048576.0:0} MiB");
        return
        [
            Speed($"upload of {Size >> 20} MiB", up.Elapsed, cipher),
            Speed($"getFile and download of {received >> 20} MiB", down.Elapsed, cipher),
            new Row("most memory above idle during both", memory, "–", memory, "≤ 64 MiB"),
        ];
    }

    private static Row Speed(string what, TimeSpan took, double cipher)
    {
        var speed = Size / 1048576.0 / took.TotalSeconds;
        return new Row(what, string.Create(CultureInfo.InvariantCulture, $"{speed:0} MiB/s"), string.Create(CultureInfo.InvariantCulture, $"AES-IGE {cipher:0} MiB/s"),
            string.Create(CultureInfo.InvariantCulture, $"{speed / cipher:0.00}×"), "≥ 0.5×");
    }

    private static async Task<string> UploadAsync(Rig rig, HttpClient client, string token, long chat)
    {
        using var file = new StreamContent(new Pattern(Size), 1 << 20);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var form = new MultipartFormDataContent { { new StringContent(chat.ToString(CultureInfo.InvariantCulture)), "chat_id" }, { file, "document", "bench.bin" } };
        using var response = await client.PostAsync(new Uri(rig.ServerUri, $"/bot{token}/sendDocument"), form);
        var answer = await response.Content.ReadAsStringAsync();
        return (string?)JsonNode.Parse(answer)?["result"]?["document"]?["file_id"] ?? throw new InvalidOperationException(answer);
    }

    private static async Task<long> CountAsync(Stream content)
    {
        var buffer = new byte[1 << 16];
        long total = 0;
        for (int read; (read = await content.ReadAsync(buffer)) > 0; total += read)
        {
        }

        return total == Size ? total : throw new InvalidOperationException($"{total} bytes came back of {Size}.");
    }

    /// <summary>MiB per second of one core's AES-256-IGE, the cipher that each byte must pass.</summary>
    private static double CipherSpeed()
    {
        var buffer = new byte[1 << 20];
        var key = new byte[32];
        var started = Stopwatch.StartNew();
        var rounds = 0;
        for (; started.Elapsed < TimeSpan.FromSeconds(1); rounds++)
        {
            AesIge.Encrypt(buffer, buffer, key, key);
        }

        return rounds / started.Elapsed.TotalSeconds;
    }
}
