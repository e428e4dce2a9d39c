using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using TelegramRest.Accounts.Webhooks;

namespace TelegramRest.Server.Webhooks;

/// <summary>Whom a webhook's connection trusts: the system's authorities, or the one uploaded certificate and nobody else.</summary>
/// <remarks>https://core.telegram.org/bots/self-signed</remarks>
internal static class WebhookTrust
{
    /// <exception cref="BotApi.BotApiException">400, the certificate is no PEM certificate.</exception>
    public static void Check(WebhookSettings settings)
    {
        if (settings.Certificate is { } pem)
            foreach (var certificate in Load(pem))
                certificate.Dispose();
    }

    public static SslClientAuthenticationOptions Options(WebhookSettings settings)
    {
        if (settings.Certificate is not { } pem)
            return new SslClientAuthenticationOptions();

        var trusted = Load(pem);
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.AddRange(trusted);
        return new SslClientAuthenticationOptions
        {
            CertificateChainPolicy = policy,
            RemoteCertificateValidationCallback = (sender, certificate, _, errors) => IsAccepted(trusted, (sender as SslStream)?.TargetHostName, certificate, errors),
        };
    }

    private static bool IsAccepted(X509Certificate2Collection trusted, string? host, X509Certificate? certificate, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.None)
            return true;
        if (certificate is not X509Certificate2 presented)
            return false;

        var isPinned = trusted.Any(candidate => candidate.RawDataMemory.Span.SequenceEqual(presented.RawDataMemory.Span));
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors) && !isPinned)
            return false;
        // A certificate made for an address often has it as its common name only.
        return !errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch)
            || (IPAddress.TryParse(host, out _) && presented.GetNameInfo(X509NameType.SimpleName, forIssuer: false) == host);
    }

    private static X509Certificate2Collection Load(ReadOnlyMemory<byte> pem)
    {
        try
        {
            var certificates = new X509Certificate2Collection();
            certificates.ImportFromPem(Encoding.ASCII.GetString(pem.Span));
            if (certificates.Count > 0)
                return certificates;
        }
        catch (CryptographicException)
        {
            // Told below like an empty file.
        }

        throw WebhookPolicy.Bad("Failed to set custom certificate file");
    }
}
