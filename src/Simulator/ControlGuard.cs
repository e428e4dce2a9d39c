using System.Net;
using Microsoft.AspNetCore.Http;

namespace TelegramRest.Simulator;

/// <summary>
/// Keeps the control surface to this machine: the caller's address and the host name that it asked for must be loopback (a name of another site that
/// resolves to this machine is not), and a page of another origin is refused even where remote callers are allowed.
/// </summary>
internal sealed class ControlGuard(bool allowRemote) : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        if (!allowRemote && !(IsLoopback(context.HttpContext.Connection.RemoteIpAddress) && IsLoopback(request.Host)))
            return new(Refusal("The simulator's control surface answers only this machine."));
        if (request.Headers.Origin is [{ Length: > 0 } origin] && !IsOwn(origin, request))
            return new(Refusal("The simulator's control surface answers no other site's pages."));
        return next(context);
    }

    // An in-memory test server has no address.
    private static bool IsLoopback(IPAddress? address) => address is null || IPAddress.IsLoopback(address);

    private static bool IsLoopback(HostString host) =>
        string.Equals(host.Host, "localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private static bool IsOwn(string origin, HttpRequest request) => string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);

    private static IResult Refusal(string description) => Results.Text($"{{\"error\":\"{description}\"}}", "application/json", statusCode: StatusCodes.Status403Forbidden);
}
