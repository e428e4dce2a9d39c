using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using TelegramRest.Simulator.Sessions.Keys;

namespace TelegramRest.Simulator.Sessions.Messages;

/// <summary>
/// One session of one key (https://core.telegram.org/mtproto/description#session). It outlives its connections: what a client has not acknowledged
/// is sent again on the next one. It does not outlive the process; <c>new_session_created</c> then tells the client to fetch the difference.
/// </summary>
internal sealed class Session(AuthKey key, long id, ServerSalts salts, TimeProvider time)
{
    private const int MostAcks = 8192;
    private static readonly TimeSpan LostAfter = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ResendAfter = TimeSpan.FromSeconds(90);

    private readonly Lock _lock = new();
    private readonly InboundLog _inbound = new();
    private readonly OutgoingQueue _outgoing = new(key, id, salts, time);
    private readonly List<long> _acks = [];
    private int _corks;
    private bool _announced;
    private IPacketTarget? _connection;

    public AuthKey Key { get; } = key;

    public long Id { get; } = id;

    /// <summary>The session has sent a request outside <c>invokeWithoutUpdates</c>.</summary>
    public bool WantsUpdates { get; set; }

    public bool IsConnected
    {
        get
        {
            lock (_lock)
                return _connection is not null;
        }
    }

    /// <summary>Time stamp of the last moment with a connection.</summary>
    public long ConnectedAt { get; private set; } = time.GetTimestamp();

    /// <summary>From now on the session speaks through this connection; what the one before may have lost is sent again.</summary>
    public void Attach(IPacketTarget connection)
    {
        lock (_lock)
        {
            if (ReferenceEquals(_connection, connection))
                return;
            _connection = connection;
            _outgoing.QueueUnacknowledged();
        }
    }

    public void Detach(IPacketTarget connection)
    {
        lock (_lock)
        {
            if (!ReferenceEquals(_connection, connection))
                return;
            _connection = null;
            ConnectedAt = time.GetTimestamp();
        }
    }

    /// <summary>Says once that the session is new: <paramref name="firstMessageId"/> is the earliest message that it knows.</summary>
    public void Announce(long firstMessageId)
    {
        lock (_lock)
        {
            if (_announced)
                return;
            _announced = true;
            var body = new byte[28];
            BinaryPrimitives.WriteUInt32LittleEndian(body, ServiceIds.NewSessionCreated);
            BinaryPrimitives.WriteInt64LittleEndian(body.AsSpan(4), firstMessageId);
            RandomNumberGenerator.Fill(body.AsSpan(12, 8));
            BinaryPrimitives.WriteInt64LittleEndian(body.AsSpan(20), salts.Current(Key, (int)time.GetUtcNow().ToUnixTimeSeconds()));
            _outgoing.Queue(_outgoing.AddContent(MessageIds.Push, body));
        }
    }

    /// <summary>Takes a message in; null when it has been here before (its answer is on its way again) or is too old to tell.</summary>
    public InboundMessage? Receive(in ClientMessage message, out bool isTooOld)
    {
        lock (_lock)
        {
            isTooOld = false;
            if (_inbound.Find(message.Id) is { } known)
            {
                if (known.Answer is { } answer)
                    _outgoing.Queue(answer);
                else
                    Acknowledge(message);
                return null;
            }

            isTooOld = _inbound.IsTooOld(message.Id);
            if (isTooOld)
                return null;
            Acknowledge(message);
            return _inbound.Add(message.Id);
        }
    }

    /// <summary>As if the message had never come: its connection broke before it was run.</summary>
    public void Forget(InboundMessage message)
    {
        lock (_lock)
            _inbound.Forget(message.Id);
    }

    public InboundMessage? Find(long messageId)
    {
        lock (_lock)
            return _inbound.Find(messageId);
    }

    /// <summary>The state byte of each message. Asking for a message whose answer should have arrived brings the answer again.</summary>
    public byte[] StatesOf(ReadOnlySpan<long> messageIds)
    {
        var states = new byte[messageIds.Length];
        lock (_lock)
        {
            for (var i = 0; i < states.Length; i++)
            {
                states[i] = _inbound.StateOf(messageIds[i]);
                if (_inbound.Find(messageIds[i])?.Answer is { } answer && (answer.SentAt == 0 || time.GetElapsedTime(answer.SentAt) > LostAfter))
                    _outgoing.Queue(answer);
            }
        }
        return states;
    }

    /// <summary>Queues a request's answer; a request that the client dropped gets none.</summary>
    public void Answer(InboundMessage request, byte[] body)
    {
        lock (_lock)
        {
            _acks.Remove(request.Id);
            if (request.IsDropped)
                return;
            request.Answer = _outgoing.AddContent(MessageIds.Answer, body, request);
            _outgoing.Queue(request.Answer);
        }
    }

    /// <summary>Stores a request's answer without sending it.</summary>
    public void HoldAnswer(InboundMessage request, byte[] body)
    {
        lock (_lock)
            request.Answer = _outgoing.AddContent(MessageIds.Answer, body, request);
    }

    /// <summary>Marks a request's answer as unwanted and takes it back if it is there.</summary>
    /// <returns>The answer taken back; null when there was none yet.</returns>
    public OutgoingMessage? Drop(InboundMessage request)
    {
        lock (_lock)
        {
            request.IsDropped = true;
            var answer = request.Answer;
            if (answer is not null)
                _outgoing.Forget(answer);
            return answer;
        }
    }

    /// <summary>Queues a message of the protocol itself, which nobody acknowledges; without a connection it is of no use.</summary>
    public void Reply(ReadOnlySpan<byte> body)
    {
        lock (_lock)
        {
            if (_connection is not null)
                _outgoing.AddService(MessageIds.Answer, body.ToArray());
        }
    }

    /// <summary>Queues updates. Without a connection they wait, within limits, for the next one.</summary>
    public void Push(byte[] body)
    {
        lock (_lock)
            _outgoing.Queue(_outgoing.AddContent(MessageIds.Push, body));
    }

    /// <summary>The client has these messages.</summary>
    public void Acknowledged(ReadOnlySpan<long> messageIds)
    {
        lock (_lock)
        {
            foreach (var messageId in messageIds)
            {
                if (_outgoing.TryFind(messageId, out var message))
                    _outgoing.Forget(message);
            }
        }
    }

    /// <summary>Queues stored messages again, named by their own ids or by those of the requests that they answer.</summary>
    /// <returns>False when one of them is not here.</returns>
    public bool Resend(ReadOnlySpan<long> messageIds)
    {
        var all = true;
        lock (_lock)
        {
            foreach (var messageId in messageIds)
            {
                if (_outgoing.TryFind(messageId, out var message) || (message = _inbound.Find(messageId)?.Answer) is not null)
                    _outgoing.Queue(message);
                else
                    all = false;
            }
        }
        return all;
    }

    /// <summary>What is due by time: acknowledgements that found no answer to travel with, and messages that the client has left unacknowledged for long.</summary>
    public void Sweep()
    {
        lock (_lock)
        {
            if (_connection is null)
                return;
            _outgoing.QueueUnacknowledged(sentBefore: ResendAfter);
            QueueAcks();
        }
        Flush();
    }

    /// <summary>Until <see cref="Uncork"/> answers gather, to leave together.</summary>
    public void Cork()
    {
        lock (_lock)
            _corks++;
    }

    public void Uncork()
    {
        lock (_lock)
            _corks--;
        Flush();
    }

    /// <summary>Sends everything that is queued. Acknowledgements alone wait for the sweep: mostly an answer makes them needless before.</summary>
    public void Flush()
    {
        lock (_lock)
        {
            if (_connection is null || _outgoing.IsEmpty || _corks > 0)
                return;
            QueueAcks();
            _outgoing.Send(_connection);
        }
    }

    private void Acknowledge(in ClientMessage message)
    {
        if (message.IsContent && _acks.Count < MostAcks && !_acks.Contains(message.Id))
            _acks.Add(message.Id);
    }

    private void QueueAcks()
    {
        if (_acks.Count == 0)
            return;
        using var writer = new Tl.TlWriter();
        writer.WriteUInt32(ServiceIds.MsgsAck);
        writer.WriteInt64Vector(CollectionsMarshal.AsSpan(_acks));
        _outgoing.AddService(MessageIds.Push, writer.WrittenSpan.ToArray());
        _acks.Clear();
    }
}
