using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using TelegramRest.Simulator.Sessions.Keys;

namespace TelegramRest.Simulator.Sessions.Messages;

/// <summary>The outgoing half of a session: what waits to be sent, and what waits to be acknowledged. The session's lock guards it.</summary>
internal sealed class OutgoingQueue(AuthKey key, long sessionId, ServerSalts salts, TimeProvider time)
{
    private const int LongestContainer = 512 << 10;
    private const int MostInContainer = 100;
    private const int MostUnacknowledged = 4096;
    private const long MostUnacknowledgedBytes = 64L << 20;

    private readonly MessageIds _ids = new(time);
    private readonly SortedDictionary<long, OutgoingMessage> _unacknowledged = [];
    private readonly List<OutgoingMessage> _queue = [];
    private long _unacknowledgedBytes;
    private int _contentCount;

    public bool IsEmpty => _queue.Count == 0;

    /// <summary>Makes a message that the client has to acknowledge and remembers it; it is sent only once it is queued.</summary>
    /// <param name="kind"><see cref="MessageIds.Answer"/> or <see cref="MessageIds.Push"/>.</param>
    /// <param name="body">The message.</param>
    /// <param name="answerTo">The request that it answers.</param>
    public OutgoingMessage AddContent(int kind, byte[] body, InboundMessage? answerTo = null)
    {
        var message = new OutgoingMessage(_ids.Next(kind), (_contentCount++ * 2) + 1, body, answerTo);
        _unacknowledged.Add(message.Id, message);
        _unacknowledgedBytes += body.Length;
        while (_unacknowledged.Count > MostUnacknowledged || _unacknowledgedBytes > MostUnacknowledgedBytes)
            Forget(_unacknowledged.First().Value);
        return message;
    }

    /// <summary>Queues a message of the protocol itself, which nobody acknowledges.</summary>
    public void AddService(int kind, byte[] body) => Queue(new OutgoingMessage(_ids.Next(kind), _contentCount * 2, body, answerTo: null));

    public void Queue(OutgoingMessage message)
    {
        if (message.IsQueued)
            return;
        message.IsQueued = true;
        _queue.Add(message);
    }

    /// <summary>Queues again all that the client may not have: on a new connection everything, else what was sent longer ago than that.</summary>
    public void QueueUnacknowledged(TimeSpan? sentBefore = null)
    {
        foreach (var message in _unacknowledged.Values)
        {
            if (sentBefore is null || (message.SentAt != 0 && time.GetElapsedTime(message.SentAt) > sentBefore))
                Queue(message);
        }
    }

    public bool TryFind(long messageId, [NotNullWhen(true)] out OutgoingMessage? message) => _unacknowledged.TryGetValue(messageId, out message);

    /// <summary>Neither sends nor keeps the message any longer.</summary>
    public void Forget(OutgoingMessage message)
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

    /// <summary>Sends what is queued, in as few packets as the rules for containers allow.</summary>
    public void Send(IPacketTarget connection)
    {
        for (var start = 0; start < _queue.Count;)
        {
            var count = CountThatFits(start);
            Send(_queue.GetRange(start, count), connection);
            start += count;
        }
        _queue.Clear();
    }

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
        var salt = salts.Current(key, (int)time.GetUtcNow().ToUnixTimeSeconds());
        foreach (var message in messages)
        {
            message.SentAt = time.GetTimestamp();
            message.IsQueued = false;
        }

        if (messages is [var single])
        {
            var body = EncryptedPacket.RentPlain(single.Body.Length);
            single.Body.CopyTo(body, EncryptedPacket.HeaderSize);
            EncryptedPacket.Seal(key, salt, sessionId, single.Id, single.SeqNo, body, single.Body.Length, connection.Send);
            return;
        }

        var length = 8 + messages.Sum(message => 16 + message.Body.Length);
        var plain = EncryptedPacket.RentPlain(length);
        WriteContainer(messages, plain.AsSpan(EncryptedPacket.HeaderSize, length));
        EncryptedPacket.Seal(key, salt, sessionId, _ids.Next(MessageIds.Push), _contentCount * 2, plain, length, connection.Send);
    }

    private static void WriteContainer(List<OutgoingMessage> messages, Span<byte> target)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(target, ServiceIds.Container);
        BinaryPrimitives.WriteInt32LittleEndian(target[4..], messages.Count);
        target = target[8..];
        foreach (var message in messages)
        {
            BinaryPrimitives.WriteInt64LittleEndian(target, message.Id);
            BinaryPrimitives.WriteInt32LittleEndian(target[8..], message.SeqNo);
            BinaryPrimitives.WriteInt32LittleEndian(target[12..], message.Body.Length);
            message.Body.CopyTo(target[16..]);
            target = target[(16 + message.Body.Length)..];
        }
    }
}
