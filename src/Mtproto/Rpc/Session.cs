using TelegramRest.Mtproto.Connection;
using TelegramRest.Mtproto.Datacenters;
using TelegramRest.Mtproto.Messages;
using TelegramRest.Mtproto.Timing;
using TelegramRest.Wire;

namespace TelegramRest.Mtproto.Rpc;

/// <summary>
/// One MTProto session: requests go in, answers come out, whatever connections come and go beneath. A request is given to whatever connection is there
/// (<see cref="Flush"/>), packets are read by the connection's loop (<see cref="SessionLoop"/>), and one entry on the shared wheel sees to pings,
/// acknowledgements and silence. All state is guarded by one lock, never held while waiting.
/// </summary>
internal sealed class Session : TimerEntry, IMessageSink, IAsyncDisposable
{
    private static readonly TimeSpan StateCheckInterval = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan SecondaryIdle = TimeSpan.FromSeconds(60);

    private readonly Lock gate = new();
    private readonly Datacenter dc;
    private readonly SessionKind kind;
    private readonly ClientContext context;
    private readonly SessionIdentity identity;
    private readonly RequestTable requests = new();
    private readonly SentServices services = new();
    private readonly Acknowledgements acknowledgements = new();
    private readonly Answers answers;
    private readonly Readiness readiness = new();
    private readonly MessageReader reader;
    private readonly ServiceMessages serviceMessages;
    private readonly KeepAlive keepAlive;
    private readonly CancellationTokenSource closing = new();

    private Task? loop;
    private TcpTransport? transport;
    private AuthKey? key;
    private TimeSpan lastUse;
    private TimeSpan lastStateCheck;
    private TimeSpan? scheduled;
    private bool flushing;
    private bool wasConnected;
    private bool closed;

    public Session(Datacenter dc, SessionKind kind, ClientContext context)
    {
        this.dc = dc;
        this.kind = kind;
        this.context = context;
        identity = new SessionIdentity(dc.Clock, context.Options.Random);
        keepAlive = new KeepAlive(context.Options.Random);
        serviceMessages = new ServiceMessages(dc, identity, requests, services, acknowledgements, context.Logger);
        answers = new Answers(dc.Id, requests, context.Logger);
        reader = new MessageReader(identity, acknowledgements, this);
    }

    /// <summary>It has been used; its connection may be down for the moment.</summary>
    public bool IsStarted
    {
        get
        {
            lock (gate)
                return loop is not null;
        }
    }

    /// <summary>About how many requests were not answered yet: a glance, without waiting for whoever is at work on them.</summary>
    public int Load => requests.Count;

    private TimeSpan Now => context.Options.Wheel.Now;

    /// <summary>Brings the connection up and keeps it up.</summary>
    /// <exception cref="RpcTransportException">The data centre cannot be used, or was not reached in time.</exception>
    public Task ConnectAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            ThrowIfClosed();
            StartLoop();
            return transport is not null ? Task.CompletedTask : readiness.Wait(Now).WaitAsync(cancellationToken);
        }
    }

    /// <summary>Sends a request once there is a connection, and again whenever the protocol asks for it, until it is answered.</summary>
    /// <exception cref="RpcException">Telegram's error.</exception>
    /// <exception cref="RpcTransportException">There is no answer.</exception>
    public async Task<TResult> InvokeAsync<TResult>(Tl.ITlMethod<TResult> method, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var request = new PendingRequest<TResult>(method) { QueuedAt = Now };
        lock (gate)
        {
            ThrowIfClosed();
            requests.Enqueue(request);
            StartLoop();
        }

        Flush();
        await using var registration = cancellationToken.UnsafeRegister((_, token) => GiveUp(request, token), null);
        return await request.Task;
    }

    public async ValueTask DisposeAsync()
    {
        Task? running;
        lock (gate)
        {
            if (closed)
                return;
            closed = true;
            running = loop;
            transport?.Dispose();
            FailAll(TimeSpan.MaxValue, "The client was closed.");
        }

        context.Options.Wheel.Cancel(this);
        await closing.CancelAsync();
        if (running is not null)
            await running;
        closing.Dispose();
    }

    /// <summary>The wheel's turn: ping, acknowledge, ask after old requests, or find the connection dead.</summary>
    public override void OnDue()
    {
        lock (gate)
        {
            scheduled = null;
            if (closed || transport is null)
                return;
            var now = Now;
            if (keepAlive.IsDead(now) || (kind == SessionKind.Secondary && requests.IsEmpty && now - lastUse >= SecondaryIdle))
            {
                transport.Dispose();
                return;
            }

            if (keepAlive.TakePing(now, requests.OldestSent()))
                services.Enqueue(new Tl.Mtproto.PingDelayDisconnect { PingId = context.Options.Random.NextInt64(), DisconnectDelay = KeepAlive.DisconnectDelay });
            AskAfterOldRequests(now);
        }

        Flush();
    }

    void IMessageSink.OnResult(long requestMessageId, ref Tl.TlReader answer) => answers.Take(requestMessageId, ref answer);

    void IMessageSink.OnMessage(long messageId, Tl.TlObject message)
    {
        if (message is not Tl.UpdatesBase updates)
        {
            // The very first session of a client has missed nothing yet.
            var isFirst = message is Tl.Mtproto.NewSessionCreated && !wasConnected;
            if (serviceMessages.Handle(messageId, message) && kind == SessionKind.Main && !isFirst)
                context.Pump.SessionLost();
            wasConnected |= message is Tl.Mtproto.NewSessionCreated;
        }
        else if (kind == SessionKind.Main)
        {
            Push(messageId, updates);
        }
    }

    void IMessageSink.OnUnreadable(Tl.TlException exception)
    {
        context.Logger.UnreadableMessage(dc.Id, exception);

        // It may have been an update that is newer than we are; the difference has whatever else came with it.
        if (kind == SessionKind.Main)
            context.Pump.SessionLost();
    }

    /// <summary>The loop has a connection and a key. True when requests may go out.</summary>
    internal bool Attach(TcpTransport connection, AuthKey connectionKey, bool isReconnect)
    {
        lock (gate)
        {
            if (closed)
                return false;
            var now = Now;
            transport = connection;
            answers.Introduced = false;
            lastStateCheck = lastUse = now;
            services.Clear();
            if (key is not null && key != connectionKey)
                serviceMessages.Renew();
            key = connectionKey;
            keepAlive.Connected(now);
            keepAlive.TakePing(now, null);
            services.Enqueue(new Tl.Mtproto.PingDelayDisconnect { PingId = context.Options.Random.NextInt64(), DisconnectDelay = KeepAlive.DisconnectDelay });
            if (requests.SentIds() is { Length: > 0 } unanswered)
                services.Enqueue(new Tl.Mtproto.MsgsStateReq { MsgIds = unanswered });
            if (isReconnect && kind == SessionKind.Main)
                context.Pump.SessionLost();
            readiness.Succeed();
        }

        Flush();
        if (kind == SessionKind.Main)
            context.OnConnected();
        return true;
    }

    /// <summary>A packet came in.</summary>
    /// <exception cref="WireException">It breaks the protocol.</exception>
    internal void Receive(Span<byte> packet, AuthKey connectionKey)
    {
        var message = MessageCipher.Decrypt(connectionKey, packet);
        lock (gate)
        {
            keepAlive.Received(Now);
            if (message.SessionId != identity.Id)
                context.Logger.ForeignSession(dc.Id);
            else
                reader.Read(message, Now);
        }

        Flush();
    }

    /// <summary>The connection is gone. False when nothing asks for another one.</summary>
    internal bool Detach(TcpTransport? connection, Exception? reason, bool isHopeless)
    {
        lock (gate)
        {
            if (transport == connection)
                transport = null;
            if (closed)
                return false;
            if (reason is not null && (isHopeless || readiness.AnyWaiting || !requests.IsEmpty))
                FailAll(isHopeless ? TimeSpan.MaxValue : Now - context.Options.ConnectionPatience, $"Data centre {dc.Id} cannot be used: {reason.Message}", reason);
            if (kind == SessionKind.Main || !requests.IsEmpty)
                return true;
            loop = null;
            return false;
        }
    }

    private void FailAll(TimeSpan queuedBefore, string message, Exception? reason = null)
    {
        requests.FailQueuedBefore(queuedBefore, request => new RpcTransportException(message, mayHaveBeenSent: request.Sendings > 0, reason));
        readiness.FailBefore(queuedBefore, message, reason);
    }

    private void StartLoop() => loop ??= Task.Run(() => new SessionLoop(this, dc, context).RunAsync(closing.Token));

    private void ThrowIfClosed()
    {
        if (closed)
            throw new RpcTransportException("The client was closed.");
    }

    private void GiveUp(PendingRequest request, CancellationToken token)
    {
        lock (gate)
            requests.Forget(request);
        request.Cancel(token);
    }

    private void Push(long messageId, Tl.UpdatesBase updates)
    {
        if (dc.Clock.IsPlausible(messageId))
            context.Pump.Updates(updates);
        else
            context.Logger.PushOutOfTime(dc.Id, messageId);
    }

    private void AskAfterOldRequests(TimeSpan now)
    {
        if (requests.OldestSent() is not { } oldest || now - oldest < StateCheckInterval || now - lastStateCheck < StateCheckInterval)
            return;
        lastStateCheck = now;
        services.Enqueue(new Tl.Mtproto.MsgsStateReq { MsgIds = requests.SentIds() });
    }

    private void Flush()
    {
        lock (gate)
        {
            if (flushing || transport is null)
                return;
            flushing = true;
        }

        _ = FlushAsync();
    }

    // One at a time: message ids rise in the order in which packets leave.
    private async Task FlushAsync()
    {
        while (true)
        {
            PacketBuilder? packet = null;
            TcpTransport connection;
            AuthKey packetKey;
            lock (gate)
            {
                if (transport is null || (packet = BuildPacket()) is null)
                {
                    flushing = false;
                    Reschedule();
                    return;
                }

                connection = transport;
                packetKey = key!;
            }

            using (packet)
            {
                try
                {
                    await connection.SendAsync(packet.Encrypt(packetKey));
                }
                catch (Exception exception)
                {
                    // The loop sees the connection end, and everything unanswered is asked after on the next one.
                    context.Logger.Disconnected(dc.Id, exception.Message);
                    connection.Dispose();
                    lock (gate)
                    {
                        if (transport == connection)
                            transport = null;
                    }
                }
            }
        }
    }

    private PacketBuilder? BuildPacket()
    {
        var now = Now;
        var builder = new SessionPacket(identity, requests, services, acknowledgements, kind, context.Options);
        var packet = builder.Build(now, answers.Introduced, dc.Salt);
        if (builder.HasRequests)
            lastUse = now;
        return packet;
    }

    private void Reschedule()
    {
        if (closed || transport is null)
            return;
        var due = keepAlive.Due(requests.OldestSent());
        if (acknowledgements.Due is { } acknowledge && acknowledge < due)
            due = acknowledge;
        if (requests.AnySent && lastStateCheck + StateCheckInterval < due)
            due = lastStateCheck + StateCheckInterval;
        if (kind == SessionKind.Secondary && requests.IsEmpty && lastUse + SecondaryIdle < due)
            due = lastUse + SecondaryIdle;

        // Waking too early only means to look again.
        if (scheduled is { } earlier && earlier <= due)
            return;
        scheduled = due;
        context.Options.Wheel.Schedule(this, due);
    }
}
