using System.Net;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.Hosting;
using TelegramRest.Accounts.Webhooks;
using TelegramRest.BotApi;
using TelegramRest.Server.Webhooks;
using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Unit.Server.Webhooks;

public sealed class WebhookTrustTests
{
    [Theory]
    [InlineData("127.0.0.1", false)]
    [InlineData("localhost", true)]
    public async Task An_uploaded_certificate_is_trusted(string name, bool isAlternativeName)
    {
        using var certificate = Certificate(name, isAlternativeName);

        using var response = await PostAsync(certificate, name, uploaded: certificate);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_is_not()
    {
        using var certificate = Certificate("localhost", isAlternativeName: true);

        var error = await Assert.ThrowsAsync<HttpRequestException>(() => PostAsync(certificate, "localhost", uploaded: null));

        Assert.IsType<AuthenticationException>(error.InnerException);
        Assert.Equal("SSL error {error:0A000086:SSL routines::certificate verify failed}", WebhookErrors.Text(error));
    }

    [Fact]
    public async Task Another_certificate_than_the_uploaded_one_is_not()
    {
        using var certificate = Certificate("localhost", isAlternativeName: true);
        using var other = Certificate("localhost", isAlternativeName: true);

        await Assert.ThrowsAsync<HttpRequestException>(() => PostAsync(certificate, "localhost", uploaded: other));
    }

    [Fact]
    public async Task A_certificate_for_another_name_is_not()
    {
        using var certificate = Certificate("example.org", isAlternativeName: true);

        await Assert.ThrowsAsync<HttpRequestException>(() => PostAsync(certificate, "localhost", uploaded: certificate));
    }

    [Theory]
    [InlineData("")]
    [InlineData("no certificate")]
    [InlineData("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----")]
    public void What_is_no_certificate_is_refused(string pem)
    {
        var settings = new WebhookSettings { Url = "https://example.org", Certificate = Encoding.ASCII.GetBytes(pem) };

        Assert.Equal("Bad Request: bad webhook: Failed to set custom certificate file", Assert.Throws<BotApiException>(() => WebhookTrust.Check(settings)).Description);
    }

    private static async Task<HttpResponseMessage> PostAsync(X509Certificate2 certificate, string name, X509Certificate2? uploaded)
    {
        await using var host = await WebhookHost.StartAsync(TimeProvider.System, listen => listen.UseHttps(certificate));
        using var connections = new WebhookConnections(new WebhookConnector(new WebhookResolver(new WebhookPolicy(isLocal: true, allowsHttp: false)), proxy: null));
        var settings = new WebhookSettings
        {
            Url = $"https://{name}:{host.Url.Port}/",
            Certificate = uploaded is null ? default(ReadOnlyMemory<byte>?) : Encoding.ASCII.GetBytes(uploaded.ExportCertificatePem()),
            FixedIpAddress = "127.0.0.1",
        };
        var client = connections.For(settings);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, settings.Url);
            return await client.SendAsync(request, CancellationToken.None);
        }
        finally
        {
            connections.Release(client);
        }
    }

    private static X509Certificate2 Certificate(string name, bool isAlternativeName)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        if (isAlternativeName)
        {
            var names = new SubjectAlternativeNameBuilder();
            names.AddDnsName(name);
            request.CertificateExtensions.Add(names.Build());
        }

        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch.AddYears(50), DateTimeOffset.UnixEpoch.AddYears(100));
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null);
    }
}
