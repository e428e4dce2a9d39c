using System.Buffers.Binary;
using System.Security.Cryptography;
using TelegramRest.Wire;

namespace TelegramRest.Tests.Unit.Wire;

public class KeyExchangeTests
{
    [Fact]
    public void Temporary_keys_of_the_sample()
    {
        var key = new byte[32];
        var iv = new byte[32];
        KeyExchange.TemporaryAes(SampleExchange.NewNonce, SampleExchange.ServerNonce, key, iv);
        Assert.Equal(SampleExchange.TemporaryKey, key);
        Assert.Equal(SampleExchange.TemporaryIv, iv);
    }

    [Fact]
    public void First_salt_is_the_beginning_of_one_nonce_against_the_other() =>
        Assert.Equal(
            BinaryPrimitives.ReadInt64LittleEndian(Hex.Decode("311C85DB234AA264")) ^ BinaryPrimitives.ReadInt64LittleEndian(Hex.Decode("A5CF4D33F4A11EA8")),
            KeyExchange.FirstSalt(SampleExchange.NewNonce, SampleExchange.ServerNonce));

    [Fact]
    public void Ids_of_the_sample_key_are_pieces_of_its_hash()
    {
        var key = new AuthKey(SampleExchange.AuthKey);
        var hash = SHA1.HashData(SampleExchange.AuthKey);
        Assert.Equal(BinaryPrimitives.ReadInt64LittleEndian(hash), key.AuxHash);
        Assert.Equal(BinaryPrimitives.ReadInt64LittleEndian(hash.AsSpan(12)), key.Id);
    }

    [Fact]
    public void Confirmation_hash_by_definition()
    {
        var key = new AuthKey(SampleExchange.AuthKey);
        var hash = new byte[16];
        KeyExchange.NewNonceHash(SampleExchange.NewNonce, 2, key.AuxHash, hash);
        Assert.Equal(SHA1.HashData([.. SampleExchange.NewNonce, 2, .. SHA1.HashData(SampleExchange.AuthKey)[..8]])[4..], hash);
    }
}
