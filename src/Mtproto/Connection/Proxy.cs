using System.Web;
using TelegramRest.Wire;

namespace TelegramRest.Mtproto.Connection;

/// <summary>A way around a network that does not reach Telegram: <see cref="Socks5Proxy"/> or <see cref="MtProxy"/>.</summary>
public abstract class Proxy
{
    private protected Proxy(string host, int port)
    {
        Host = host;
        Port = port;
    }

    /// <summary>The proxy's name or address.</summary>
    public string Host { get; }

    /// <summary>The proxy's port.</summary>
    public int Port { get; }

    /// <summary>Reads <c>socks5://[user:password@]host:port</c>, <c>tg://proxy?server=…&amp;port=…&amp;secret=…</c>, or the same at <c>https://t.me/proxy</c>.</summary>
    /// <exception cref="WireException">It is none of these.</exception>
    public static Proxy Parse(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri))
            throw new WireException("A proxy is given as socks5://host:port or tg://proxy?server=…&port=…&secret=….");
        if (uri.Scheme == "socks5")
        {
            var user = uri.UserInfo.Split(':', 2);
            return uri.UserInfo.Length == 0
                ? new Socks5Proxy(uri.IdnHost, uri.Port)
                : new Socks5Proxy(uri.IdnHost, uri.Port, Uri.UnescapeDataString(user[0]), user.Length > 1 ? Uri.UnescapeDataString(user[1]) : "");
        }

        var query = HttpUtility.ParseQueryString(uri.Query);
        var isLink = (uri.Scheme == "tg" && uri.Host == "proxy") || (uri.Scheme == "https" && uri.Host == "t.me" && uri.AbsolutePath == "/proxy");
        if (isLink && query["server"] is { Length: > 0 } server && int.TryParse(query["port"], out var port) && query["secret"] is { } secret)
            return new MtProxy(server, port, secret);
        throw new WireException("A proxy is given as socks5://host:port or tg://proxy?server=…&port=…&secret=….");
    }
}
