using System.Buffers.Binary;
using System.Security.Cryptography;
using TelegramRest.Simulator.Sessions.Keys;

namespace TelegramRest.Simulator.Sessions.Messages;

/// <summary>
/// One session of one key (https://core.telegram.org/mtproto/description#session). It outlives its connections: what a client has not acknowledged
/// is sent again on the next one. It does not outlive the process; <c>new_session_created</c> then tells the client to fetch the difference.
/// </summary>
internal sealed class Session(AuthKey key, long id, ServerSalts salts, TimeProvider time)
{
    private const int LongestContainer = 512 << 10;
    private const int MostInContainer = 100;
    private const int MostUnacknowledged = 4096;
    private const long MostUnacknowledgedBytes = 64L << 20;
    private const int MostAcks = 8192;
    private static readonly TimeSpan LostAfter = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ResendAfter = TimeSpan.FromSeconds(90);

    private readonly Lock _lock = new();
    private readonly MessageIds _ids = new(time);
    private readonly InboundLog _inbound = new();
    private readonly SortedDictionary<long, OutgoingMessage> _unacknowledged = [];
    private readonly List<OutgoingMessage> _queue = [];
    private readonly List<long> _acks = [];
    private long _unacknowledgedBytes;
    private int _contentCount;
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
            foreach (var message in _unacknowledged.Values)
                Queue(message);
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
            BinaryPrimitives.WriteInt64LittleEndian(body.AsSpan(20), salts.Current(Key, Now));
            Track(new OutgoingMessage(_ids.Next(MessageIds.Push), NextSeqNo(content: true), body, answerTo: null));
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
                    Queue(answer);
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
                    Queue(answer);
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
            request.Answer = new OutgoingMessage(_ids.Next(MessageIds.Answer), NextSeqNo(content: true), body, request);
            Track(request.Answer);
        }
    }

    /// <summary>Stores a request's answer without sending it.</summary>
    public void HoldAnswer(InboundMessage request, byte[] body)
    {
        lock (_lock)
        {
            request.Answer = new OutgoingMessage(_ids.Next(MessageIds.Answer), NextSeqNo(content: true), body, request);
            Remember(request.Answer);
        }
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
                Forget(answer);
            return answer;
        }
    }

    /// <summary>Queues a message of the protocol itself, which nobody acknowledges.</summary>
    public void Reply(ReadOnlySpan<byte> body)
    {
        lock (_lock)
            Queue(new OutgoingMessage(_ids.Next(MessageIds.Answer), NextSeqNo(content: false), body.ToArray(), answerTo: null));
    }

    /// <summary>Queues updates. Without a connection they wait, within limits, for the next one.</summary>
    public void Push(byte[] body)
    {
        lock (_lock)
            Track(new OutgoingMessage(_ids.Next(MessageIds.Push), NextSeqNo(content: true), body, answerTo: null));
    }

    /// <summary>The client has these messages.</summary>
    public void Acknowledged(ReadOnlySpan<long> messageIds)
    {
        lock (_lock)
        {
            foreach (var messageId in messageIds)
            {
                if (_unacknowledged.TryGetValue(messageId, out var message))
                    Forget(message);
            }
        }
    }

    /// <summary>Queues stored messages again.</summary>
    /// <returns>False when one of them is not here.</returns>
    public bool Resend(ReadOnlySpan<long> messageIds)
    {
        var all = true;
        lock (_lock)
        {
            foreach (var messageId in messageIds)
            {
                var message = _unacknowledged.GetValueOrDefault(messageId) ?? _inbound.Find(messageId)?.Answer;
                if (message is null)
                    all = false;
                else
                    Queue(message);
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
            foreach (var message in _unacknowledged.Values)
            {
                if (message.SentAt != 0 && time.GetElapsedTime(message.SentAt) > ResendAfter)
                    Queue(message);
            }
            if (_acks.Count > 0)
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
            if (_connection is null || _queue.Count == 0 || _corks > 0)
                return;
            if (_acks.Count > 0)
                QueueAcks();
            for (var start = 0; start < _queue.Count;)
            {
                var count = CountThatFits(start);
                Send(_queue.GetRange(start, count), _connection);
                start += count;
            }
            _queue.Clear();
        }
    }

    private int Now => (int)time.GetUtcNow().ToUnixTimeSeconds();

    private int CountThatFits(int start)
    {
        var length = _queue[start].Body.Length;
        var count = 1;
        while (start + count < _queue.Count && count < MostInContainer && length + _queue[start + count].Body.Length < LongestContainer)
            length += _queue[start + count++].Body.Length;
        return count;
    }

    private void Send(List<OutgoingMessage> messages, IPacketTarget connection)
    {
        var salt = salts.Current(Key, Now);
        foreach (var message in messages)
        {
            message.SentAt = time.GetTimestamp();
            message.IsQueued = false;
        }

        if (messages is [var single])
        {
            var body = EncryptedPacket.RentPlain(single.Body.Length);
            single.Body.CopyTo(body, EncryptedPacket.HeaderSize);
            EncryptedPacket.Seal(Key, salt, Id, single.Id, single.SeqNo, body, single.Body.Length, connection.Send);
            return;
        }

        var length = 8 + messages.Sum(message => 16 + message.Body.Length);
        var plain = EncryptedPacket.RentPlain(length);
        var span = plain.AsSpan(EncryptedPacket.HeaderSize, length);
        BinaryPrimitives.WriteUInt32LittleEndian(span, ServiceIds.Container);
        BinaryPrimitives.WriteInt32LittleEndian(span[4..], messages.Count);
        span = span[8..];
        foreach (var message in messages)
        {
            BinaryPrimitives.WriteInt64LittleEndian(span, message.Id);
            BinaryPrimitives.WriteInt32LittleEndian(span[8..], message.SeqNo);
            BinaryPrimitives.WriteInt32LittleEndian(span[12..], message.Body.Length);
            message.Body.CopyTo(span[16..]);
            span = span[(16 + message.Body.Length)..];
        }
        EncryptedPacket.Seal(Key, salt, Id, _ids.Next(MessageIds.Push), NextSeqNo(content: false), plain, length, connection.Send);
    }

    private void Acknowledge(in ClientMessage message)
    {
        if (message.IsContent && _acks.Count < MostAcks && !_acks.Contains(message.Id))
            _acks.Add(message.Id);
    }

    private void QueueAcks()
    {
        using var writer = new Tl.TlWriter();
        writer.WriteUInt32(ServiceIds.MsgsAck);
        writer.WriteInt64Vector(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_acks));
        _queue.Add(new OutgoingMessage(_ids.Next(MessageIds.Push), NextSeqNo(content: false), writer.WrittenSpan.ToArray(), answerTo: null));
        _acks.Clear();
    }

    private int NextSeqNo(bool content) => content ? (_contentCount++ * 2) + 1 : _contentCount * 2;

    private void Queue(OutgoingMessage message)
    {
        if (message.IsQueued || (!message.IsContent && _connection is null))
            return;
        message.IsQueued = true;
        _queue.Add(message);
    }

    private void Track(OutgoingMessage message)
    {
        Remember(message);
        Queue(message);
    }

    private void Remember(OutgoingMessage message)
    {
        _unacknowledged.Add(message.Id, message);
        _unacknowledgedBytes += message.Body.Length;
        while (_unacknowledged.Count > MostUnacknowledged || _unacknowledgedBytes > MostUnacknowledgedBytes)
            Forget(_unacknowledged.First().Value);
    }

    private void Forget(OutgoingMessage message)
    {
        if (!_unacknowledged.Remove(message.Id))
            return;
        _unacknowledgedBytes -= message.Body.Length;
        if (message.AnswerTo is { } request)
            request.Answer = null;
        if (message.IsQueued)
            _queue.Remove(message);
        message.IsQueued = false;
    }
}
