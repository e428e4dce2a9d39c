using System.Security.Cryptography;

namespace TelegramRest.Wire;

/// <summary>The server's half of an RSA key.</summary>
public sealed class RsaPrivateKey
{
    private readonly RSAParameters parameters;

    private RsaPrivateKey(RSA rsa)
    {
        parameters = rsa.ExportParameters(includePrivateParameters: true);
        PublicKey = new RsaPublicKey(parameters.Modulus, parameters.Exponent);
    }

    /// <summary>What clients are given.</summary>
    public RsaPublicKey PublicKey { get; }

    /// <summary>A new 2048-bit key with exponent 65537.</summary>
    public static RsaPrivateKey Generate()
    {
        using var rsa = RSA.Create(RsaPublicKey.Size * 8);
        return new RsaPrivateKey(rsa);
    }

    /// <summary>Reads <c>RSA PRIVATE KEY</c> or <c>PRIVATE KEY</c>.</summary>
    /// <exception cref="WireException">It is not PEM, or not a 2048-bit RSA key.</exception>
    public static RsaPrivateKey FromPem(string pem)
    {
        using var rsa = RSA.Create();
        try
        {
            rsa.ImportFromPem(pem);
            return new RsaPrivateKey(rsa);
        }
        catch (Exception exception) when (exception is ArgumentException or CryptographicException)
        {
            throw new WireException("This is not an RSA private key in PEM.", exception);
        }
    }

    /// <summary>Writes <c>RSA PRIVATE KEY</c> (PKCS#1).</summary>
    public string ToPem()
    {
        using var rsa = RSA.Create(parameters);
        return rsa.ExportRSAPrivateKeyPem() + "\n";
    }

    /// <summary>The bare operation: <c>block^d mod n</c>, left-padded to 256 bytes.</summary>
    public void Apply(ReadOnlySpan<byte> block, Span<byte> result) => DiffieHellman.ModPow(block, parameters.D, parameters.Modulus, result);
}
