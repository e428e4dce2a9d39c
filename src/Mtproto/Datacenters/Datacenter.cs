using TelegramRest.Mtproto.Connection;
using TelegramRest.Mtproto.Handshake;
using TelegramRest.Mtproto.Messages;
using TelegramRest.Mtproto.Rpc;
using TelegramRest.Wire;

namespace TelegramRest.Mtproto.Datacenters;

/// <summary>One account's side of one data centre: its key, salt and clock, which are kept, its main session and those beside it.</summary>
internal sealed class Datacenter : IAsyncDisposable
{
    /// <summary>Files of one account travel over this many connections at most: as many as official clients open, and as many threads that encrypt.</summary>
    private const int MediaSessions = 3;

    /// <summary>A connection with this many requests on it is busy enough for the next one to be worth opening.</summary>
    private const int BusySession = 4;

    private static readonly TimeSpan HandshakeTimeout = TimeSpan.FromSeconds(30);

    private readonly ClientContext context;
    private readonly SemaphoreSlim keyGate = new(1);
    private readonly SemaphoreSlim saveGate = new(1);
    private readonly Session[] media;
    private long salt;

    public Datacenter(int id, ClientContext context, DcAuth? saved)
    {
        Id = id;
        this.context = context;
        Clock = new ServerClock(context.Options.TimeProvider);
        if (saved is not null)
        {
            Key = new AuthKey(saved.Key.Span);
            salt = saved.Salt;
            Clock.Offset = TimeSpan.FromMilliseconds(saved.TimeOffset);
            Authorized = saved.Authorized;
        }

        Main = new Session(this, SessionKind.Main, context);
        media = [.. Enumerable.Range(0, MediaSessions).Select(_ => new Session(this, SessionKind.Secondary, context))];
    }

    public int Id { get; }

    public ServerClock Clock { get; }

    /// <summary>Null until the first key exchange, and after the server forgot the key.</summary>
    public AuthKey? Key { get; private set; }

    /// <summary>A user is logged in on this key.</summary>
    public bool Authorized { get; private set; }

    public long Salt => Interlocked.Read(ref salt);

    public Session Main { get; private set; }

    /// <summary>For requests beside the main session.</summary>
    public Session Secondary => media[0];

    /// <summary>Held while an authorisation is carried over from the home data centre.</summary>
    public SemaphoreSlim TransferGate { get; } = new(1);

    /// <summary>For a piece of a file: the first session that has little to do, else the one with the least.</summary>
    public Session ChooseMedia()
    {
        var best = media[0];
        var load = best.Load;
        for (var i = 1; i < media.Length && load >= BusySession; i++)
        {
            if (media[i].Load is var other && other < load)
                (best, load) = (media[i], other);
        }

        return best;
    }

    /// <summary>Makes a key over a fresh connection if there is none yet; sessions that come at the same time share it.</summary>
    public async Task<AuthKey> EnsureKeyAsync(TcpTransport transport, CancellationToken cancellationToken)
    {
        if (Key is { } known)
            return known;
        await keyGate.WaitAsync(cancellationToken);
        try
        {
            if (Key is { } made)
                return made;
            var key = await ExchangeAsync(transport, expiresIn: null, cancellationToken);
            Interlocked.Exchange(ref salt, key.Salt);
            Clock.Offset = key.TimeOffset;
            Authorized = false;
            await SaveAsync(key.Key, cancellationToken);
            Key = key.Key;
            context.Logger.KeyCreated(Id);
            return key.Key;
        }
        finally
        {
            keyGate.Release();
        }
    }

    /// <summary>
    /// The server says that it does not know the key. That alone proves nothing (another machine may have answered), so the key is put to the test
    /// before it is dropped: a temporary key is made, and the server asked to bind it.
    /// </summary>
    public async Task ProveKeyAsync(CancellationToken cancellationToken)
    {
        await keyGate.WaitAsync(cancellationToken);
        try
        {
            if (Key is not { } key || await KeyProof.IsKnownAsync(this, key, context.Options, ExchangeAsync, cancellationToken))
                return;
            var wasAuthorized = Authorized;
            Key = null;
            Authorized = false;
            context.Logger.KeyDropped(Id);
            await context.Store.RemoveAsync(Id, cancellationToken);
            if (wasAuthorized && Main.IsStarted)
                context.Pump.AuthorizationLost(new RpcException(401, "AUTH_KEY_INVALID"));
        }
        finally
        {
            keyGate.Release();
        }
    }

    /// <summary>Takes a salt that the server gave, and keeps it without making anybody wait.</summary>
    public void SetSalt(long value)
    {
        if (Interlocked.Exchange(ref salt, value) != value)
            _ = SaveInBackgroundAsync();
    }

    /// <summary>Takes the server's clock from one of its messages.</summary>
    public void SetClock(long serverMessageId)
    {
        Clock.SetByMessageId(serverMessageId);
        _ = SaveInBackgroundAsync();
    }

    public async Task SetAuthorizedAsync(bool value, CancellationToken cancellationToken)
    {
        if (Authorized == value)
            return;
        Authorized = value;
        if (Key is { } key)
            await SaveAsync(key, cancellationToken);
    }

    /// <summary>The account has moved away: what was its main session ends, and another stands ready should it come back.</summary>
    public Task RetireAsync()
    {
        var retired = Main;
        Main = new Session(this, SessionKind.Main, context);
        return retired.DisposeAsync().AsTask();
    }

    public async ValueTask DisposeAsync()
    {
        await Main.DisposeAsync();
        foreach (var session in media)
            await session.DisposeAsync();
    }

    private async Task<NewKey> ExchangeAsync(TcpTransport transport, int? expiresIn, CancellationToken cancellationToken)
    {
        var options = context.Options;
        await options.HandshakeLimit.WaitAsync(cancellationToken);
        try
        {
            using var timeout = new CancellationTokenSource(HandshakeTimeout, options.TimeProvider);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
            return await new KeyExchangeClient(transport, options).RunAsync(options.SignedDcId(Id), expiresIn, either.Token);
        }
        finally
        {
            options.HandshakeLimit.Release();
        }
    }

    private async Task SaveAsync(AuthKey key, CancellationToken cancellationToken)
    {
        await saveGate.WaitAsync(cancellationToken);
        try
        {
            await context.Store.SaveAsync(new DcAuth(Id, key.Bytes.ToArray(), Salt, (long)Clock.Offset.TotalMilliseconds, Authorized), cancellationToken);
        }
        finally
        {
            saveGate.Release();
        }
    }

    private async Task SaveInBackgroundAsync()
    {
        // Called under a session's lock.
        await Task.Yield();
        try
        {
            if (Key is { } key)
                await SaveAsync(key, CancellationToken.None);
        }
        catch (Exception exception)
        {
            context.Logger.SaveFailed(Id, exception);
        }
    }
}
