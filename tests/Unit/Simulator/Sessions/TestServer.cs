using System.Net;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using TelegramRest.Simulator.Sessions;
using TelegramRest.Simulator.Sessions.Faults;
using TelegramRest.Simulator.Sessions.Keys;
using TelegramRest.Simulator.Sessions.Messages;
using TelegramRest.Simulator.Storage;
using TelegramRest.Wire;

namespace TelegramRest.Tests.Unit.Simulator.Sessions;

/// <summary>The sessions of a simulator without a world, in virtual time.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    public const int DcId = 2;

    // One key for all tests: making one takes a second.
    private static readonly Lazy<string> RsaPem = new(() => RsaPrivateKey.Generate().ToPem());

    private readonly MtprotoServer _server;
    private readonly ServerContext _context;

    private TestServer(IStateStore store, FakeTimeProvider time)
    {
        Store = store;
        Time = time;
        Salts = new ServerSalts(store);
        Keys = new AuthKeyTable(store, time);
        Sessions = new SessionTable(Salts, time);
        Pusher = new UpdatePusher(Keys, Sessions, Faults, NullLogger.Instance);
        _context = new ServerContext(RsaPrivateKey.FromPem(RsaPem.Value), Keys, Salts, Sessions, Dispatcher, Faults, time, NullLogger.Instance);
        _server = new MtprotoServer(_context, store);
        Pusher.Disconnect = _server.Disconnect;
        _server.Listen(IPAddress.Loopback, "127.0.0.1", [(DcId, 0), (4, 0)]);
        _server.Start();
    }

    public IStateStore Store { get; }

    public FakeTimeProvider Time { get; }

    public ServerSalts Salts { get; }

    public AuthKeyTable Keys { get; }

    public SessionTable Sessions { get; }

    public UpdatePusher Pusher { get; }

    public FaultPlan Faults { get; } = new();

    public ScriptedDispatcher Dispatcher { get; } = new();

    public RsaPublicKey PublicKey => _context.Rsa.PublicKey;

    public static TestServer Start(IStateStore? store = null) => new(store ?? new MemoryStateStore(), new FakeTimeProvider(new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero)));

    public int PortOf(int dcId) => _context.DataCenters.First(center => center.Id == dcId).Port;

    public void DropConnections() => _server.DropConnections();

    /// <summary>A key that both sides know without an exchange; its layer is declared unless it is 0.</summary>
    public async Task<byte[]> SeedKeyAsync(int layer = Tl.Schema.Layer, long? userId = null)
    {
        var secret = RandomNumberGenerator.GetBytes(256);
        await Keys.AddAsync(secret, DcId, firstSalt: 0x5a17, expiresAt: 0, "127.0.0.1", CancellationToken.None);
        var key = Keys.Find(new Wire.AuthKey(secret).Id)!;
        if (layer != 0)
            key.Declare(layer, new ClientDescription(1, "test", "1", "1", "en", "", "en"));
        key.Bind(userId);
        return secret;
    }

    /// <summary>A connected client with a seeded key and the right salt.</summary>
    public async Task<RawClient> ClientAsync(byte[]? secret = null, long sessionId = 77, int layer = Tl.Schema.Layer, long? userId = null)
    {
        secret ??= await SeedKeyAsync(layer, userId);
        var client = await RawClient.ConnectAsync(PortOf(DcId), Time);
        client.Use(secret, Salts.Current(Keys.Find(new Wire.AuthKey(secret).Id)!, Keys.Now), sessionId);
        return client;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
