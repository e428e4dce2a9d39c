using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TelegramRest.Simulator;

namespace TelegramRest.Tests.Clients.Drivers;

/// <summary>A simulator of its own, in this process, with its control surface on a port of its own. It fails a test whose simulator logged an error.</summary>
public sealed class SimulatorFixture : IAsyncLifetime, IDisposable
{
    private readonly ErrorRecorder _errors = new();
    private WebApplication? _app;

    public SimulatorHost Host { get; private set; } = null!;

    /// <summary>The control surface, relative to <c>/simulator/</c>.</summary>
    public HttpClient Control { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddProvider(_errors);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        Host = await SimulatorHost.StartAsync(new SimulatorOptions(), _app.Services.GetRequiredService<ILoggerFactory>(), TimeProvider.System, CancellationToken.None);
        Host.MapControl(_app);
        await _app.StartAsync();
        Control = new HttpClient { BaseAddress = new Uri($"{_app.Urls.First()}/simulator/") };
    }

    public async Task DisposeAsync()
    {
        Control.Dispose();
        await Host.DisposeAsync();
        await _app!.DisposeAsync();
        Assert.Empty(_errors.Messages);
    }

    public void Dispose() => _errors.Dispose();

    /// <summary>What mtcute's <c>connect</c> needs.</summary>
    public object Address(string? pem = null) => new { host = "127.0.0.1", port = Host.Port, pem = pem ?? Host.RsaPublicKeyPem };

    public async Task<JsonNode> PostAsync(string path, object body)
    {
        using var response = await Control.PostAsJsonAsync(path, body);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!;
    }

    public async Task<string> CodeAsync(string phoneNumber) =>
        (string)(await Control.GetFromJsonAsync<JsonNode>($"users/{phoneNumber}/code"))!["code"]!;
}
