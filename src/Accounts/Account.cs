using System.Security.Cryptography;
using TelegramRest.Accounts.Files;
using TelegramRest.Accounts.Login;
using TelegramRest.Accounts.Messages;
using TelegramRest.Accounts.Peers;
using TelegramRest.Accounts.Queue;
using TelegramRest.Accounts.Sends;
using TelegramRest.Accounts.Storage;
using TelegramRest.Accounts.Updates;
using TelegramRest.Accounts.Webhooks;
using TelegramRest.BotApi;
using TelegramRest.Mapping.Errors;
using TelegramRest.Mtproto;

namespace TelegramRest.Accounts;

/// <summary>
/// One account's life. Made unauthorized; <see cref="Activate"/> starts its updates once its user is known; it ends by
/// <see cref="CloseAsync"/>, <see cref="LogOutAsync"/>, or by losing its authorization. Idle, it holds a connection and no timer, thread or buffer.
/// </summary>
public sealed class Account : IAccount, IAsyncDisposable
{
    private readonly AccountServices services;
    private readonly Func<Account, AccountEnd, Task> ended;
    private readonly MessageLoader loader;
    private readonly MediaSources sources;
    private readonly FileReferences references;
    private readonly AccountPeers peers;
    private readonly AccountMessages messages;
    private readonly SentMessages sent = new();
    private UpdatePump? pump;
    private Tl.User? self;
    private Outlet? outlet;
    private volatile bool closing;
    private volatile bool leaving;

    internal Account(AccountServices services, long id, bool isBot, bool isTest, byte[]? secretHash, AccountAuthStore keys, Func<Account, AccountEnd, Task> ended)
    {
        (this.services, Id, IsBot, IsTest, SecretHash, Keys, this.ended) = (services, id, isBot, isTest, secretHash, keys, ended);
        Client = new MtprotoClient(services.ClientOptions(isTest), keys, new AccountListener(this), isBot);
        loader = new MessageLoader(this, services);
        sources = new MediaSources(this, services);
        references = new FileReferences(this, sources, loader);
        peers = new AccountPeers(this, services.Peers, services.Names, services.Time, services.Logger);
        messages = new AccountMessages(this, peers, loader, references);
        Library = new FileLibrary(this, services, sources, references);
        Files = new AccountFiles(this, Library, services.LocalFiles);
        Login = new FinishedLogin();
    }

    public long Id { get; }

    public bool IsBot { get; }

    public bool IsTest { get; }

    public Tl.User Self => self ?? throw new InvalidOperationException("The login has not been completed.");

    public IPeers Peers => peers;

    public IFiles Files { get; }

    public IMessages Messages => messages;

    public IUpdateQueue Updates => Outlet.Polling;

    public IWebhook Webhook => Outlet.Webhook;

    public ILogin Login { get; internal set; }

    internal MtprotoClient Client { get; }

    internal FileLibrary Library { get; }

    /// <summary>Of a person's token; null for bots.</summary>
    internal byte[]? SecretHash { get; }

    internal AccountAuthStore Keys { get; }

    /// <summary>Bound when the login has proved good: a failed attempt must not touch the queue of the account that it names.</summary>
    internal Outlet Outlet => outlet ?? throw new InvalidOperationException("The login has not been completed.");

    public async Task<TResult> InvokeAsync<TResult>(Tl.ITlMethod<TResult> method, CancellationToken cancellationToken) =>
        await InvokeAsync(method, "", cancellationToken);

    public async Task<TResult> InvokeAsync<TResult>(Tl.ITlMethod<TResult> method, string defaultMessage, CancellationToken cancellationToken)
    {
        for (var refreshed = false; ; refreshed = true)
        {
            RpcException refusal;
            try
            {
                var result = await InvokeRawAsync(method, cancellationToken);
                Observe(method, result);
                return result;
            }
            catch (RpcException exception)
            {
                refusal = exception;
            }

            // Once: a fresh reference is either good or the file is gone.
            if (refreshed || !FileReferences.IsStale(refusal) || !await references.RefreshAsync(method.Method, cancellationToken))
            {
                throw Translate(refusal, defaultMessage);
            }
        }
    }

    public async Task<TResult> InvokeAsync<TResult>(Tl.ITlMethod<TResult> method, int dcId, CancellationToken cancellationToken)
    {
        try
        {
            return await Client.InvokeAsync(method, dcId, cancellationToken);
        }
        catch (Exception exception) when (exception is RpcException or RpcTransportException)
        {
            throw Translate(exception, null);
        }
    }

    public async Task LogOutAsync(CancellationToken cancellationToken)
    {
        leaving = true;
        try
        {
            await InvokeAsync(new Tl.Auth.LogOut(), cancellationToken);
        }
        catch
        {
            leaving = false;
            throw;
        }

        await ended(this, AccountEnd.LoggedOut);
    }

    public async Task CloseAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await ended(this, AccountEnd.Closed);
    }

    /// <summary>Stops the local instance; what is stored stays.</summary>
    public async ValueTask DisposeAsync()
    {
        closing = true;
        outlet?.Polling.Close();
        if (pump is not null)
        {
            await pump.DisposeAsync();
        }

        await Client.DisposeAsync();
    }

    internal bool HasSecret(string secret) => SecretHash is not null && CryptographicOperations.FixedTimeEquals(SecretHash, Vault.Hash(secret));

    /// <summary>The account's user is known: updates begin, from what is stored or from now.</summary>
    internal void Activate(Tl.User user)
    {
        self = user;
        outlet = services.Outlets.Get(Id);
        outlet.Polling.Open();
        services.Peers.Remember(Id, [user], []);
        var sequencer = new UpdateSequencer(new DifferenceSource(this, services.Logger), new UpdateDelivery(this, services, loader, peers, sent), LoadPositions(), services.Logger);
        pump = new UpdatePump(sequencer, LoadPositions, services.Time, services.Logger, Id);
    }

    /// <summary>Runs the difference now and waits for it.</summary>
    internal Task RecoverUpdatesAsync() => RunUpdatesAsync(static (sequencer, cancellationToken) => sequencer.RecoverAsync(cancellationToken));

    internal Task RunUpdatesAsync(Func<UpdateSequencer, CancellationToken, Task> work) => pump?.RunAsync(work) ?? Task.CompletedTask;

    /// <summary>Telegram ended the session, unless that was our own wish and is under way.</summary>
    internal Task RevokeAsync() => leaving ? Task.CompletedTask : ended(this, AccountEnd.Revoked);

    /// <summary>RPC errors as they are; only a missing answer becomes the caller's error.</summary>
    internal async Task<TResult> InvokeRawAsync<TResult>(Tl.ITlMethod<TResult> method, CancellationToken cancellationToken)
    {
        try
        {
            return await Client.InvokeAsync(method, cancellationToken);
        }
        catch (RpcTransportException exception)
        {
            throw Translate(exception, null);
        }
    }

    /// <summary>Answers of Telegram to what the account did itself are part of its update sequence.</summary>
    internal void Observe<TResult>(Tl.ITlMethod<TResult> method, TResult result)
    {
        Remember(ResultPeers.Of(result));
        sources.Note(method.Method, result);
        switch (result)
        {
            case Tl.UpdatesBase updates:
                pump?.Post((sequencer, cancellationToken) => sequencer.HandleAsync(updates, cancellationToken));
                break;
            case Tl.Messages.AffectedMessages affected:
                Consume(method.Method, affected.Pts, affected.PtsCount);
                break;
            case Tl.Messages.AffectedHistory affected:
                Consume(method.Method, affected.Pts, affected.PtsCount);
                break;
        }
    }

    internal void Remember((IReadOnlyList<Tl.UserBase> Users, IReadOnlyList<Tl.ChatBase> Chats) seen)
    {
        services.Peers.Remember(Id, seen.Users, seen.Chats);
        if (self is not null && seen.Users.OfType<Tl.User>().FirstOrDefault(user => user.Id == self.Id && !user.Min && user.Self) is { } current)
        {
            NoteSelf(current);
        }
    }

    /// <summary>Keeps what later messages, edits and downloads need of a message.</summary>
    internal void Note(IEnumerable<Tl.MessageBase> messages)
    {
        foreach (var message in messages)
        {
            services.Messages.Put(Id, message);
            sources.Note(message);
        }
    }

    internal Task<KeyedSend> BeginKeyedAsync(string key, byte[] fingerprint, CancellationToken cancellationToken) =>
        services.Sends.BeginAsync(Id, key, fingerprint, cancellationToken);

    internal IMessages Keyed(KeyedSend keyed) => new KeyedMessages(messages, keyed);

    /// <summary>Telegram says that a random_id was used before: the messages exist, and the difference tells their ids.</summary>
    internal async Task<SendAnswer> RecoverSentAsync(IReadOnlyList<long> randomIds, CancellationToken cancellationToken)
    {
        using var watch = sent.Watch(randomIds);
        await RecoverUpdatesAsync().WaitAsync(cancellationToken);
        return new SendAnswer(watch.Found);
    }

    internal BotApiException Translate(Exception exception, string? defaultMessage) => exception switch
    {
        RpcException { Code: 401, Type: not "SESSION_PASSWORD_NEEDED" } => BotApiException.Unauthorized(),
        RpcException error => RpcErrorMapper.ToBotApi(error.Code, error.ErrorMessage, defaultMessage),
        _ when closing => BotApiException.InternalError("restart"),
        _ => new BotApiException(400, "Bad Request: Bad Gateway"),
    };

    private SequencePositions LoadPositions() =>
        services.Store.Read(session => new SequencePositions(StateTable.Find(session, Id), StateTable.Channels(session, Id)));

    private void NoteSelf(Tl.User current)
    {
        self = current;
        var bytes = PeerStore.Serialize(current);
        _ = services.Store.WriteAsync(session => AccountTable.PutSelf(session, Id, bytes));
    }

    private void Consume(Tl.TlMethod method, int pts, int count)
    {
        long? channelId = method switch
        {
            Tl.Channels.DeleteMessages { Channel: Tl.InputChannel channel } => channel.ChannelId,
            Tl.Channels.DeleteParticipantHistory { Channel: Tl.InputChannel channel } => channel.ChannelId,
            Tl.Messages.UnpinAllMessages { Peer: Tl.InputPeerChannel channel } => channel.ChannelId,
            _ => null,
        };
        pump?.Post((sequencer, cancellationToken) => sequencer.HandleConsumedAsync(channelId, pts, count, cancellationToken));
    }
}
