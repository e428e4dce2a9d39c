using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using TelegramRest.Simulator.Control;
using TelegramRest.Simulator.Rpc;
using TelegramRest.Simulator.Sessions;
using TelegramRest.Simulator.Sessions.Faults;
using TelegramRest.Simulator.Sessions.Keys;
using TelegramRest.Simulator.Sessions.Messages;
using TelegramRest.Simulator.Storage;
using TelegramRest.Simulator.World;
using TelegramRest.Wire;

namespace TelegramRest.Simulator;

/// <summary>A running Telegram: data centres on TCP ports, and the world behind them. Disposing closes the ports and brings the state to disk.</summary>
public sealed class SimulatorHost : IAsyncDisposable
{
    private readonly IStateStore _store;
    private readonly MtprotoServer _server;
    private readonly ServerContext _context;

    private SimulatorHost(IStateStore store, SimulatorWorld world, MtprotoServer server, ServerContext context)
    {
        _store = store;
        _server = server;
        _context = context;
        World = world;
    }

    public SimulatorWorld World { get; }

    /// <summary>The faults to come.</summary>
    public FaultPlan Faults => _context.Faults;

    public IReadOnlyList<DataCenter> DataCenters => _context.DataCenters;

    /// <summary>Answers requests that come from within, as those of the control surface do.</summary>
    internal IRpcDispatcher Dispatcher => _context.Dispatcher;

    /// <summary>The port of the main data centre.</summary>
    public int Port => DataCenters.First(center => center.Id == SimulatorOptions.MainDataCenter).Port;

    /// <summary>What clients must trust: PEM, PKCS#1.</summary>
    public string RsaPublicKeyPem => _context.Rsa.PublicKey.ToPem();

    /// <exception cref="IOException">The state directory or the key file cannot be used.</exception>
    /// <exception cref="System.Net.Sockets.SocketException">A port is taken.</exception>
    public static async Task<SimulatorHost> StartAsync(SimulatorOptions options, ILoggerFactory loggers, TimeProvider time, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var logger = loggers.CreateLogger("TelegramRest.Simulator.Sessions");
        var store = StateStores.Open(options.StateDirectory, loggers);
        var salts = new ServerSalts(store);
        var keys = new AuthKeyTable(store, time);
        var sessions = new SessionTable(salts, time);
        var faults = new FaultPlan();
        var pusher = new UpdatePusher(keys, sessions, faults, logger);
        var world = SimulatorWorld.Open(store, options.StateDirectory, pusher, time, loggers);
        var context = new ServerContext(ServerKey.LoadOrCreate(store), keys, salts, sessions, new RpcDispatcher(world, pusher, store, loggers), faults, time, logger);
        var server = new MtprotoServer(context, store);
        var host = new SimulatorHost(store, world, server, context);
        pusher.Disconnect = server.Disconnect;
        try
        {
            server.Listen(IPAddress.Parse(options.Host), options.AdvertisedHost ?? options.Host, SimulatorOptions.DataCenterIds.Select(id => (id, options.PortOf(id))));
            await store.FlushAsync(cancellationToken);
            if (options.RsaPublicKeyPath is { } path)
                await File.WriteAllTextAsync(path, host.RsaPublicKeyPem, cancellationToken);
            server.Start();
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Maps the control surface under <c>/simulator/</c>. It hands out login codes: only this machine may use it unless <paramref name="allowRemote"/>, and never another site's page.</summary>
    public void MapControl(IEndpointRouteBuilder routes, bool allowRemote = false)
    {
        var guarded = routes.MapGroup("");
        guarded.AddEndpointFilter(new ControlGuard(allowRemote));
        ControlEndpoints.Map(guarded, this);
    }

    /// <summary>Closes every client's connection.</summary>
    public void DropConnections() => _server.DropConnections();

    /// <summary>Makes every salt that clients hold invalid.</summary>
    public void RotateSalts() => _context.Salts.Rotate();

    /// <summary>Forgets all sessions and closes their connections: clients find new ones and fetch the difference.</summary>
    public void ForgetSessions()
    {
        _context.Sessions.Clear();
        _server.DropConnections();
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        World.Dispose();
        await _store.FlushAsync();
        await _store.DisposeAsync();
    }
}
