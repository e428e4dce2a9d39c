using System.Buffers.Binary;
using System.Security.Cryptography;

namespace TelegramRest.Wire;

/// <summary>A data centre's 2048-bit RSA key, as the key exchange names and uses it.</summary>
public sealed class RsaPublicKey
{
    /// <summary>Bytes of the modulus and of every block.</summary>
    public const int Size = 256;

    private readonly byte[] modulus;
    private readonly byte[] exponent;

    /// <summary>From big-endian modulus (2048 bits) and exponent.</summary>
    public RsaPublicKey(ReadOnlySpan<byte> modulus, ReadOnlySpan<byte> exponent)
    {
        this.modulus = modulus.TrimStart((byte)0).ToArray();
        this.exponent = exponent.TrimStart((byte)0).ToArray();
        if (this.modulus.Length != Size || this.modulus[0] < 0x80)
            throw new WireException("An RSA key of 2048 bits is needed.");
        Fingerprint = ComputeFingerprint(this.modulus, this.exponent);
    }

    /// <summary>The low 64 bits of SHA-1 over modulus and exponent written as TL byte strings; a server offers keys by it.</summary>
    public long Fingerprint { get; }

    /// <summary>256 bytes, big endian.</summary>
    public ReadOnlySpan<byte> Modulus => modulus;

    /// <summary>Big endian, without leading zeros.</summary>
    public ReadOnlySpan<byte> Exponent => exponent;

    /// <summary>Reads <c>RSA PUBLIC KEY</c> (PKCS#1) or <c>PUBLIC KEY</c> (SubjectPublicKeyInfo).</summary>
    /// <exception cref="WireException">It is not PEM, or not a 2048-bit RSA key.</exception>
    public static RsaPublicKey FromPem(string pem)
    {
        using var rsa = RSA.Create();
        try
        {
            rsa.ImportFromPem(pem);
        }
        catch (Exception exception) when (exception is ArgumentException or CryptographicException)
        {
            throw new WireException("This is not an RSA public key in PEM.", exception);
        }

        var parameters = rsa.ExportParameters(includePrivateParameters: false);
        return new RsaPublicKey(parameters.Modulus, parameters.Exponent);
    }

    /// <summary>Writes <c>RSA PUBLIC KEY</c> (PKCS#1), which every client reads.</summary>
    public string ToPem()
    {
        using var rsa = RSA.Create(new RSAParameters { Modulus = modulus, Exponent = exponent });
        return rsa.ExportRSAPublicKeyPem() + "\n";
    }

    /// <summary>The bare operation: <c>block^e mod n</c>, 256 bytes.</summary>
    public void Apply(ReadOnlySpan<byte> block, Span<byte> result) => DiffieHellman.ModPow(block, exponent, modulus, result);

    private static long ComputeFingerprint(byte[] modulus, byte[] exponent)
    {
        var text = new byte[modulus.Length + exponent.Length + 16];
        var length = WriteTlBytes(text, modulus);
        length += WriteTlBytes(text.AsSpan(length), exponent);
        Span<byte> hash = stackalloc byte[20];
        SHA1.HashData(text.AsSpan(0, length), hash);
        return BinaryPrimitives.ReadInt64LittleEndian(hash[12..]);
    }

    private static int WriteTlBytes(Span<byte> target, byte[] bytes)
    {
        var prefix = 1;
        if (bytes.Length < 254)
        {
            target[0] = (byte)bytes.Length;
        }
        else
        {
            BinaryPrimitives.WriteInt32LittleEndian(target, 0xFE | (bytes.Length << 8));
            prefix = 4;
        }

        bytes.CopyTo(target[prefix..]);
        return (prefix + bytes.Length + 3) & ~3;
    }
}
