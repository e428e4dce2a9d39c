using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using TelegramRest.Simulator.World.Model;
using TelegramRest.Wire;

namespace TelegramRest.Simulator.World.Logins;

/// <summary>The arithmetic of two-step verification on the server's side (https://core.telegram.org/api/srp): SRP-6a over the 2048-bit prime with g = 3.</summary>
internal static class SrpGroup
{
    public const int G = 3;
    public const int Size = 256;

    private static readonly byte[] PaddedG = Pad([G]);

    public static ReadOnlySpan<byte> Prime => DiffieHellman.KnownPrime;

    /// <summary>What a client would upload for this password.</summary>
    public static PasswordVerifier NewVerifier(string password, string hint, string? email)
    {
        var salt1 = RandomNumberGenerator.GetBytes(40);
        var salt2 = RandomNumberGenerator.GetBytes(16);
        var inner = Salted(Salted(Encoding.UTF8.GetBytes(password), salt1), salt2);
        var stretched = Rfc2898DeriveBytes.Pbkdf2(inner, salt1, 100_000, HashAlgorithmName.SHA512, 64);
        var x = Salted(stretched, salt2);
        return new PasswordVerifier(salt1, salt2, Power([G], x), hint, email);
    }

    /// <summary>B = (k·v + g^b) mod p.</summary>
    public static byte[] PublicValue(byte[] v, byte[] b) => Add(Multiply(Multiplier(), v), Power([G], b));

    /// <returns>Whether the client's proof M1 shows that it knows the password.</returns>
    public static bool Verify(PasswordVerifier verifier, byte[] b, byte[] publicB, ReadOnlySpan<byte> publicA, ReadOnlySpan<byte> proof)
    {
        if (publicA.Length > Size)
            return false;
        var a = Pad(publicA);
        var u = SHA256.HashData([.. a, .. publicB]);
        var s = Power(Multiply(a, Power(verifier.V, u)), b);
        var key = SHA256.HashData(s);
        var hashes = SHA256.HashData(Prime);
        var hashG = SHA256.HashData(PaddedG);
        for (var index = 0; index < hashes.Length; index++)
            hashes[index] ^= hashG[index];
        byte[] expected = SHA256.HashData([.. hashes, .. SHA256.HashData(verifier.Salt1), .. SHA256.HashData(verifier.Salt2), .. a, .. publicB, .. key]);
        return CryptographicOperations.FixedTimeEquals(expected, proof);
    }

    /// <summary>0 &lt; A &lt; p.</summary>
    public static bool InRange(ReadOnlySpan<byte> value) =>
        value.Length <= Size && value.ContainsAnyExcept((byte)0) && Pad(value).AsSpan().SequenceCompareTo(Prime) < 0;

    public static byte[] Pad(ReadOnlySpan<byte> value)
    {
        var padded = new byte[Size];
        value.CopyTo(padded.AsSpan(Size - value.Length));
        return padded;
    }

    private static byte[] Multiplier() => SHA256.HashData([.. Prime, .. PaddedG]);

    private static byte[] Salted(byte[] data, byte[] salt) => SHA256.HashData([.. salt, .. data, .. salt]);

    private static byte[] Power(ReadOnlySpan<byte> value, ReadOnlySpan<byte> exponent)
    {
        var result = new byte[Size];
        DiffieHellman.ModPow(value, exponent, Prime, result);
        return result;
    }

    // Only products and sums are taken with BigInteger; powers, which it is slow at, are not.
    private static byte[] Multiply(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) => Reduce(Number(left) * Number(right));

    private static byte[] Add(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) => Reduce(Number(left) + Number(right));

    private static BigInteger Number(ReadOnlySpan<byte> bytes) => new(bytes, isUnsigned: true, isBigEndian: true);

    private static byte[] Reduce(BigInteger number) => Pad((number % Number(Prime)).ToByteArray(isUnsigned: true, isBigEndian: true));
}
