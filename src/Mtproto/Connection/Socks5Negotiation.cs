using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;
using TelegramRest.Wire;

namespace TelegramRest.Mtproto.Connection;

/// <summary>Asks a SOCKS5 proxy for a connection. https://www.rfc-editor.org/rfc/rfc1928 https://www.rfc-editor.org/rfc/rfc1929</summary>
internal static class Socks5Negotiation
{
    private const byte Version = 5;
    private const byte NoAuthentication = 0;
    private const byte UserAndPassword = 2;
    private const byte Connect = 1;
    private const byte IPv4 = 1;
    private const byte DomainName = 3;
    private const byte IPv6 = 4;

    public static async ValueTask RunAsync(Socket socket, Socks5Proxy proxy, string host, int port, CancellationToken cancellationToken)
    {
        var buffer = new byte[3 + 255 + 255];
        await SendAsync(socket, proxy.User is null ? [Version, 1, NoAuthentication] : [Version, 2, NoAuthentication, UserAndPassword], cancellationToken);
        await ReceiveAsync(socket, buffer.AsMemory(0, 2), cancellationToken);
        if (buffer[0] != Version)
            throw new WireException("The proxy does not speak SOCKS5.");
        if (buffer[1] == UserAndPassword && proxy.User is not null)
            await LogInAsync(socket, proxy, buffer, cancellationToken);
        else if (buffer[1] != NoAuthentication)
            throw new WireException("The SOCKS5 proxy wants an authentication that was not given.");

        await SendAsync(socket, Request(host, port), cancellationToken);
        await ReceiveAsync(socket, buffer.AsMemory(0, 4), cancellationToken);
        if (buffer[0] != Version || buffer[1] != 0)
            throw new WireException($"The SOCKS5 proxy refused the connection (code {buffer[1]}).");

        // The address that the proxy bound is of no use, but it has to be read away.
        var addressLength = buffer[3] switch
        {
            IPv4 => 4,
            IPv6 => 16,
            DomainName => await ReceiveByteAsync(socket, buffer, cancellationToken),
            _ => throw new WireException("The SOCKS5 proxy answered with an unknown kind of address."),
        };
        await ReceiveAsync(socket, buffer.AsMemory(0, addressLength + 2), cancellationToken);
    }

    private static async ValueTask LogInAsync(Socket socket, Socks5Proxy proxy, byte[] buffer, CancellationToken cancellationToken)
    {
        var user = Encoding.UTF8.GetBytes(proxy.User!);
        var password = Encoding.UTF8.GetBytes(proxy.Password ?? "");
        if (user.Length is 0 or > 255 || password.Length > 255)
            throw new WireException("SOCKS5 takes user names and passwords of up to 255 bytes.");
        await SendAsync(socket, [1, (byte)user.Length, .. user, (byte)password.Length, .. password], cancellationToken);
        await ReceiveAsync(socket, buffer.AsMemory(0, 2), cancellationToken);
        if (buffer[1] != 0)
            throw new WireException("The SOCKS5 proxy refused the user name or password.");
    }

    private static byte[] Request(string host, int port)
    {
        Span<byte> portBytes = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(portBytes, checked((ushort)port));
        if (IPAddress.TryParse(host, out var address))
            return [Version, Connect, 0, address.AddressFamily == AddressFamily.InterNetwork ? IPv4 : IPv6, .. address.GetAddressBytes(), .. portBytes];
        var name = Encoding.ASCII.GetBytes(host);
        if (name.Length > 255)
            throw new WireException("A host's name has at most 255 bytes.");
        return [Version, Connect, 0, DomainName, (byte)name.Length, .. name, .. portBytes];
    }

    private static async ValueTask SendAsync(Socket socket, byte[] bytes, CancellationToken cancellationToken)
    {
        for (var sent = 0; sent < bytes.Length;)
            sent += await socket.SendAsync(bytes.AsMemory(sent), SocketFlags.None, cancellationToken);
    }

    private static async ValueTask<byte> ReceiveByteAsync(Socket socket, byte[] buffer, CancellationToken cancellationToken)
    {
        await ReceiveAsync(socket, buffer.AsMemory(0, 1), cancellationToken);
        return buffer[0];
    }

    private static async ValueTask ReceiveAsync(Socket socket, Memory<byte> target, CancellationToken cancellationToken)
    {
        while (!target.IsEmpty)
        {
            var count = await socket.ReceiveAsync(target, SocketFlags.None, cancellationToken);
            if (count == 0)
                throw new EndOfStreamException("The SOCKS5 proxy closed the connection.");
            target = target[count..];
        }
    }
}
