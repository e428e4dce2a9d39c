using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using TelegramRest.Wire;

namespace TelegramRest.Mtproto.Login;

/// <summary>
/// Proves knowledge of a two-step verification password without sending it: SRP-6a over the 2048-bit group that the server names.
/// https://core.telegram.org/api/srp
/// </summary>
public static class PasswordCheck
{
    private const int Size = DiffieHellman.Size;
    private const int Iterations = 100_000;

    /// <summary>The proof for <c>auth.checkPassword</c>.</summary>
    /// <param name="password">The answer of <c>account.getPassword</c>, asked for just now: each can be used once.</param>
    /// <param name="text">What the person typed.</param>
    /// <exception cref="RpcTransportException">The server's numbers fail the checks, or it wants an algorithm that is not known here.</exception>
    public static Tl.InputCheckPasswordSRP Compute(Tl.Account.Password password, string text, RandomSource random)
    {
        if (password.CurrentAlgo is not Tl.PasswordKdfAlgoSHA256SHA256PBKDF2HMACSHA512iter100000SHA256ModPow algorithm
            || password.SrpB is not { } serverPublic
            || password.SrpId is not { } srpId)
            throw new RpcTransportException("The account's password cannot be checked by any algorithm known here.");
        try
        {
            DiffieHellman.CheckParameters(algorithm.G, algorithm.P.Span, random);
            DiffieHellman.CheckPublicValue(serverPublic.Span, algorithm.P.Span);
        }
        catch (WireException exception)
        {
            throw new RpcTransportException("The server's half of the password check is not acceptable.", innerException: exception);
        }

        return Prove(algorithm, Pad(serverPublic.Span), srpId, text, random);
    }

    private static Tl.InputCheckPasswordSRP Prove(
        Tl.PasswordKdfAlgoSHA256SHA256PBKDF2HMACSHA512iter100000SHA256ModPow algorithm, byte[] serverPublic, long srpId, string text, RandomSource random)
    {
        var prime = algorithm.P.ToArray();
        var generator = Pad([(byte)algorithm.G]);
        var salt1 = algorithm.Salt1.ToArray();
        var salt2 = algorithm.Salt2.ToArray();
        var p = Number(prime);
        var x = PasswordHash(text, salt1, salt2);
        var k = Number(SHA256.HashData([.. prime, .. generator]));

        var (secret, clientPublic) = ChooseSecret(algorithm.G, prime, random);
        var u = SHA256.HashData([.. clientPublic, .. serverPublic]);
        var verifier = new byte[Size];
        DiffieHellman.ModPow(generator, x, prime, verifier);

        // S = (B − k·g^x)^(a + u·x) mod p
        var root = (Number(serverPublic) - (k * Number(verifier) % p)) % p;
        if (root.Sign < 0)
            root += p;
        var exponent = Number(secret) + (Number(u) * Number(x));
        var shared = new byte[Size];
        DiffieHellman.ModPow(Bytes(root), Bytes(exponent), prime, shared);

        var mixed = SHA256.HashData(prime);
        var generatorHash = SHA256.HashData(generator);
        for (var i = 0; i < mixed.Length; i++)
            mixed[i] ^= generatorHash[i];
        var proof = SHA256.HashData(
            [.. mixed, .. SHA256.HashData(salt1), .. SHA256.HashData(salt2), .. clientPublic, .. serverPublic, .. SHA256.HashData(shared)]);
        return new Tl.InputCheckPasswordSRP { SrpId = srpId, A = clientPublic, M1 = proof };
    }

    // SH(PBKDF2(SH(SH(password, salt1), salt2), salt1), salt2) where SH(data, salt) = SHA256(salt + data + salt).
    private static byte[] PasswordHash(string text, byte[] salt1, byte[] salt2)
    {
        var inner = Salted(Salted(Encoding.UTF8.GetBytes(text), salt1), salt2);
        return Salted(Rfc2898DeriveBytes.Pbkdf2(inner, salt1, Iterations, HashAlgorithmName.SHA512, 64), salt2);
    }

    private static byte[] Salted(byte[] data, byte[] salt) => SHA256.HashData([.. salt, .. data, .. salt]);

    private static (byte[] Secret, byte[] Public) ChooseSecret(int generator, byte[] prime, RandomSource random)
    {
        var secret = new byte[Size];
        var power = new byte[Size];
        do
        {
            random.Fill(secret);
            DiffieHellman.Power(generator, secret, prime, power);
        }
        while (!DiffieHellman.IsAcceptable(power, prime));
        return (secret, power);
    }

    private static byte[] Pad(ReadOnlySpan<byte> number)
    {
        var padded = new byte[Size];
        number.CopyTo(padded.AsSpan(Size - number.Length));
        return padded;
    }

    private static BigInteger Number(byte[] bytes) => new(bytes, isUnsigned: true, isBigEndian: true);

    private static byte[] Bytes(BigInteger number) => number.ToByteArray(isUnsigned: true, isBigEndian: true);
}
