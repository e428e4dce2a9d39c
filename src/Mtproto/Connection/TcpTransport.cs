using System.Buffers;
using System.Net;
using System.Net.Sockets;
using TelegramRest.Mtproto.Datacenters;
using TelegramRest.Wire;
using TelegramRest.Wire.Framing;

namespace TelegramRest.Mtproto.Connection;

/// <summary>
/// Packets over one TCP connection. While nothing arrives it holds no buffer: it waits for the first byte with an empty receive and rents only then.
/// One sender and one receiver at a time.
/// </summary>
internal sealed class TcpTransport : IDisposable
{
    private const int ReceiveSize = 16 * 1024;

    /// <summary>More is not held ready for a packet of which nothing is known.</summary>
    private const int MostExpected = 1024 * 1024;

    private readonly Socket socket;
    private readonly PacketFraming framing;
    private readonly Obfuscation? obfuscation;
    private byte[]? opening;
    private byte[]? buffer;
    private int start;
    private int end;

    // About as long as the last packets: pieces of files come in rows, and a buffer that is large enough from the start is not copied into larger ones.
    private int expected = ReceiveSize;

    private TcpTransport(Socket socket, PacketFraming framing, Obfuscation? obfuscation, byte[] opening)
    {
        this.socket = socket;
        this.framing = framing;
        this.obfuscation = obfuscation;
        this.opening = opening;
    }

    /// <summary>Connects, through the proxy where there is one. Nothing of MTProto is sent yet.</summary>
    /// <param name="signedDcId">The data centre as the key exchange names it: 10000 more for test servers.</param>
    public static async Task<TcpTransport> ConnectAsync(DcEndpoint endpoint, int signedDcId, MtprotoClientOptions options, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            var proxy = options.Proxy;
            await socket.ConnectAsync(EndPointOf(proxy?.Host ?? endpoint.Host, proxy?.Port ?? endpoint.Port), cancellationToken);
            if (proxy is Socks5Proxy socks)
                await Socks5Negotiation.RunAsync(socket, socks, endpoint.Host, endpoint.Port, cancellationToken);
            return Open(socket, proxy as MtProxy, signedDcId, options);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Sends one packet. A packet that was sent in part breaks the stream, so there is no cancelling: dispose instead.</summary>
    public async ValueTask SendAsync(ReadOnlyMemory<byte> packet)
    {
        using var output = new PooledWriter(packet.Length + PacketFraming.MaximumOverhead + Obfuscation.HeaderSize);
        var hidden = 0;
        if (opening is { } first)
        {
            output.Write(first);
            hidden = first.Length;
            opening = null;
        }

        framing.Write(packet.Span, output);
        obfuscation?.Encrypt(output.Written.Span[hidden..]);
        for (var rest = output.Written; !rest.IsEmpty;)
            rest = rest[await socket.SendAsync(rest, SocketFlags.None)..];
    }

    /// <summary>Waits for the next packet, which stays valid (and may be changed in place) until the next call.</summary>
    /// <exception cref="EndOfStreamException">The other side closed the connection.</exception>
    /// <exception cref="TransportErrorException">The packet is an error code.</exception>
    /// <exception cref="WireException">The bytes are no packets.</exception>
    public async ValueTask<Memory<byte>> ReceiveAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (TryTake(out var packet))
                return packet;
            if (start == end)
            {
                Release();
                await socket.ReceiveAsync(Memory<byte>.Empty, SocketFlags.None, cancellationToken);
                buffer = ArrayPool<byte>.Shared.Rent(expected);
            }
            else
            {
                MakeRoom();
            }

            var count = await socket.ReceiveAsync(buffer.AsMemory(end), SocketFlags.None, cancellationToken);
            if (count == 0)
                throw new EndOfStreamException("The data centre closed the connection.");
            obfuscation?.Decrypt(buffer.AsSpan(end, count));
            end += count;
        }
    }

    /// <summary>Closes the connection; a receive or send under way ends with an exception. The buffer is left to the collector, since a receive may still be writing to it.</summary>
    public void Dispose() => socket.Dispose();

    private static TcpTransport Open(Socket socket, MtProxy? proxy, int signedDcId, MtprotoClientOptions options)
    {
        var kind = proxy is { Padded: true } ? TransportKind.PaddedIntermediate : options.Transport;
        if (proxy is null && !options.Obfuscated)
        {
            var plain = PacketFraming.Create(kind, options.Random);
            return new TcpTransport(socket, plain, null, plain.Preamble.ToArray());
        }

        var header = new byte[Obfuscation.HeaderSize];
        var obfuscation = Obfuscation.CreateClient(kind, (short)signedDcId, proxy is null ? [] : proxy.Secret, options.Random, header);
        return new TcpTransport(socket, PacketFraming.Create(kind, options.Random), obfuscation, header);
    }

    private static EndPoint EndPointOf(string host, int port) =>
        IPAddress.TryParse(host, out var address) ? new IPEndPoint(address, port) : new DnsEndPoint(host, port);

    private bool TryTake(out Memory<byte> packet)
    {
        packet = default;
        if (start == end)
            return false;
        var frame = framing.Read(buffer.AsSpan(start, end - start));
        if (!frame.IsComplete)
            return false;
        if (frame.QuickAck)
            throw new WireException("The data centre sent a quick acknowledgement that was not asked for.");
        packet = buffer.AsMemory(start + frame.Offset, frame.Length);
        start += frame.Consumed;
        expected = Math.Clamp(Math.Max(frame.Consumed, expected / 2), ReceiveSize, MostExpected);
        if (packet.Length == 4)
            throw new TransportErrorException(System.Buffers.Binary.BinaryPrimitives.ReadInt32LittleEndian(packet.Span));
        return true;
    }

    // Grows by doubling as bytes come in: a length field alone makes nobody allocate.
    private void MakeRoom()
    {
        var held = end - start;
        if (start > 0)
        {
            buffer.AsSpan(start, held).CopyTo(buffer);
        }
        else if (held == buffer!.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(buffer.Length * 2, expected));
            buffer.AsSpan(0, held).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = larger;
        }

        start = 0;
        end = held;
    }

    private void Release()
    {
        if (buffer is not null)
            ArrayPool<byte>.Shared.Return(buffer);
        buffer = null;
        start = end = 0;
    }
}
