using System.Security.Cryptography;
using TelegramRest.Wire;

namespace TelegramRest.Tests.Unit.Wire;

public class AesIgeTests
{
    [Fact]
    public void Sample_answer_decrypts_to_what_the_documentation_shows()
    {
        var plain = new byte[SampleExchange.EncryptedAnswer.Length];
        AesIge.Decrypt(SampleExchange.EncryptedAnswer, plain, SampleExchange.TemporaryKey, SampleExchange.TemporaryIv);

        Assert.Equal(SampleExchange.Answer, plain[20..][..SampleExchange.Answer.Length]);
        Assert.Equal(SHA1.HashData(SampleExchange.Answer), plain[..20]);
    }

    [Fact]
    public void Encryption_in_place_undoes_decryption_in_place()
    {
        var bytes = SampleExchange.EncryptedAnswer.ToArray();
        AesIge.Decrypt(bytes, bytes, SampleExchange.TemporaryKey, SampleExchange.TemporaryIv);
        AesIge.Encrypt(bytes, bytes, SampleExchange.TemporaryKey, SampleExchange.TemporaryIv);

        Assert.Equal(SampleExchange.EncryptedAnswer, bytes);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(16)]
    [InlineData(48)]
    [InlineData(4096)]
    public void Hardware_and_portable_code_agree(int length)
    {
        var random = new FixedRandom(length);
        var input = new byte[length];
        var key = new byte[32];
        var iv = new byte[32];
        random.Fill(input);
        random.Fill(key);
        random.Fill(iv);
        var fast = new byte[length];
        var portable = new byte[length];

        AesIge.Encrypt(input, fast, key, iv);
        AesIge.EncryptPortably(input, portable, key, iv);
        Assert.Equal(portable, fast);

        AesIge.Decrypt(input, fast, key, iv);
        AesIge.DecryptPortably(input, portable, key, iv);
        Assert.Equal(portable, fast);
    }

    [Fact]
    public void Half_a_block_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => AesIge.Encrypt(new byte[24], new byte[24], new byte[32], new byte[32]));
}
