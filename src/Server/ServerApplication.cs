using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using TelegramRest.Accounts;
using TelegramRest.Accounts.Login;
using TelegramRest.Handlers;
using TelegramRest.Server.Docs;
using TelegramRest.Server.Http;
using TelegramRest.Server.Http.Bodies;
using TelegramRest.Server.Operations;
using TelegramRest.Server.Webhooks;
using TelegramRest.Simulator;

namespace TelegramRest.Server;

/// <summary>One running server: the accounts, the HTTP listener before them and, when asked for, the simulated Telegram behind them.</summary>
internal sealed class ServerApplication : IAsyncDisposable
{
    private const int MaxHeaderBytes = 1 << 18;

    private readonly WebApplication _application;
    private readonly AccountRegistry _accounts;

    private ServerApplication(WebApplication application, AccountRegistry accounts, SimulatorHost? simulator)
    {
        (_application, _accounts, Simulator) = (application, accounts, simulator);
        var addresses = application.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses;
        Url = new Uri(addresses.First());
    }

    /// <summary>Where the API is.</summary>
    public Uri Url { get; }

    public SimulatorHost? Simulator { get; }

    /// <exception cref="UsageException">The options cannot be followed.</exception>
    public static async Task<ServerApplication> StartAsync(ServerOptions options, ILoggerFactory loggers, TimeProvider time, CancellationToken cancellationToken)
    {
        var simulator = options.Simulator ? await SimulatorSetup.StartAsync(options, loggers, time, cancellationToken) : null;
        var policy = new WebhookPolicy(options.Local, options.InsecureWebhooks);
        var resolver = new WebhookResolver(policy);
        var accounts = await OpenAccountsAsync(AccountSetup.Create(options, simulator), new WebhookVerifier(policy, resolver), time, loggers, cancellationToken);

        var application = Build(options, loggers, time, accounts, resolver);
        Map(application, options, simulator);
        await application.StartAsync(cancellationToken);
        if (options.Local && options.LocalRoots.Count == 0)
            Log.LocalFilesOpen(loggers.CreateLogger<ServerApplication>());
        return new ServerApplication(application, accounts, simulator);
    }

    public Task WaitForShutdownAsync(CancellationToken cancellationToken) => _application.WaitForShutdownAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync(CancellationToken.None);
        await _application.DisposeAsync();
        await _accounts.DisposeAsync();
        if (Simulator is not null)
            await Simulator.DisposeAsync();
    }

    private static async Task<AccountRegistry> OpenAccountsAsync(
        AccountOptions options, WebhookVerifier verifier, TimeProvider time, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        try
        {
            return await AccountRegistry.OpenAsync(options, verifier, time, loggers, cancellationToken);
        }
        catch (IOException)
        {
            throw new UsageException($"Another process uses the directory \"{options.Directory}\"");
        }
    }

    private static WebApplication Build(ServerOptions options, ILoggerFactory loggers, TimeProvider time, AccountRegistry accounts, WebhookResolver resolver)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = typeof(ServerApplication).Assembly.GetName().Name });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Configure(kestrel, options));
        builder.WebHost.UseUrls();

        var services = builder.Services;
        services.AddSingleton(loggers).AddSingleton(time).AddSingleton(options).AddSingleton(accounts).AddSingleton(accounts.Webhooks).AddSingleton<ServerMetrics>();
        services.AddRouting().AddMvcCore().AddApplicationPart(typeof(ServerApplication).Assembly);
        services.AddHandlers().AddSharedPieces();
        services.AddScoped<Caller>().AddScoped<AccountScope>().AddScoped<IAccount>(provider => provider.GetRequiredService<AccountScope>());
        services.AddSingleton(new UploadSpool(options.AbsoluteTempDirectory)).AddSingleton<BodyReader>();
        services.AddSingleton(new WebhookConnections(new WebhookConnector(resolver, options.WebhookProxy))).AddSingleton<AnswerCalls>().AddSingleton<WebhookClient>();
        services.AddSingleton<WebhookDelivery>().AddHostedService(provider => provider.GetRequiredService<WebhookDelivery>());
        services.AddSingleton<StatisticsEndpoints>().AddHostedService<Shutdown>();
        return builder.Build();
    }

    private static void Configure(KestrelServerOptions kestrel, ServerOptions options)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestHeadersTotalSize = MaxHeaderBytes;
        kestrel.Limits.MaxRequestHeaderCount = 1000;
        kestrel.Limits.MaxRequestLineSize = BodyReader.MaxParameterBytes + MaxHeaderBytes;
        kestrel.Limits.MaxRequestBufferSize = BodyReader.MaxParameterBytes + (2 * MaxHeaderBytes);
        kestrel.Limits.MaxRequestBodySize = null;
        kestrel.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(options.HttpIdleTimeout);
        kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 50, gracePeriod: TimeSpan.FromSeconds(30));
        kestrel.Listen(options.HttpAddress, options.HttpPort, listen => listen.Protocols = HttpProtocols.Http1);
        if (options.StatPort != 0)
            kestrel.Listen(options.StatAddress, options.StatPort, listen => listen.Protocols = HttpProtocols.Http1);
    }

    private static void Map(WebApplication application, ServerOptions options, SimulatorHost? simulator)
    {
        if (options.StatPort != 0)
            application.MapWhen(
                context => context.Connection.LocalPort == options.StatPort,
                branch => branch.Run(context => context.RequestServices.GetRequiredService<StatisticsEndpoints>().AnswerAsync(context)));
        application.UseMiddleware<ErrorMiddleware>();
        application.UseMiddleware<ApiMiddleware>();
        application.UseRouting();
        application.MapControllers();
        application.MapDocumentation();
        simulator?.MapControl(application, options.SimulatorRemoteControl);
        // A page that does not exist answers like every other unknown path.
        application.MapFallback((HttpContext _) => throw BotApi.BotApiException.NotFound());
    }
}
