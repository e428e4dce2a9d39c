using System.Net;
using Microsoft.AspNetCore.Http;
using TelegramRest.Simulator;

namespace TelegramRest.Tests.Unit.Simulator;

public sealed class ControlGuardTests
{
    [Theory]
    [InlineData("127.0.0.1", "127.0.0.1:9444", null, false, true)]
    [InlineData("::1", "[::1]:9444", null, false, true)]
    [InlineData("127.0.0.1", "localhost:9444", "http://localhost:9444", false, true)]
    [InlineData("127.0.0.1", "localhost:9444", "http://evil.example", false, false)]
    [InlineData("127.0.0.1", "localhost:9444", "null", false, false)]
    [InlineData("127.0.0.1", "evil.example:9444", null, false, false)]
    [InlineData("192.0.2.7", "localhost:9444", null, false, false)]
    [InlineData("192.0.2.7", "ci.example:9444", null, true, true)]
    [InlineData("192.0.2.7", "ci.example:9444", "http://evil.example", true, false)]
    public async Task Only_this_machine_and_no_other_sites_page(string caller, string host, string? origin, bool allowRemote, bool served)
    {
        var http = new DefaultHttpContext();
        http.Connection.RemoteIpAddress = IPAddress.Parse(caller);
        http.Request.Scheme = "http";
        http.Request.Host = new HostString(host);
        if (origin is not null)
            http.Request.Headers.Origin = origin;

        var result = await new ControlGuard(allowRemote).InvokeAsync(EndpointFilterInvocationContext.Create(http), _ => new("served"));

        Assert.Equal(served, result is "served");
    }
}
