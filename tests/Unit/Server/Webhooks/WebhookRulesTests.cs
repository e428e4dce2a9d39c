using System.Net;
using TelegramRest.BotApi;
using TelegramRest.Server.Webhooks;
using Xunit;

namespace TelegramRest.Tests.Unit.Server.Webhooks;

public sealed class WebhookRulesTests
{
    private static readonly WebhookPolicy Public = new(isLocal: false, allowsHttp: false);
    private static readonly WebhookPolicy Local = new(isLocal: true, allowsHttp: false);

    [Theory]
    [InlineData("https://example.org/path?x=1", "https://example.org/path?x=1")]
    [InlineData("example.org/path", "https://example.org/path")]
    [InlineData("HTTPS://EXAMPLE.org", "https://example.org/")]
    [InlineData("https://example.org/a b ", "https://example.org/a%20b")]
    [InlineData("https://example.org/a#b", "https://example.org/a%23b")]
    [InlineData("https://bücher.example/", "https://xn--bcher-kva.example/")]
    [InlineData("https://[2001:db8::1]:8443/x", "https://[2001:db8::1]:8443/x")]
    public void A_url_is_read_in_all_liberties(string url, string target) => Assert.Equal(target, WebhookUrl.Parse(url).Target.AbsoluteUri);

    [Fact]
    public void A_user_in_the_url_becomes_credentials()
    {
        var url = WebhookUrl.Parse("https://me:p%40ss@example.org/");

        Assert.Equal("https://example.org/", url.Target.AbsoluteUri);
        Assert.Equal("bWU6cEBzcw==", url.BasicCredentials);
    }

    [Theory]
    [InlineData("ftp://example.org/")]
    [InlineData("https://")]
    [InlineData("https://example.org:99999/")]
    public void A_broken_url_is_refused(string url) =>
        Assert.Equal("Bad Request: invalid webhook URL specified", Assert.Throws<BotApiException>(() => WebhookUrl.Parse(url)).Description);

    [Theory]
    [InlineData("http://example.org/", "An HTTPS URL must be provided for webhook")]
    [InlineData("https://example.org:8081/", "Webhook can be set up only on ports 80, 88, 443 or 8443")]
    public void A_public_server_is_choosy_about_urls(string url, string text)
    {
        var target = new Uri(url);

        Assert.Equal($"Bad Request: bad webhook: {text}", Assert.Throws<BotApiException>(() => Public.CheckUrl(target)).Description);
        Local.CheckUrl(target);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.1.2.3")]
    [InlineData("100.64.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("198.19.0.1")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("0.0.0.0")]
    public void Reserved_addresses_are_never_reached(string address)
    {
        var addresses = new[] { IPAddress.Parse(address) };

        Assert.Equal($"Bad Request: bad webhook: IP address {address} is reserved", Assert.Throws<BotApiException>(() => Public.Choose(addresses)).Description);
        Assert.Equal(addresses[0], Local.Choose(addresses));
    }

    [Fact]
    public void A_reserved_address_in_IPv6_clothes_is_known() =>
        Assert.Throws<BotApiException>(() => Public.Choose([IPAddress.Parse("::ffff:127.0.0.1")]));

    [Fact]
    public void IPv6_alone_is_not_enough() =>
        Assert.Equal("Bad Request: bad webhook: IPv6-only addresses are not allowed", Assert.Throws<BotApiException>(() => Public.Choose([IPAddress.Parse("2001:db8::1")])).Description);

    [Fact]
    public void Failures_wait_longer_and_longer()
    {
        var random = new Random(1);

        Assert.Equal(TimeSpan.Zero, RetryDelay.After(1, random));
        Assert.Equal(TimeSpan.FromSeconds(2), RetryDelay.After(2, random));
        Assert.Equal(TimeSpan.FromSeconds(32), RetryDelay.After(6, random));
        Assert.InRange(RetryDelay.After(50, random), TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(120));
    }
}
