using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace TelegramRest.Tests.Unit.Simulator.World;

/// <summary>The client's side of two-step verification, written from https://core.telegram.org/api/srp with plain big numbers.</summary>
internal static class SrpClient
{
    public static Tl.InputCheckPasswordSRP Answer(Tl.Account.Password question, string password)
    {
        var algorithm = (Tl.PasswordKdfAlgoSHA256SHA256PBKDF2HMACSHA512iter100000SHA256ModPow)question.CurrentAlgo!;
        var p = Number(algorithm.P.Span);
        var g = new BigInteger(algorithm.G);
        var bigB = Number(question.SrpB!.Value.Span);
        var k = Number(SHA256.HashData([.. algorithm.P.Span, .. Bytes(g)]));
        var x = Secret(password, algorithm.Salt1.Span, algorithm.Salt2.Span);
        var a = Number(RandomNumberGenerator.GetBytes(256));
        var bigA = BigInteger.ModPow(g, a, p);
        var u = Number(SHA256.HashData([.. Bytes(bigA), .. Bytes(bigB)]));
        var t = ((bigB - (k * BigInteger.ModPow(g, x, p))) % p + p) % p;
        var s = BigInteger.ModPow(t, a + (u * x), p);
        var hashes = SHA256.HashData(algorithm.P.Span).Zip(SHA256.HashData(Bytes(g)), (left, right) => (byte)(left ^ right)).ToArray();
        var proof = SHA256.HashData([.. hashes, .. SHA256.HashData(algorithm.Salt1.Span), .. SHA256.HashData(algorithm.Salt2.Span), .. Bytes(bigA), .. Bytes(bigB), .. SHA256.HashData(Bytes(s))]);
        return new Tl.InputCheckPasswordSRP { SrpId = question.SrpId!.Value, A = Bytes(bigA), M1 = proof };
    }

    /// <summary>What a client uploads to set a password: the salts that it made, and g^x.</summary>
    public static Tl.Account.PasswordInputSettings NewSettings(Tl.Account.Password question, string password, string hint)
    {
        var offered = (Tl.PasswordKdfAlgoSHA256SHA256PBKDF2HMACSHA512iter100000SHA256ModPow)question.NewAlgo;
        byte[] salt1 = [.. offered.Salt1.Span, .. RandomNumberGenerator.GetBytes(32)];
        var p = Number(offered.P.Span);
        var v = BigInteger.ModPow(offered.G, Secret(password, salt1, offered.Salt2.Span), p);
        return new Tl.Account.PasswordInputSettings
        {
            NewAlgo = new Tl.PasswordKdfAlgoSHA256SHA256PBKDF2HMACSHA512iter100000SHA256ModPow { Salt1 = salt1, Salt2 = offered.Salt2, G = offered.G, P = offered.P },
            NewPasswordHash = Bytes(v),
            Hint = hint,
        };
    }

    private static BigInteger Secret(string password, ReadOnlySpan<byte> salt1, ReadOnlySpan<byte> salt2)
    {
        byte[] first = SHA256.HashData([.. salt1, .. Encoding.UTF8.GetBytes(password), .. salt1]);
        byte[] second = SHA256.HashData([.. salt2, .. first, .. salt2]);
        var stretched = Rfc2898DeriveBytes.Pbkdf2(second, salt1, 100_000, HashAlgorithmName.SHA512, 64);
        return Number(SHA256.HashData([.. salt2, .. stretched, .. salt2]));
    }

    private static BigInteger Number(ReadOnlySpan<byte> bytes) => new(bytes, isUnsigned: true, isBigEndian: true);

    private static byte[] Bytes(BigInteger number)
    {
        var bytes = number.ToByteArray(isUnsigned: true, isBigEndian: true);
        return [.. new byte[256 - bytes.Length], .. bytes];
    }
}
