using System.Net;
using System.Net.Sockets;
using System.Text;
using TelegramRest.Mtproto.Connection;
using TelegramRest.Tests.Unit.Mtproto.Scripted;
using TelegramRest.Wire;

namespace TelegramRest.Tests.Unit.Mtproto;

public class ProxyTests
{
    [Theory]
    [InlineData("socks5://example.org:1080", "example.org", 1080, typeof(Socks5Proxy))]
    [InlineData("socks5://us%65r:p%40ss@127.0.0.1:9050", "127.0.0.1", 9050, typeof(Socks5Proxy))]
    [InlineData("tg://proxy?server=example.org&port=443&secret=dd000102030405060708090a0b0c0d0e0f", "example.org", 443, typeof(MtProxy))]
    [InlineData("https://t.me/proxy?server=1.2.3.4&port=8080&secret=000102030405060708090a0b0c0d0e0f", "1.2.3.4", 8080, typeof(MtProxy))]
    public void Links_are_read(string link, string host, int port, Type type)
    {
        var proxy = Proxy.Parse(link);
        Assert.Equal((host, port, type), (proxy.Host, proxy.Port, proxy.GetType()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("http://example.org:1080")]
    [InlineData("tg://proxy?server=example.org&port=443")]
    [InlineData("tg://proxy?server=example.org&port=443&secret=zz")]
    [InlineData("tg://proxy?server=example.org&port=443&secret=ee000102030405060708090a0b0c0d0e0f676f6f676c652e636f6d")]
    [InlineData("tg://socks?server=example.org&port=443")]
    public void Other_links_are_refused(string link) => Assert.Throws<WireException>(() => Proxy.Parse(link));

    [Theory]
    [InlineData(null, null)]
    [InlineData("user", "password")]
    public async Task Socks_proxy_is_asked_for_the_data_centre(string? user, string? password)
    {
        using var proxy = new TcpListener(IPAddress.Loopback, 0);
        proxy.Start();
        var port = ((IPEndPoint)proxy.LocalEndpoint).Port;
        await using var scene = new Scene(settings => settings.Proxy = _ => new Socks5Proxy("127.0.0.1", port, user, password));
        var relaying = RelayAsync(proxy, user, password);
        await scene.OpenAsync();
        Assert.Equal($"127.0.0.1:{scene.Server.Port}", await relaying);
    }

    [Fact]
    public async Task Socks_proxy_that_refuses_is_an_error_in_the_end()
    {
        using var proxy = new TcpListener(IPAddress.Loopback, 0);
        proxy.Start();
        var port = ((IPEndPoint)proxy.LocalEndpoint).Port;
        await using var scene = new Scene(settings =>
        {
            settings.Proxy = _ => new Socks5Proxy("127.0.0.1", port);
            settings.ConnectionPatience = TimeSpan.Zero;
        });
        var asking = scene.AskAsync();
        using var client = await proxy.AcceptTcpClientAsync(Deadline.Token());
        await ReadAsync(client.GetStream(), 3);
        await client.GetStream().WriteAsync(new byte[] { 5, 255 });
        await Assert.ThrowsAsync<TelegramRest.Mtproto.RpcTransportException>(() => asking);
    }

    private static async Task<string> RelayAsync(TcpListener proxy, string? user, string? password)
    {
        var client = await proxy.AcceptTcpClientAsync(Deadline.Token());
        var stream = client.GetStream();
        if (user is null)
        {
            Assert.Equal(new byte[] { 5, 1, 0 }, await ReadAsync(stream, 3));
            await stream.WriteAsync(new byte[] { 5, 0 });
        }
        else
        {
            Assert.Equal(new byte[] { 5, 2, 0, 2 }, await ReadAsync(stream, 4));
            await stream.WriteAsync(new byte[] { 5, 2 });
            byte[] expected = [1, (byte)user.Length, .. Encoding.UTF8.GetBytes(user), (byte)password!.Length, .. Encoding.UTF8.GetBytes(password)];
            Assert.Equal(expected, await ReadAsync(stream, expected.Length));
            await stream.WriteAsync(new byte[] { 1, 0 });
        }

        var request = await ReadAsync(stream, 10);
        Assert.Equal<byte>([5, 1, 0, 1], request[..4]);
        var target = new IPEndPoint(new IPAddress(request[4..8]), (request[8] << 8) | request[9]);

        // A bound address given as a name has to be read away all the same.
        await stream.WriteAsync(new byte[] { 5, 0, 0, 3, 2, (byte)'a', (byte)'b', 0, 1 });
        var server = new TcpClient();
        await server.ConnectAsync(target);
        _ = stream.CopyToAsync(server.GetStream());
        _ = server.GetStream().CopyToAsync(stream);
        return target.ToString();
    }

    private static async Task<byte[]> ReadAsync(NetworkStream stream, int count)
    {
        var bytes = new byte[count];
        await stream.ReadExactlyAsync(bytes, Deadline.Token());
        return bytes;
    }
}
