using System.Net;
using System.Net.Sockets;

namespace TelegramRest.Server.Http;

/// <summary>Whose request it is. A reverse proxy on a private address may name its client in <c>X-Real-IP</c>; nobody else is believed.</summary>
internal static class ClientAddress
{
    /// <returns>Null when a private peer names nobody: no limit per address applies then.</returns>
    public static IPAddress? Of(HttpContext context)
    {
        var peer = Plain(context.Connection.RemoteIpAddress);
        if (peer is not null && !IsPrivate(peer))
            return peer;
        return IPAddress.TryParse(context.Request.Headers["X-Real-IP"].ToString(), out var named) ? Plain(named) : null;
    }

    private static IPAddress? Plain(IPAddress? address)
    {
        if (address is null)
            return null;
        if (address.IsIPv4MappedToIPv6)
            return address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6 && address.ScopeId != 0 ? new IPAddress(address.GetAddressBytes()) : address;
    }

    private static bool IsPrivate(IPAddress address) => address.AddressFamily == AddressFamily.InterNetwork
        ? ReservedAddresses.Contains(address)
        : IPAddress.IsLoopback(address) || address.IsIPv6LinkLocal || address.IsIPv6UniqueLocal;
}
