using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace TelegramRest.Server.Webhooks;

/// <summary>Opens the TCP connection of a webhook, to an address that the policy has just allowed, directly or through the HTTP proxy.</summary>
internal sealed class WebhookConnector(WebhookResolver resolver, DnsEndPoint? proxy)
{
    private const int MaxProxyAnswer = 4096;

    public async ValueTask<Stream> ConnectAsync(DnsEndPoint target, string? fixedAddress, CancellationToken cancellationToken)
    {
        var address = new IPEndPoint(await resolver.ResolveAsync(target.Host, fixedAddress, cancellationToken), target.Port);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            if (proxy is null)
            {
                await socket.ConnectAsync(address, cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            }

            await socket.ConnectAsync(proxy, cancellationToken);
            var stream = new NetworkStream(socket, ownsSocket: true);
            await TunnelAsync(stream, address, cancellationToken);
            return stream;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static async Task TunnelAsync(NetworkStream stream, IPEndPoint target, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"CONNECT {target} HTTP/1.1\r\nHost: {target}\r\n\r\n")), cancellationToken);

        // Byte by byte: what follows the empty line belongs to the tunnel.
        var answer = new StringBuilder();
        var one = new byte[1];
        while (!answer.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (answer.Length == MaxProxyAnswer || await stream.ReadAsync(one, cancellationToken) == 0)
                throw new IOException("Can't connect to the webhook proxy");
            answer.Append((char)one[0]);
        }

        var line = answer.ToString().Split("\r\n")[0].Split(' ');
        if (line.Length < 2 || line[1] != "200")
            throw new IOException("Can't connect to the webhook proxy");
    }
}
