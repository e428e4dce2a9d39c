using System.Buffers;
using System.Net.Sockets;
using TelegramRest.Wire;
using TelegramRest.Wire.Framing;

namespace TelegramRest.Simulator.Sessions.Connections;

/// <summary>Recognises a client's transport by its first bytes and cuts the stream into packets. While nothing arrives it holds no buffer.</summary>
internal sealed class PacketReceiver(Socket socket) : IDisposable
{
    private const int LeastRead = 16 << 10;

    private byte[] _buffer = [];
    private int _start;
    private int _end;
    private Transport? _transport;

    public async ValueTask<Transport> DetectAsync(CancellationToken cancellationToken)
    {
        TransportKind? kind;
        int preamble;
        while (!TransportDetector.TryDetect(_buffer.AsSpan(_start, _end - _start), out kind, out preamble))
            await FillAsync(cancellationToken);
        _start += preamble;
        return _transport = kind is { } plain
            ? new Transport(PacketFraming.Create(plain, RandomSource.Secure), Obfuscation: null)
            : await AcceptObfuscatedAsync(cancellationToken);
    }

    /// <summary>The next packet; null when the client has closed its side between packets.</summary>
    /// <exception cref="WireException">The stream is broken.</exception>
    public async ValueTask<ReceivedPacket?> ReceiveAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var frame = _transport!.Framing.Read(_buffer.AsSpan(_start, _end - _start));
            if (frame.IsComplete)
            {
                var packet = new ReceivedPacket(_buffer.AsMemory(_start + frame.Offset, frame.Length), frame.QuickAck);
                _start += frame.Consumed;
                return packet;
            }
            if (_start == _end && !await WaitAsync(cancellationToken))
                return null;
            await FillAsync(cancellationToken);
        }
    }

    public void Dispose() => Release();

    private async ValueTask<Transport> AcceptObfuscatedAsync(CancellationToken cancellationToken)
    {
        while (_end - _start < Obfuscation.HeaderSize)
            await FillAsync(cancellationToken);
        var obfuscation = Obfuscation.AcceptServer(_buffer.AsSpan(_start, Obfuscation.HeaderSize), secret: []);
        _start += Obfuscation.HeaderSize;
        obfuscation.Decrypt(_buffer.AsSpan(_start, _end - _start));
        return new Transport(PacketFraming.Create(obfuscation.Kind, RandomSource.Secure), obfuscation);
    }

    // A read of no bytes ends when some are there: thousands of idle clients then cost no buffers. It may also end for nothing,
    // so the socket is asked; readable without bytes is its end.
    private async ValueTask<bool> WaitAsync(CancellationToken cancellationToken)
    {
        Release();
        do
            await socket.ReceiveAsync(Memory<byte>.Empty, cancellationToken);
        while (!socket.Poll(0, SelectMode.SelectRead));
        return socket.Available > 0;
    }

    private async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        MakeRoom();
        var read = await socket.ReceiveAsync(_buffer.AsMemory(_end), cancellationToken);
        if (read == 0)
            throw new IOException("The client closed the connection inside a packet.");
        _transport?.Obfuscation?.Decrypt(_buffer.AsSpan(_end, read));
        _end += read;
    }

    private void MakeRoom()
    {
        if (_buffer.Length - _end >= LeastRead)
            return;
        var length = _end - _start;
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(LeastRead, length) * 2);
        _buffer.AsSpan(_start, length).CopyTo(larger);
        Release();
        _buffer = larger;
        _end = length;
    }

    private void Release()
    {
        if (_buffer.Length > 0)
            ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        _start = _end = 0;
    }
}
