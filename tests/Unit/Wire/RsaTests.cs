using System.Security.Cryptography;
using TelegramRest.Wire;

namespace TelegramRest.Tests.Unit.Wire;

public class RsaTests
{
    private const string ProductionPem =
        """
        -----BEGIN RSA PUBLIC KEY-----
        MIIBCgKCAQEA6LszBcC1LGzyr992NzE0ieY+BSaOW622Aa9Bd4ZHLl+TuFQ4lo4g
        5nKaMBwK/BIb9xUfg0Q29/2mgIR6Zr9krM7HjuIcCzFvDtr+L0GQjae9H0pRB2OO
        62cECs5HKhT5DZ98K33vmWiLowc621dQuwKWSQKjWf50XYFw42h21P2KXUGyp2y/
        +aEyZ+uVgLLQbRA1dEjSDZ2iGRy12Mk5gpYc397aYp438fsJoHIgJ2lgMv5h7WY9
        t6N/byY9Nw9p21Og3AoXSL2q/2IJ1WRUhebgAdGVMlV1fkuOQoEzR7EdpqtQD9Cs
        5+bfo3Nhmcyvk5ftB0WkJ9z6bNZ7yxrP8wIDAQAB
        -----END RSA PUBLIC KEY-----
        """;

    private static readonly RsaPrivateKey Private = RsaPrivateKey.Generate();

    [Fact]
    public void Fingerprint_of_the_production_key() =>
        Assert.Equal(unchecked((long)0xD09D1D85DE64FD85), RsaPublicKey.FromPem(ProductionPem).Fingerprint);

    [Fact]
    public void Both_pem_forms_name_the_same_key()
    {
        using var rsa = RSA.Create();
        rsa.ImportFromPem(ProductionPem);
        Assert.Equal(RsaPublicKey.FromPem(ProductionPem).Fingerprint, RsaPublicKey.FromPem(rsa.ExportSubjectPublicKeyInfoPem()).Fingerprint);
    }

    [Fact]
    public void Pem_round_trips()
    {
        var again = RsaPrivateKey.FromPem(Private.ToPem());
        Assert.Equal(Private.PublicKey.Fingerprint, again.PublicKey.Fingerprint);
        Assert.StartsWith("-----BEGIN RSA PUBLIC KEY-----", again.PublicKey.ToPem(), StringComparison.Ordinal);
        Assert.Equal(again.PublicKey.Fingerprint, RsaPublicKey.FromPem(again.PublicKey.ToPem()).Fingerprint);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not a key")]
    [InlineData("-----BEGIN RSA PUBLIC KEY-----\nAAAA\n-----END RSA PUBLIC KEY-----")]
    public void Rubbish_is_refused(string pem) => Assert.Throws<WireException>(() => RsaPublicKey.FromPem(pem));

    [Fact]
    public void Padding_matches_gotds_vector()
    {
        // 144 times 'a', no randomness, the production key.
        var encrypted = new byte[256];
        RsaPad.Encrypt(Enumerable.Repeat((byte)'a', 144).ToArray(), RsaPublicKey.FromPem(ProductionPem), new FixedRandom(null), encrypted);
        Assert.Equal(
            Hex.Decode(
                """
                bf68719e836806b040cd261ecaf66eb3c4ba19f3bbea3031b2e6cf29167bab647201d101b291dc5b716a42e789a38d947fe59e9bcce8f30ef46a946743ea8b6b
                abbce7fc0afc46b802aa453e83471d82a4dfad83f971f350b4b4fb474cd1c48fdf427e4b5fecce9ec3178ae7dac3985856fdefa21d6fdc5e0e0fd8a57bc4f515
                80d637d372be8d87c9aa3fde8e6f8287bcb3be846aadcdd59465375479e248f62ed438f9804fbe36d41ca906243a5f740f3937949aa149ba8a8b8e68b3f3e1e3
                cd3f946387520e21eee55845e1f015a919a22f6a72bfaecd2cae946c91983b41f9ffabe97963bbde8f30eaf5fd3c5b8cecab8711bd269e441b6084f385726ff0
                """),
            encrypted);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(144)]
    public void What_is_padded_can_be_unpadded(int length)
    {
        var data = new byte[length];
        new FixedRandom(length).Fill(data);
        var encrypted = new byte[256];
        var block = new byte[256];
        var unpadded = new byte[RsaPad.PaddedData];
        RsaPad.Encrypt(data, Private.PublicKey, new FixedRandom(7), encrypted);
        Private.Apply(encrypted, block);
        Assert.True(RsaPad.TryUnpad(block, unpadded));
        Assert.Equal(data, unpadded[..length]);
    }

    [Fact]
    public void Legacy_padding_comes_off_at_the_length_that_its_reader_finds()
    {
        var data = new byte[96];
        new FixedRandom(5).Fill(data);
        var encrypted = new byte[256];
        var block = new byte[256];
        var unpadded = new byte[RsaPad.LegacyData];
        RsaPad.EncryptLegacy(data, Private.PublicKey, new FixedRandom(7), encrypted);
        Private.Apply(encrypted, block);
        Assert.True(RsaPad.TryUnpadLegacy(block, _ => 96, unpadded));
        Assert.Equal(data, unpadded[..96]);
        Assert.False(RsaPad.TryUnpadLegacy(block, _ => 92, unpadded));
        Assert.False(RsaPad.TryUnpadLegacy(block, _ => -1, unpadded));
        Assert.False(RsaPad.TryUnpadLegacy(block, _ => 1000, unpadded));
        Assert.False(RsaPad.TryUnpad(block, unpadded));
    }

    [Fact]
    public void Damaged_block_is_refused()
    {
        var encrypted = new byte[256];
        var block = new byte[256];
        RsaPad.Encrypt([1, 2, 3, 4], Private.PublicKey, new FixedRandom(7), encrypted);
        encrypted[200] ^= 1;
        Private.Apply(encrypted, block);
        Assert.False(RsaPad.TryUnpad(block, new byte[RsaPad.PaddedData]));
    }
}
