using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using TelegramRest.Server;
using TelegramRest.Server.Operations;
using Xunit;

namespace TelegramRest.Tests.Contract.Harness;

/// <summary>One server with its simulated Telegram, on ports of the system's choice and a directory of its own.</summary>
public sealed class ServerFixture : IAsyncLifetime
{
    private readonly Action<ServerOptions> _configure;
    private readonly string _directory = Path.Combine(Path.GetTempPath(), $"telegram-rest-contract-{Guid.NewGuid():N}");
    private ILoggerFactory? _loggers;
    private ServerApplication? _server;
    private HttpClient? _http;
    private ApiClient? _api;
    private SpecDocument? _document;
    private SimulatorClient? _simulator;

    public ServerFixture()
        : this(_ => { })
    {
    }

    /// <summary>For a test that needs a server of its own.</summary>
    internal ServerFixture(Action<ServerOptions> configure) => _configure = configure;

    public LogWatch Logs { get; } = new();

    public Uri Url { get; private set; } = new("http://127.0.0.1");

    /// <summary>Calls the API; every exchange is held against the document.</summary>
    public ApiClient Api => _api!;

    /// <summary>The gate that <see cref="Api"/> holds every exchange against.</summary>
    public SpecDocument Document => _document!;

    /// <summary>Plays the people on the other side.</summary>
    public SimulatorClient Simulator => _simulator!;

    /// <summary>A client without manners, for requests that are wrong.</summary>
    public HttpClient Http => _http!;

    /// <summary>A person's account, logged in over HTTP.</summary>
    public async Task<ApiAccount> LogInAsync(Person person, string? password = null)
    {
        var begun = (await Api.SendAsync("userLogin", HttpMethod.Post, "/userLogin", new FormUrlEncodedContent([KeyValuePair.Create("phone_number", person.Phone)]))).Result;
        var account = new ApiAccount($"/user{(string)begun["token"]!}", person.Id, person.Username);
        var state = (await Api.CallAsync(account, "authCode", new JsonObject { ["code"] = await Simulator.CodeAsync(person) })).Result;
        if (password is not null)
            state = (await Api.CallAsync(account, "authPassword", new JsonObject { ["password"] = password })).Result;
        Assert.Equal("ready", (string)state["authorization_state"]!);
        return account;
    }

    public async Task InitializeAsync()
    {
        _loggers = LoggerFactory.Create(logging =>
        {
            Logging.Configure(logging, LogLevel.Debug);
            logging.AddProvider(Logs);
        });
        var options = new ServerOptions
        {
            Simulator = true,
            Local = true,
            RelativePaths = true,
            Directory = _directory,
            TempDirectory = _directory,
            HttpAddress = IPAddress.Loopback,
            HttpPort = 0,
            LimitNewAccounts = false,
            AllowUserRegistration = true,
        };
        _configure(options);
        TaskScheduler.UnobservedTaskException += OnUnobserved;
        _server = await ServerApplication.StartAsync(options, _loggers, TimeProvider.System, CancellationToken.None);
        Url = _server.Url;
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Url };
        _document = await SpecDocument.LoadAsync(_http);
        _api = new ApiClient(_http, _document);
        _simulator = new SimulatorClient(_http);
    }

    /// <summary>Stops the server as a signal would; requests under way are answered.</summary>
    public async Task StopAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
        _server = null;
    }

    public async Task DisposeAsync()
    {
        await StopAsync();
        TaskScheduler.UnobservedTaskException -= OnUnobserved;
        _http?.Dispose();
        _loggers?.Dispose();
        if (Directory.Exists(_directory))
            Directory.Delete(_directory, recursive: true);
    }

    // Nobody awaited the task: that is a fault of the server even where it answered well.
    private void OnUnobserved(object? sender, UnobservedTaskExceptionEventArgs failure) => Logs.AddError($"unobserved: {failure.Exception}");
}
