namespace TelegramRest.Mtproto.Connection;

/// <summary>A SOCKS5 proxy, with or without user name and password. https://www.rfc-editor.org/rfc/rfc1928</summary>
public sealed class Socks5Proxy(string host, int port, string? user = null, string? password = null) : Proxy(host, port)
{
    internal string? User => user;

    internal string? Password => password;
}
