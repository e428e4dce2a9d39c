using System.Buffers;
using System.Buffers.Binary;
using System.Net.Sockets;
using TelegramRest.Wire;
using TelegramRest.Wire.Framing;

namespace TelegramRest.Tests.Unit.Mtproto.Scripted;

/// <summary>One client's connection: packets, and encrypted messages in both directions, each step at the test's will.</summary>
internal sealed class ScriptedConnection(TcpClient client, ScriptedServer server) : IDisposable
{
    private const uint ContainerId = 0x73f1f8dc;
    private const uint ResultId = 0xf35c6d01;

    private readonly NetworkStream stream = client.GetStream();
    private readonly Queue<ClientMessage> unread = new();
    private PacketFraming? framing;
    private byte[] held = [];
    private int content;

    public AuthKey Key { get; set; } = server.Key;

    public long SessionId { get; set; }

    public TransportKind Kind => framing!.Kind;

    public Obfuscation? Obfuscation { get; private set; }

    /// <summary>The next packet as it came.</summary>
    public async Task<byte[]> ReceivePacketAsync()
    {
        while (true)
        {
            if (framing is null)
                TryDetect();
            if (framing is not null && framing.Read(held) is { IsComplete: true } frame)
            {
                var packet = held[frame.Offset..(frame.Offset + frame.Length)];
                held = held[frame.Consumed..];
                return packet;
            }

            var more = new byte[64 * 1024];
            var count = await stream.ReadAsync(more, Deadline.Token());
            if (count == 0)
                throw new EndOfStreamException("The client closed the connection.");
            Obfuscation?.Decrypt(more.AsSpan(0, count));
            held = [.. held, .. more[..count]];
        }
    }

    /// <summary>The next message that is more than housekeeping: no acknowledgement, no ping, no question for addresses.</summary>
    public async Task<ClientMessage> ReceiveAsync()
    {
        while (true)
        {
            var message = await ReceiveAnyAsync();
            if (message.ConstructorId is not (0x62d6b459 or 0xf3427b8c) && BinaryPrimitives.ReadUInt32LittleEndian(message.Body.AsSpan(^4..)) != 0xc4f9186b)
                return message;
        }
    }

    /// <summary>The next message of any kind.</summary>
    public async Task<ClientMessage> ReceiveAnyAsync()
    {
        while (unread.Count == 0)
            Unpack(await ReceivePacketAsync());
        return unread.Dequeue();
    }

    /// <summary>The next service message of a kind; others are skipped.</summary>
    public async Task<(ClientMessage Envelope, T Message)> ReceiveServiceAsync<T>()
        where T : Tl.TlObject
    {
        while (true)
        {
            var message = await ReceiveAnyAsync();
            if (message.ConstructorId is 0x62d6b459 or 0xf3427b8c or 0xda69fb52 or 0x7d861a08 or 0x04deb57d && message.Read() is T wanted)
                return (message, wanted);
        }
    }

    /// <summary>Answers a request with a result.</summary>
    public Task AnswerAsync(ClientMessage request, Tl.TlObject result) => AnswerAsync(request, Serialize(result));

    public Task AnswerAsync(ClientMessage request, byte[] result) => SendAsync(Result(request.MessageId, result), isContent: true);

    /// <summary>Says that a request was received, and answers it.</summary>
    public async Task AnswerAsync(ClientMessage request, Tl.TlObject result, (ClientMessage Envelope, Tl.Mtproto.MsgsStateReq Question) asked)
    {
        await SendAsync(new Tl.Mtproto.MsgsStateInfo { ReqMsgId = asked.Envelope.MessageId, Info = new byte[] { 4 } });
        await AnswerAsync(request, result);
    }

    public Task FailAsync(ClientMessage request, int code, string text) =>
        AnswerAsync(request, new Tl.Mtproto.RpcError { ErrorCode = code, ErrorMessage = text });

    public Task SendAsync(Tl.TlObject message, bool isContent = false) => SendAsync(Serialize(message), isContent);

    /// <summary>Sends one message; returns its id.</summary>
    public async Task<long> SendAsync(byte[] body, bool isContent, long? messageId = null)
    {
        var id = messageId ?? NextMessageId();
        await SendPacketAsync(Encrypt(id, isContent ? (2 * content++) + 1 : 2 * content, body));
        return id;
    }

    /// <summary>An encrypted packet, for a test to damage.</summary>
    public byte[] Encrypt(long messageId, int sequenceNumber, byte[] body, int? claimedLength = null, int padding = 12, long? sessionId = null)
    {
        var total = 32 + body.Length + padding;
        total += -total & 15;
        var packet = new byte[24 + total];
        var plain = packet.AsSpan(24);
        BinaryPrimitives.WriteInt64LittleEndian(plain, server.Salt);
        BinaryPrimitives.WriteInt64LittleEndian(plain[8..], sessionId ?? SessionId);
        BinaryPrimitives.WriteInt64LittleEndian(plain[16..], messageId);
        BinaryPrimitives.WriteInt32LittleEndian(plain[24..], sequenceNumber);
        BinaryPrimitives.WriteInt32LittleEndian(plain[28..], claimedLength ?? body.Length);
        body.CopyTo(plain[32..]);
        Span<byte> aesKey = stackalloc byte[32];
        Span<byte> aesIv = stackalloc byte[32];
        BinaryPrimitives.WriteInt64LittleEndian(packet, Key.Id);
        MessageKeys.ComputeV2(Key.Bytes, plain, fromClient: false, packet.AsSpan(8));
        MessageKeys.V2(Key.Bytes, packet.AsSpan(8, 16), fromClient: false, aesKey, aesIv);
        AesIge.Encrypt(plain, plain, aesKey, aesIv);
        return packet;
    }

    public async Task SendPacketAsync(byte[] packet)
    {
        var output = new ArrayBufferWriter<byte>();
        framing!.Write(packet, output);
        await SendRawAsync(output.WrittenSpan.ToArray());
    }

    public async Task SendRawAsync(byte[] bytes)
    {
        Obfuscation?.Encrypt(bytes);
        await stream.WriteAsync(bytes, Deadline.Token());
    }

    public long NextMessageId(int kind = 1) => server.NextMessageId() + kind;

    /// <summary>Completes once the client has closed its side.</summary>
    public async Task WaitForCloseAsync()
    {
        try
        {
            while (true)
                await ReceivePacketAsync();
        }
        catch (Exception exception) when (exception is IOException or SocketException)
        {
        }
    }

    public static byte[] Serialize(Tl.TlObject message)
    {
        using var writer = new Tl.TlWriter();
        message.Write(writer);
        return writer.WrittenSpan.ToArray();
    }

    public static byte[] Result(long requestMessageId, byte[] result)
    {
        var body = new byte[12 + result.Length];
        BinaryPrimitives.WriteUInt32LittleEndian(body, ResultId);
        BinaryPrimitives.WriteInt64LittleEndian(body.AsSpan(4), requestMessageId);
        result.CopyTo(body.AsSpan(12));
        return body;
    }

    public static byte[] Container(params (long Id, int SequenceNumber, byte[] Body)[] messages)
    {
        using var writer = new Tl.TlWriter();
        writer.WriteUInt32(ContainerId);
        writer.WriteInt32(messages.Length);
        foreach (var (id, sequenceNumber, body) in messages)
        {
            writer.WriteInt64(id);
            writer.WriteInt32(sequenceNumber);
            writer.WriteInt32(body.Length);
            writer.WriteRaw(body);
        }

        return writer.WrittenSpan.ToArray();
    }

    public void Dispose() => client.Dispose();

    private void TryDetect()
    {
        if (!TransportDetector.TryDetect(held, out var kind, out var consumed) || (kind is null && held.Length < Obfuscation.HeaderSize))
            return;
        if (kind is null)
        {
            Obfuscation = Obfuscation.AcceptServer(held, server.ProxySecret);
            kind = Obfuscation.Kind;
            consumed = Obfuscation.HeaderSize;
            Obfuscation.Decrypt(held.AsSpan(consumed));
        }

        held = held[consumed..];
        framing = PacketFraming.Create(kind.Value, new TestRandom());
    }

    private void Unpack(byte[] packet)
    {
        if (BinaryPrimitives.ReadInt64LittleEndian(packet) != Key.Id)
            throw new WireException("The client used another key.");
        Span<byte> aesKey = stackalloc byte[32];
        Span<byte> aesIv = stackalloc byte[32];
        Span<byte> messageKey = stackalloc byte[16];
        var plain = packet.AsSpan(24);
        MessageKeys.V2(Key.Bytes, packet.AsSpan(8, 16), fromClient: true, aesKey, aesIv);
        AesIge.Decrypt(plain, plain, aesKey, aesIv);
        MessageKeys.ComputeV2(Key.Bytes, plain, fromClient: true, messageKey);
        if (!messageKey.SequenceEqual(packet.AsSpan(8, 16)))
            throw new WireException("The client's message key is wrong.");

        var salt = BinaryPrimitives.ReadInt64LittleEndian(plain);
        SessionId = BinaryPrimitives.ReadInt64LittleEndian(plain[8..]);
        var id = BinaryPrimitives.ReadInt64LittleEndian(plain[16..]);
        var sequenceNumber = BinaryPrimitives.ReadInt32LittleEndian(plain[24..]);
        var body = plain.Slice(32, BinaryPrimitives.ReadInt32LittleEndian(plain[28..]));
        if (BinaryPrimitives.ReadUInt32LittleEndian(body) != ContainerId)
        {
            unread.Enqueue(new ClientMessage(SessionId, salt, id, sequenceNumber, 0, body.ToArray()));
            return;
        }

        var reader = new Tl.TlReader(body[4..]);
        for (var count = reader.ReadInt32(); count > 0; count--)
        {
            var innerId = reader.ReadInt64();
            var innerSequence = reader.ReadInt32();
            unread.Enqueue(new ClientMessage(SessionId, salt, innerId, innerSequence, id, reader.ReadRaw(reader.ReadInt32()).ToArray()));
        }
    }
}
