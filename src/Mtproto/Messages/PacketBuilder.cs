using System.Buffers.Binary;
using TelegramRest.Mtproto.Connection;
using TelegramRest.Wire;

namespace TelegramRest.Mtproto.Messages;

/// <summary>
/// Gathers messages into one packet: a single one goes bare, several in a container. In front there is room for both envelopes:
/// <code>
/// 0          24       40                56         64      80
/// | envelope | header | container id…   | id count | id… | body   several: the packet starts at 0
///            | envelope (24)            | header 16| id… | body   one: the packet starts at 24
/// </code>
/// https://core.telegram.org/mtproto/service_messages#containers
/// </summary>
internal sealed class PacketBuilder : IDisposable
{
    public const uint ContainerId = 0x73f1f8dc;
    public const int MostMessages = 1000;

    /// <summary>Past this a container takes no further message.</summary>
    public const int FullAt = 1 << 15;

    /// <summary>Longer messages are refused by servers.</summary>
    public const int LongestMessage = 1 << 20;

    private const int MessageHeader = 16;
    private const int ContainerHeader = 8;
    private const int Reserved = MessageCipher.EnvelopeSize + 16 + MessageHeader + ContainerHeader;
    private const int BareStart = MessageHeader + ContainerHeader;

    private readonly PooledWriter packet;

    /// <param name="expected">Bytes that its messages will have together, as far as is known.</param>
    public PacketBuilder(int expected)
    {
        packet = new PooledWriter(Reserved + expected + MessageHeader + MessageCipher.MostOverhead);
        packet.GetSpan(Reserved)[..Reserved].Clear();
        packet.Advance(Reserved);
    }

    public int Count { get; private set; }

    public bool IsFull => Count >= MostMessages || packet.Length >= FullAt;

    /// <summary>Whether a message can come in beside what is there already.</summary>
    public bool HasRoomFor(int bodyLength) => Count == 0 || packet.Length + MessageHeader + bodyLength <= FullAt;

    public void Add(long messageId, int sequenceNumber, ReadOnlySpan<byte> body)
    {
        var header = packet.GetSpan(MessageHeader);
        BinaryPrimitives.WriteInt64LittleEndian(header, messageId);
        BinaryPrimitives.WriteInt32LittleEndian(header[8..], sequenceNumber);
        BinaryPrimitives.WriteInt32LittleEndian(header[12..], body.Length);
        packet.Advance(MessageHeader);
        packet.Write(body);
        Count++;
    }

    /// <summary>Completes the plaintext; several messages get a container with an id of its own, which is returned (0 for one message).</summary>
    public long Close(SessionIdentity identity, long salt, RandomSource random)
    {
        var bodyLength = packet.Length - Reserved - MessageHeader;
        long containerMessageId = 0;
        if (Count > 1)
        {
            bodyLength = ContainerHeader + packet.Length - Reserved;
            containerMessageId = identity.NextMessageId();
            var head = packet.Written.Span[(MessageCipher.EnvelopeSize + 16)..];
            BinaryPrimitives.WriteInt64LittleEndian(head, containerMessageId);
            BinaryPrimitives.WriteInt32LittleEndian(head[8..], identity.NextSequenceNumber(isContent: false));
            BinaryPrimitives.WriteInt32LittleEndian(head[12..], bodyLength);
            BinaryPrimitives.WriteUInt32LittleEndian(head[16..], ContainerId);
            BinaryPrimitives.WriteInt32LittleEndian(head[20..], Count);
        }

        var padding = MessageCipher.PaddingFor(bodyLength);
        random.Fill(packet.GetSpan(padding)[..padding]);
        packet.Advance(padding);
        var start = packet.Written.Span[(Start + MessageCipher.EnvelopeSize)..];
        BinaryPrimitives.WriteInt64LittleEndian(start, salt);
        BinaryPrimitives.WriteInt64LittleEndian(start[8..], identity.Id);
        return containerMessageId;
    }

    /// <summary>Encrypts what <see cref="Close"/> completed; valid until disposal.</summary>
    public ReadOnlyMemory<byte> Encrypt(AuthKey key)
    {
        var bytes = packet.Written[Start..];
        MessageCipher.Encrypt(key, bytes.Span);
        return bytes;
    }

    public void Dispose() => packet.Dispose();

    private int Start => Count > 1 ? 0 : BareStart;
}
