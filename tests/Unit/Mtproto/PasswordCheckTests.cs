using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using TelegramRest.Mtproto;
using TelegramRest.Mtproto.Login;
using TelegramRest.Tests.Unit.Mtproto.Scripted;
using TelegramRest.Wire;

namespace TelegramRest.Tests.Unit.Mtproto;

/// <summary>The proof is checked the way a server does, from its verifier and its own secret: https://core.telegram.org/api/srp.</summary>
public class PasswordCheckTests
{
    private static readonly byte[] Salt1 = [1, 2, 3, 4, 5, 6, 7, 8];
    private static readonly byte[] Salt2 = [8, 7, 6, 5];
    private static readonly byte[] Prime = DiffieHellman.KnownPrime.ToArray();
    private static readonly BigInteger P = Number(Prime);

    [Theory]
    [InlineData("correct horse", "correct horse", true)]
    [InlineData("пароль ✓", "пароль ✓", true)]
    [InlineData("correct horse", "Correct horse", false)]
    [InlineData("correct horse", "", false)]
    public void Server_accepts_the_password_and_no_other(string actual, string typed, bool accepted)
    {
        var verifier = BigInteger.ModPow(3, PasswordHash(actual), P);
        var secret = Number(Convert.FromHexString(string.Concat(Enumerable.Repeat("5a17", 128))));
        var k = Number(SHA256.HashData([.. Prime, .. Pad(3)]));
        var serverPublic = ((k * verifier) + BigInteger.ModPow(3, secret, P)) % P;

        var proof = PasswordCheck.Compute(Password(serverPublic), typed, new TestRandom());

        var u = Number(SHA256.HashData([.. Pad(Number(proof.A.ToArray())), .. Pad(serverPublic)]));
        var shared = BigInteger.ModPow(Number(proof.A.ToArray()) * BigInteger.ModPow(verifier, u, P) % P, secret, P);
        var mixed = SHA256.HashData(Prime).Zip(SHA256.HashData(Pad(3)), (one, other) => (byte)(one ^ other));
        var expected = SHA256.HashData(
            [.. mixed, .. SHA256.HashData(Salt1), .. SHA256.HashData(Salt2), .. proof.A.ToArray(), .. Pad(serverPublic), .. SHA256.HashData(Pad(shared))]);
        Assert.Equal(77, proof.SrpId);
        Assert.Equal(256, proof.A.Length);
        Assert.Equal(accepted, expected.AsSpan().SequenceEqual(proof.M1.Span));
    }

    [Fact]
    public void Server_s_bad_half_is_refused() =>
        Assert.Throws<RpcTransportException>(() => PasswordCheck.Compute(Password(BigInteger.One), "a", new TestRandom()));

    [Fact]
    public void Unknown_algorithm_is_refused() =>
        Assert.Throws<RpcTransportException>(() => PasswordCheck.Compute(
            new Tl.Account.Password { CurrentAlgo = new Tl.PasswordKdfAlgoUnknown(), NewAlgo = new Tl.PasswordKdfAlgoUnknown(), NewSecureAlgo = new Tl.SecurePasswordKdfAlgoUnknown() },
            "a",
            new TestRandom()));

    private static Tl.Account.Password Password(BigInteger serverPublic) => new()
    {
        HasPassword = true,
        CurrentAlgo = new Tl.PasswordKdfAlgoSHA256SHA256PBKDF2HMACSHA512iter100000SHA256ModPow { Salt1 = Salt1, Salt2 = Salt2, G = 3, P = Prime },
        SrpB = Pad(serverPublic),
        SrpId = 77,
        NewAlgo = new Tl.PasswordKdfAlgoUnknown(),
        NewSecureAlgo = new Tl.SecurePasswordKdfAlgoUnknown(),
    };

    private static BigInteger PasswordHash(string text)
    {
        var first = Salted(Salted(Encoding.UTF8.GetBytes(text), Salt1), Salt2);
        return Number(Salted(Rfc2898DeriveBytes.Pbkdf2(first, Salt1, 100_000, HashAlgorithmName.SHA512, 64), Salt2));
    }

    private static byte[] Salted(byte[] data, byte[] salt) => SHA256.HashData([.. salt, .. data, .. salt]);

    private static byte[] Pad(BigInteger number)
    {
        var bytes = number.ToByteArray(isUnsigned: true, isBigEndian: true);
        return [.. new byte[256 - bytes.Length], .. bytes];
    }

    private static BigInteger Number(byte[] bytes) => new(bytes, isUnsigned: true, isBigEndian: true);
}
