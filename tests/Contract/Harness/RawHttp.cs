using System.Net.Sockets;
using System.Text;

namespace TelegramRest.Tests.Contract.Harness;

/// <summary>Bytes to the server and back, for what no HTTP client would send.</summary>
public static class RawHttp
{
    /// <summary>Sends the request and reads until the server closes.</summary>
    public static async Task<string> ExchangeAsync(Uri server, string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(server.Host, server.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes(request));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }
}
