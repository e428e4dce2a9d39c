using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using TelegramRest.Wire;

namespace TelegramRest.Bench.Scenarios;

/// <summary>
/// A document of 1 GiB up and down, each byte compared: resident memory above idle, and speed against the machine's AES-IGE. Client, server and simulator share
/// the machine, so the processor time that the server alone takes is told too.
/// </summary>
internal sealed class FileTransfer : IScenario
{
    private const long Size = 1L << 30;
    private const long WarmUpSize = 64L << 20;

    public string Name => "files";

    public async Task<IReadOnlyList<Row>> RunAsync(Rig rig)
    {
        var token = await rig.NewBotAsync("Bench");
        var chat = await BenchChat.CreateAsync(rig, token);
        using var client = Load.NewClient();
        client.Timeout = TimeSpan.FromMinutes(10);
        await client.GetStringAsync(new Uri(rig.ServerUri, $"/bot{token}/getMe"));
        await WarmUpAsync(rig, client, token, chat);
        var idle = rig.Server.ResidentBytes;
        var cipher = CipherSpeed();

        var busy = rig.Server.ProcessorTime;
        var up = Stopwatch.StartNew();
        var fileId = await UploadAsync(rig, client, token, chat, Size);
        up.Stop();
        var upBusy = rig.Server.ProcessorTime - busy;
        busy = rig.Server.ProcessorTime;
        var down = Stopwatch.StartNew();
        await DownloadAsync(rig, client, token, fileId, Size);
        down.Stop();
        var downBusy = rig.Server.ProcessorTime - busy;
        var memory = string.Create(CultureInfo.InvariantCulture, $"{(rig.Server.PeakResidentBytes - idle) / 1048576.0:0} MiB");
        return
        [
            Speed($"upload of {Size >> 20} MiB", up.Elapsed, cipher, "≥ 0.5×"),
            Speed("  by the server's processor time alone", upBusy, cipher, "–"),
            Speed($"getFile and download of {Size >> 20} MiB, every byte compared", down.Elapsed, cipher, "≥ 0.5×"),
            Speed("  by the server's processor time alone", downBusy, cipher, "–"),
            new Row("most memory above idle during both", memory, "–", memory, "≤ 64 MiB"),
        ];
    }

    private static Row Speed(string what, TimeSpan took, double cipher, string budget)
    {
        var speed = Size / 1048576.0 / took.TotalSeconds;
        return new Row(what, string.Create(CultureInfo.InvariantCulture, $"{speed:0} MiB/s"), string.Create(CultureInfo.InvariantCulture, $"AES-IGE {cipher:0} MiB/s"),
            string.Create(CultureInfo.InvariantCulture, $"{speed / cipher:0.00}×"), budget);
    }

    /// <summary>What the compiler does for the first bytes is no part of the figures.</summary>
    private static async Task WarmUpAsync(Rig rig, HttpClient client, string token, long chat) =>
        await DownloadAsync(rig, client, token, await UploadAsync(rig, client, token, chat, WarmUpSize), WarmUpSize);

    private static async Task<string> UploadAsync(Rig rig, HttpClient client, string token, long chat, long size)
    {
        using var file = new StreamContent(new Pattern(size), 1 << 20);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var form = new MultipartFormDataContent { { new StringContent(chat.ToString(CultureInfo.InvariantCulture)), "chat_id" }, { file, "document", "bench.bin" } };
        using var response = await client.PostAsync(new Uri(rig.ServerUri, $"/bot{token}/sendDocument"), form);
        var answer = await response.Content.ReadAsStringAsync();
        return (string?)JsonNode.Parse(answer)?["result"]?["document"]?["file_id"] ?? throw new InvalidOperationException(answer);
    }

    private static async Task DownloadAsync(Rig rig, HttpClient client, string token, string fileId, long size)
    {
        var file = JsonNode.Parse(await client.GetStringAsync(new Uri(rig.ServerUri, $"/bot{token}/getFile?file_id={fileId}")))!["result"]!;
        await using var content = await client.GetStreamAsync(new Uri(rig.ServerUri, $"/file/bot{token}/{(string)file["file_path"]!}"));
        await CompareAsync(content, size);
    }

    private static async Task CompareAsync(Stream content, long size)
    {
        var received = new byte[1 << 16];
        var sent = new byte[1 << 16];
        using var pattern = new Pattern(size);
        for (long position = 0; position < size;)
        {
            var read = await content.ReadAsync(received);
            pattern.ReadExactly(sent, 0, read);
            if (read == 0 || !received.AsSpan(0, read).SequenceEqual(sent.AsSpan(0, read)))
            {
                throw new InvalidOperationException($"What came back is not what was sent, at {position} of {size}.");
            }

            position += read;
        }
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
