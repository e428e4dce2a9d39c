using System.Buffers.Binary;
using TelegramRest.Wire;

namespace TelegramRest.Mtproto.Messages;

/// <summary>Unwraps what a packet brought: containers, packed objects, repetitions; notes what has to be acknowledged. Guarded by the session's lock.</summary>
internal sealed class MessageReader(SessionIdentity identity, Acknowledgements acknowledgements, IMessageSink sink)
{
    private const uint ResultId = 0xf35c6d01;
    private const int EntryHeader = 8 + 4 + 4;

    /// <exception cref="WireException">The message breaks the protocol; the connection is not worth keeping.</exception>
    public void Read(ReceivedMessage message, TimeSpan now)
    {
        if (IsNew(message.MessageId, message.SequenceNumber, now))
            ReadBody(message.MessageId, message.Body, now, nested: false);
    }

    private bool IsNew(long messageId, int sequenceNumber, TimeSpan now)
    {
        if ((messageId & 1) == 0)
            throw new WireException("A message of the server has a client's id.");

        // A repetition means that the acknowledgement was lost.
        if ((sequenceNumber & 1) != 0)
            acknowledgements.Add(messageId, now);
        return identity.Received.TryAdd(messageId);
    }

    private void ReadBody(long messageId, ReadOnlySpan<byte> body, TimeSpan now, bool nested)
    {
        try
        {
            var reader = new Tl.TlReader(body);
            switch (reader.PeekUInt32())
            {
                case PacketBuilder.ContainerId when !nested:
                    ReadContainer(body[4..], now);
                    break;
                case Gzip.PackedId when !nested:
                    reader.Skip(4);
                    using (var inflated = Gzip.Inflate(reader.ReadBytesSpan()))
                        ReadBody(messageId, inflated.Written.Span, now, nested: true);
                    break;
                case ResultId:
                    reader.Skip(4);
                    sink.OnResult(reader.ReadInt64(), ref reader);
                    break;
                default:
                    sink.OnMessage(messageId, reader.ReadObject());
                    break;
            }
        }
        catch (Tl.TlException exception)
        {
            sink.OnUnreadable(exception);
        }
    }

    private void ReadContainer(ReadOnlySpan<byte> content, TimeSpan now)
    {
        var reader = new Tl.TlReader(content);
        for (var count = ReadCount(ref reader); count > 0; count--)
        {
            if (reader.Remaining < EntryHeader)
                throw new WireException("A container is cut short.");
            var messageId = reader.ReadInt64();
            var sequenceNumber = reader.ReadInt32();
            var length = reader.ReadInt32();
            if (length < 4 || length % 4 != 0 || length > reader.Remaining)
                throw new WireException("A message in a container has a bad length.");
            var body = reader.ReadRaw(length);
            if (IsNew(messageId, sequenceNumber, now))
                ReadInner(messageId, body, now);
        }
    }

    private static int ReadCount(ref Tl.TlReader reader)
    {
        var count = reader.Remaining < 4 ? -1 : reader.ReadInt32();
        if (count < 0 || count > reader.Remaining / EntryHeader)
            throw new WireException("A container's count is wrong.");
        return count;
    }

    // A container inside a container is not allowed, a packed object is.
    private void ReadInner(long messageId, ReadOnlySpan<byte> body, TimeSpan now)
    {
        if (body.Length >= 4 && BinaryPrimitives.ReadUInt32LittleEndian(body) == PacketBuilder.ContainerId)
            throw new WireException("A container holds a container.");
        ReadBody(messageId, body, now, nested: false);
    }
}
