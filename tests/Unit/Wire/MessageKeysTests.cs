using System.Security.Cryptography;
using TelegramRest.Wire;

namespace TelegramRest.Tests.Unit.Wire;

/// <summary>Vectors of mtcute's test suite: a key of one repeated piece, both directions, both versions.</summary>
public class MessageKeysTests
{
    private static readonly byte[] AuthKeyBytes =
        [.. Enumerable.Repeat(Hex.Decode("98cb29c6ffa89e79da695a54f572e6cb101e81c688b63a4bf73c3622dec230e0"), 8).SelectMany(piece => piece)];

    private static readonly byte[] MessageKey = Hex.Decode("25d701f2a29205526757825a99eb2d32");

    [Theory]
    [InlineData(true, "af3f8e1ffa75f4c981eec33a3e5bbaa2ea48f9bb93e91597627eb1f67960a0c9", "9874d77f95155b35221bff94b7df4594c6996e2a62e44fcb7d93c8c4e41b79ee")]
    [InlineData(false, "d4b378e1e0525f10ff9d4c42807ccce5b30a033a8088c0b922b5259421751648", "4d7194f42f0135d2fd83050b403265b4c40ee3e9e9fba56f0f4d8ea6bcb121f5")]
    public void Keys_of_version_2(bool fromClient, string expectedKey, string expectedIv)
    {
        var key = new byte[32];
        var iv = new byte[32];
        MessageKeys.V2(AuthKeyBytes, MessageKey, fromClient, key, iv);
        Assert.Equal((expectedKey, expectedIv), (Hex.Encode(key), Hex.Encode(iv)));
    }

    [Theory]
    [InlineData(true, "1fc7b40b1d9ffbdaf4d652525a748864259698f89214abf27c0d36cb9d4cd5db", "7251fbda39ec5e6e089f15ded5963b03d6d8d0f7078898431fc7b40b1d9ffbda")]
    [InlineData(false, "af0e4e01318654be40ab42b125909d43b44bdeef571ff1a5dfb81474ae26d467", "15c9ba6021d2c5cf04f0842540ae216a970b4eac8f46ef01af0e4e01318654be")]
    public void Keys_of_version_1(bool fromClient, string expectedKey, string expectedIv)
    {
        var key = new byte[32];
        var iv = new byte[32];
        MessageKeys.V1(AuthKeyBytes, MessageKey, fromClient, key, iv);
        Assert.Equal((expectedKey, expectedIv), (Hex.Encode(key), Hex.Encode(iv)));
    }

    [Fact]
    public void Message_key_of_version_2_is_the_middle_of_the_hash_by_definition()
    {
        byte[] plaintext = [.. Enumerable.Range(0, 96).Select(i => (byte)i)];
        var fromClient = new byte[16];
        var fromServer = new byte[16];
        MessageKeys.ComputeV2(AuthKeyBytes, plaintext, fromClient: true, fromClient);
        MessageKeys.ComputeV2(AuthKeyBytes, plaintext, fromClient: false, fromServer);

        Assert.Equal(SHA256.HashData([.. AuthKeyBytes[88..120], .. plaintext])[8..24], fromClient);
        Assert.Equal(SHA256.HashData([.. AuthKeyBytes[96..128], .. plaintext])[8..24], fromServer);
    }

    [Fact]
    public void Message_key_of_version_1_is_the_end_of_the_hash_by_definition()
    {
        var key = new byte[16];
        MessageKeys.ComputeV1([1, 2, 3], key);
        Assert.Equal(SHA1.HashData([1, 2, 3])[4..20], key);
    }
}
