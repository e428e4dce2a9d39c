using System.Buffers;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace TelegramRest.Simulator.Sessions.Connections;

/// <summary>Packs packets into the client's transport and sends them in order. Whoever sends never waits: while one write is under way the next bytes gather.</summary>
internal sealed class PacketSender(Socket socket, Action close)
{
    private const int MostWaiting = 128 << 20;
    private const int KeptCapacity = 64 << 10;

    private readonly Lock _lock = new();
    private Transport? _transport;
    private ArrayBufferWriter<byte>? _waiting;
    private bool _sending;

    public void Use(Transport transport) => _transport = transport;

    public void Send(ReadOnlySpan<byte> packet)
    {
        lock (_lock)
        {
            _waiting ??= new ArrayBufferWriter<byte>(packet.Length + 64);
            var before = _waiting.WrittenCount;
            _transport!.Framing.Write(packet, _waiting);
            Hide(before);
            Start();
        }
    }

    public void SendQuickAck(uint token)
    {
        lock (_lock)
        {
            _waiting ??= new ArrayBufferWriter<byte>(64);
            var before = _waiting.WrittenCount;
            _transport!.Framing.WriteQuickAck(token, _waiting);
            Hide(before);
            Start();
        }
    }

    private void Hide(int from) => _transport!.Obfuscation?.Encrypt(MemoryMarshal.AsMemory(_waiting!.WrittenMemory)[from..].Span);

    private void Start()
    {
        if (_waiting!.WrittenCount > MostWaiting)
        {
            close();
            return;
        }
        if (_sending)
            return;
        _sending = true;
        _ = SendWaitingAsync();
    }

    private async Task SendWaitingAsync()
    {
        try
        {
            ArrayBufferWriter<byte>? spare = null;
            while (Take(spare) is { } bytes)
            {
                for (var sent = 0; sent < bytes.WrittenCount;)
                    sent += await socket.SendAsync(bytes.WrittenMemory[sent..], CancellationToken.None);
                bytes.ResetWrittenCount();
                spare = bytes.Capacity <= KeptCapacity ? bytes : null;
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            close();
        }
    }

    private ArrayBufferWriter<byte>? Take(ArrayBufferWriter<byte>? spare)
    {
        lock (_lock)
        {
            if (_waiting is null or { WrittenCount: 0 })
            {
                _waiting = null;
                _sending = false;
                return null;
            }
            var bytes = _waiting;
            _waiting = spare;
            return bytes;
        }
    }
}
