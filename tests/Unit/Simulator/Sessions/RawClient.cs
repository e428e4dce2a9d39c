using System.Buffers;
using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using TelegramRest.Simulator.Sessions;
using TelegramRest.Wire;
using TelegramRest.Wire.Framing;

namespace TelegramRest.Tests.Unit.Simulator.Sessions;

/// <summary>A client that does exactly what a test says, right or wrong.</summary>
internal sealed class RawClient : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Socket _socket;
    private readonly TimeProvider _time;
    private readonly PacketFraming _framing;
    private readonly Obfuscation? _obfuscation;
    private readonly List<ServerMessage> _received = [];
    private byte[] _buffer = [];
    private long _lastId;
    private int _contentCount;

    private RawClient(Socket socket, TimeProvider time, PacketFraming framing, Obfuscation? obfuscation)
    {
        _socket = socket;
        _time = time;
        _framing = framing;
        _obfuscation = obfuscation;
    }

    public byte[] Secret { get; private set; } = [];

    /// <summary>Bytes that the transport may leave behind a plain message.</summary>
    public int MostPacketPadding => _framing.Kind == TransportKind.PaddedIntermediate ? 15 : 0;

    public long Salt { get; set; }

    public long SessionId { get; set; }

    public static async Task<RawClient> ConnectAsync(int port, TimeProvider time, TransportKind kind = TransportKind.Intermediate, bool obfuscated = false)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, port);
        var framing = PacketFraming.Create(kind, RandomSource.Secure);
        if (!obfuscated)
        {
            await socket.SendAsync(framing.Preamble.ToArray());
            return new RawClient(socket, time, framing, obfuscation: null);
        }

        var header = new byte[Obfuscation.HeaderSize];
        var obfuscation = Obfuscation.CreateClient(kind, TestServer.DcId, [], RandomSource.Secure, header);
        await socket.SendAsync(header);
        return new RawClient(socket, time, framing, obfuscation);
    }

    public void Use(byte[] secret, long salt, long sessionId)
    {
        Secret = secret;
        Salt = salt;
        SessionId = sessionId;
    }

    public long NextId()
    {
        var now = _time.GetUtcNow();
        _lastId = Math.Max(_lastId + 4, now.ToUnixTimeSeconds() << 32);
        return _lastId;
    }

    public int NextSeqNo(bool content = true) => content ? (_contentCount++ * 2) + 1 : _contentCount * 2;

    public Task SendBytesAsync(byte[] bytes) => _socket.SendAsync(bytes);

    public async Task SendPacketAsync(byte[] packet, bool wantsQuickAck = false)
    {
        var output = new ArrayBufferWriter<byte>();
        _framing.Write(packet, output);
        var bytes = output.WrittenSpan.ToArray();
        if (wantsQuickAck)
            bytes[_framing.Kind == TransportKind.Abridged ? 0 : 3] |= 0x80;
        _obfuscation?.Encrypt(bytes);
        await _socket.SendAsync(bytes);
    }

    /// <summary>The next packet; null when the server has closed.</summary>
    public async Task<byte[]?> ReceivePacketAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        var chunk = new byte[64 << 10];
        while (true)
        {
            var frame = _framing.Read(_buffer);
            if (frame.IsComplete)
            {
                var packet = _buffer.AsSpan(frame.Offset, frame.Length).ToArray();
                _buffer = _buffer[frame.Consumed..];
                return packet;
            }

            int read;
            try
            {
                read = await _socket.ReceiveAsync(chunk, patience.Token);
            }
            catch (SocketException)
            {
                return null;
            }
            if (read == 0)
                return null;
            _obfuscation?.Decrypt(chunk.AsSpan(0, read));
            _buffer = [.. _buffer, .. chunk.AsSpan(0, read)];
        }
    }

    /// <summary>Bytes of the stream outside of any packet.</summary>
    public async Task<byte[]> ReceiveBytesAsync(int count)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (_buffer.Length < count)
        {
            var chunk = new byte[count - _buffer.Length];
            var read = await _socket.ReceiveAsync(chunk, patience.Token);
            if (read == 0)
                throw new IOException("The server closed the connection.");
            _obfuscation?.Decrypt(chunk.AsSpan(0, read));
            _buffer = [.. _buffer, .. chunk.AsSpan(0, read)];
        }
        var bytes = _buffer[..count];
        _buffer = _buffer[count..];
        return bytes;
    }

    /// <summary>Encrypts and sends one message; returns its id.</summary>
    public async Task<long> SendAsync(byte[] body, bool content = true, long? id = null, bool wantsQuickAck = false)
    {
        var messageId = id ?? NextId();
        await SendPacketAsync(Seal(body, messageId, NextSeqNo(content)), wantsQuickAck);
        return messageId;
    }

    public Task<long> CallAsync(Tl.TlMethod method, long? id = null) => SendAsync(Bytes(method), id: id);

    public byte[] Seal(byte[] body, long id, int seqNo)
    {
        var plain = new byte[(32 + body.Length + 12 + 15) & ~15];
        BinaryPrimitives.WriteInt64LittleEndian(plain, Salt);
        BinaryPrimitives.WriteInt64LittleEndian(plain.AsSpan(8), SessionId);
        BinaryPrimitives.WriteInt64LittleEndian(plain.AsSpan(16), id);
        BinaryPrimitives.WriteInt32LittleEndian(plain.AsSpan(24), seqNo);
        BinaryPrimitives.WriteInt32LittleEndian(plain.AsSpan(28), body.Length);
        body.CopyTo(plain, 32);

        var packet = new byte[24 + plain.Length];
        var aes = new byte[64];
        BinaryPrimitives.WriteInt64LittleEndian(packet, new Wire.AuthKey(Secret).Id);
        MessageKeys.ComputeV2(Secret, plain, fromClient: true, packet.AsSpan(8, 16));
        MessageKeys.V2(Secret, packet.AsSpan(8, 16), fromClient: true, aes.AsSpan(0, 32), aes.AsSpan(32));
        AesIge.Encrypt(plain, packet.AsSpan(24), aes.AsSpan(0, 32), aes.AsSpan(32));
        return packet;
    }

    /// <summary>The next message of that constructor; what comes before it is kept for later calls.</summary>
    public async Task<ServerMessage> ReceiveAsync(uint constructorId, Func<ServerMessage, bool>? fits = null)
    {
        while (true)
        {
            var found = _received.FirstOrDefault(message => message.ConstructorId == constructorId && fits?.Invoke(message) != false);
            if (found is not null)
            {
                _received.Remove(found);
                return found;
            }
            Open(await ReceivePacketAsync() ?? throw new IOException("The server closed the connection."));
        }
    }

    /// <summary>The object inside the answer to a request, as bytes.</summary>
    public async Task<byte[]> ResultAsync(long requestId) =>
        (await ReceiveAsync(ServiceIds.RpcResult, message => message.Int64At(4) == requestId)).Body[12..];

    /// <summary>The code and text of the error that a request was answered with.</summary>
    public async Task<(int Code, string Text)> ErrorAsync(long requestId)
    {
        var result = await ResultAsync(requestId);
        Assert.Equal(ServiceIds.RpcError, BinaryPrimitives.ReadUInt32LittleEndian(result));
        return Read(result);

        static (int, string) Read(byte[] bytes)
        {
            var reader = new Tl.TlReader(bytes);
            reader.Skip(4);
            return (reader.ReadInt32(), reader.ReadString());
        }
    }

    /// <summary>Whether nothing of that constructor arrives before a pong does.</summary>
    public async Task<bool> IsSilentAboutAsync(uint constructorId)
    {
        var ping = RandomNumberGenerator.GetInt32(int.MaxValue);
        await SendAsync(Ping(ping), content: false);
        await ReceiveAsync(ServiceIds.Pong, pong => pong.Int64At(12) == ping);
        return _received.TrueForAll(message => message.ConstructorId != constructorId);
    }

    public static byte[] Ping(long pingId)
    {
        using var writer = new Tl.TlWriter();
        writer.WriteUInt32(ServiceIds.Ping);
        writer.WriteInt64(pingId);
        return writer.WrittenSpan.ToArray();
    }

    public static byte[] Bytes(Tl.TlObject value)
    {
        using var writer = new Tl.TlWriter();
        value.Write(writer);
        return writer.WrittenSpan.ToArray();
    }

    public ValueTask DisposeAsync()
    {
        _socket.Dispose();
        return ValueTask.CompletedTask;
    }

    private void Open(byte[] packet)
    {
        if (packet.Length == 4)
            throw new IOException($"The server sent {BinaryPrimitives.ReadInt32LittleEndian(packet)}.");
        var plain = new byte[packet.Length - 24];
        var aes = new byte[64];
        var key = new byte[16];
        MessageKeys.V2(Secret, packet.AsSpan(8, 16), fromClient: false, aes.AsSpan(0, 32), aes.AsSpan(32));
        AesIge.Decrypt(packet.AsSpan(24), plain, aes.AsSpan(0, 32), aes.AsSpan(32));
        MessageKeys.ComputeV2(Secret, plain, fromClient: false, key);
        Assert.Equal(packet[8..24], key);
        Assert.Equal(SessionId, BinaryPrimitives.ReadInt64LittleEndian(plain.AsSpan(8)));
        var length = BinaryPrimitives.ReadInt32LittleEndian(plain.AsSpan(28));
        var padding = plain.Length - 32 - length;
        Assert.InRange(padding, 12, 1024);
        Unpack(new ServerMessage(BinaryPrimitives.ReadInt64LittleEndian(plain.AsSpan(16)), BinaryPrimitives.ReadInt32LittleEndian(plain.AsSpan(24)), plain[32..(32 + length)]));
    }

    private void Unpack(ServerMessage message)
    {
        if (message.ConstructorId != ServiceIds.Container)
        {
            _received.Add(message);
            return;
        }

        var reader = new Tl.TlReader(message.Body.AsSpan(4));
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            var id = reader.ReadInt64();
            var seqNo = reader.ReadInt32();
            Assert.True(id < message.Id);
            _received.Add(new ServerMessage(id, seqNo, reader.ReadRaw(reader.ReadInt32()).ToArray()));
        }
    }
}
