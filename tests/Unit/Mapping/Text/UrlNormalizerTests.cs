using TelegramRest.Mapping.Text;
using Xunit;

namespace TelegramRest.Tests.Unit.Mapping.Text;

public class UrlNormalizerTests
{
    [Theory]
    [InlineData("example.com", "http://example.com/")]
    [InlineData("HTTPS://Example.COM?q=a b", "https://example.com/?q=a%20b")]
    [InlineData("http://user@example.com:0080/x", "http://user@example.com:80/x")]
    [InlineData("http://[::1]/", "http://[::1]/")]
    [InlineData("tg:resolve?domain=x", "tg://resolve?domain=x")]
    [InlineData("TG://user?id=1", "tg://user?id=1")]
    [InlineData("tonsite://a.ton/x", "tonsite://a.ton/x")]
    public void Good_urls_are_written_out(string url, string expected)
    {
        Assert.True(UrlNormalizer.TryNormalize(url, out var normalized, out _));
        Assert.Equal(expected, normalized);
    }

    [Theory]
    [InlineData("localhost", "Wrong HTTP URL")]
    [InlineData("ftp://a.b", "Unsupported URL protocol")]
    [InlineData("", "URL host is empty")]
    [InlineData(".", "Host is invalid")]
    [InlineData("a.b:99999", "Wrong port number specified in the URL")]
    [InlineData("http://[::zz]/", "Wrong IPv6 address specified in the URL")]
    [InlineData("http://a b.c/", "Disallowed character in URL host")]
    [InlineData("http://a%2.c/", "Wrong percent-encoded symbol in URL host")]
    [InlineData("http://a\"b@c.d/", "Disallowed character in URL userinfo")]
    [InlineData("tg://a.b", "Unallowed characters in URL host")]
    [InlineData("tg://a:5", "Wrong tg URL")]
    [InlineData("ton://a:5", "Wrong ton URL")]
    public void Bad_urls_say_why(string url, string expected)
    {
        Assert.False(UrlNormalizer.TryNormalize(url, out _, out var error));
        Assert.Equal(expected, error);
    }

    [Fact]
    public void Secure_urls_only_where_asked()
    {
        Assert.False(UrlNormalizer.TryNormalize("http://a.b", out _, out var error, httpsOnly: true));
        Assert.Equal("Only HTTPS links are allowed", error);
        Assert.False(UrlNormalizer.TryNormalize("tg://a", out _, out error, httpOnly: true));
        Assert.Equal("Only HTTP links are allowed", error);
    }
}
