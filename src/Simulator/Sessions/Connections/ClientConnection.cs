using System.Buffers;
using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using TelegramRest.Simulator.Sessions.Faults;
using TelegramRest.Simulator.Sessions.Handshake;
using TelegramRest.Simulator.Sessions.Messages;
using TelegramRest.Wire;

namespace TelegramRest.Simulator.Sessions.Connections;

/// <summary>One TCP connection of a client: packets in, packets out. It may carry plain messages, several keys and several sessions.</summary>
internal sealed class ClientConnection : IPacketTarget, IDisposable
{
    private const int KeyUnknown = -404;
    private const int LongestPlainMessage = 4096;
    private const int MostRunningRequests = 1024;
    private const int MostSessions = 64;
    private static readonly TimeSpan HandshakeTimeout = TimeSpan.FromMinutes(1);

    private readonly Socket _socket;
    private readonly ServerContext _server;
    private readonly MessageProcessor _processor;
    private readonly KeyExchangeServer _handshake;
    private readonly PacketReceiver _receiver;
    private readonly PacketSender _sender;
    private readonly SemaphoreSlim _running = new(MostRunningRequests);
    private readonly HashSet<Session> _sessions = [];
    private readonly MessageIds _plainIds;
    private long _deadlineFrom;
    private TimeSpan _deadline = HandshakeTimeout;

    public ClientConnection(Socket socket, int dcId, ServerContext server, MessageProcessor processor)
    {
        _socket = socket;
        _server = server;
        _processor = processor;
        RemoteAddress = ((IPEndPoint)socket.RemoteEndPoint!).Address.ToString();
        LocalAddress = ((IPEndPoint)socket.LocalEndPoint!).Address;
        _handshake = new KeyExchangeServer(server.Rsa, server.Keys, dcId, RemoteAddress);
        _receiver = new PacketReceiver(socket);
        _sender = new PacketSender(socket, Close);
        _plainIds = new MessageIds(server.Time);
        _deadlineFrom = server.Time.GetTimestamp();
        DcId = dcId;
    }

    public int DcId { get; }

    public string RemoteAddress { get; }

    /// <summary>The address that the client reached us by.</summary>
    public IPAddress LocalAddress { get; }

    /// <summary>The connection has outlived the time that the client, or the wait for its first encrypted message, gave it.</summary>
    public bool IsOverdue => _deadline > TimeSpan.Zero && _server.Time.GetElapsedTime(Interlocked.Read(ref _deadlineFrom)) > _deadline;

    public bool Carries(long authKeyId)
    {
        lock (_sessions)
            return _sessions.Any(session => session.Key.Id == authKeyId || session.Key.PermanentKeyId == authKeyId);
    }

    public bool TryEnterRequest() => _running.Wait(0, CancellationToken.None);

    public Task EnterRequestAsync(CancellationToken cancellationToken) => _running.WaitAsync(cancellationToken);

    public void LeaveRequest() => _running.Release();

    /// <summary>Unless this is called again before, the connection ends after that time.</summary>
    public void DisconnectAfter(TimeSpan delay)
    {
        Interlocked.Exchange(ref _deadlineFrom, _server.Time.GetTimestamp());
        _deadline = delay;
    }

    public void Send(ReadOnlySpan<byte> packet) => _sender.Send(packet);

    public void Close() => _socket.Close();

    /// <summary>Serves the client until it leaves or breaks the protocol.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            _sender.Use(await _receiver.DetectAsync(cancellationToken));
            while (await _receiver.ReceiveAsync(cancellationToken) is { } packet)
                await HandleAsync(packet.Bytes, packet.WantsQuickAck, cancellationToken);
        }
        catch (Exception exception) when (exception is WireException or Tl.TlException)
        {
            Log.ClientBrokeProtocol(_server.Logger, RemoteAddress, exception.Message);
        }
        catch (Exception exception) when (exception is SocketException or IOException or ObjectDisposedException or OperationCanceledException)
        {
            Log.ConnectionEnded(_server.Logger, RemoteAddress);
        }
        finally
        {
            Dispose();
            foreach (var session in _sessions)
                session.Detach(this);
        }
    }

    public void Dispose()
    {
        Close();
        _receiver.Dispose();
    }

    private async ValueTask HandleAsync(ReadOnlyMemory<byte> packet, bool wantsQuickAck, CancellationToken cancellationToken)
    {
        if (packet.Length < 20)
            throw new WireException("A packet is too short.");
        if (BinaryPrimitives.ReadInt64LittleEndian(packet.Span) == 0)
            await HandlePlainAsync(packet, cancellationToken);
        else
            await HandleEncryptedAsync(packet, wantsQuickAck, cancellationToken);
    }

    private async ValueTask HandlePlainAsync(ReadOnlyMemory<byte> packet, CancellationToken cancellationToken)
    {
        const int header = 20;
        var length = BinaryPrimitives.ReadInt32LittleEndian(packet.Span[16..]);
        if (length < 4 || length > packet.Length - header || length > LongestPlainMessage)
            throw new WireException("A plain message has a wrong length.");

        var answer = await _handshake.HandleAsync(packet.Slice(header, length), cancellationToken);
        var reply = new byte[header + answer.Length];
        BinaryPrimitives.WriteInt64LittleEndian(reply.AsSpan(8), _plainIds.Next(MessageIds.Answer));
        BinaryPrimitives.WriteInt32LittleEndian(reply.AsSpan(16), answer.Length);
        answer.CopyTo(reply, header);
        Send(reply);
    }

    private async ValueTask HandleEncryptedAsync(ReadOnlyMemory<byte> packet, bool wantsQuickAck, CancellationToken cancellationToken)
    {
        if (_server.Keys.Find(BinaryPrimitives.ReadInt64LittleEndian(packet.Span)) is not { } key || key.DcId != DcId || _server.Faults.Take(FaultKind.UnknownKey, key.UserId) is not null)
        {
            SendError(KeyUnknown);
            return;
        }
        if (packet.Length < EncryptedPacket.EnvelopeSize + EncryptedPacket.HeaderSize)
            throw new WireException("An encrypted packet is too short.");

        var plain = ArrayPool<byte>.Shared.Rent(packet.Length);
        try
        {
            if (!EncryptedPacket.TryOpen(key, packet.Span, plain, out var message, out var quickAckToken))
            {
                SendError(KeyUnknown);
                throw new WireException("An encrypted packet fails its message key.");
            }
            if (wantsQuickAck)
                _sender.SendQuickAck(quickAckToken);

            key.ActiveAt = _server.Keys.Now;
            if (_sessions.Count == 0)
                _deadline = TimeSpan.Zero;
            var session = _server.Sessions.GetOrAdd(key, message.SessionId);
            lock (_sessions)
                _sessions.Add(session);
            if (_sessions.Count > MostSessions)
                throw new WireException("A connection carries too many sessions.");
            await _processor.ProcessAsync(this, session, message, cancellationToken);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(plain, clearArray: true);
        }
    }

    private void SendError(int code)
    {
        Span<byte> packet = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(packet, code);
        Send(packet);
    }
}
