using TelegramRest.Wire;

namespace TelegramRest.Tests.Unit.Wire;

public class AesCtrTests
{
    // NIST SP 800-38A, F.5.5.
    private static readonly byte[] Key = Hex.Decode("603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4");
    private static readonly byte[] Counter = Hex.Decode("f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff");
    private static readonly byte[] Plain = Hex.Decode("6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e5130c81c46a35ce411e5fbc1191a0a52eff69f2445df4f9b17ad2b417be66c3710");
    private static readonly byte[] Cipher = Hex.Decode("601ec313775789a5b7a7f504bbf3d228f443e3ca4d62b59aca84e990cacaf5c52b0930daa23de94ce87017ba2d84988ddfc9c58db67aada613c2dd08457941a6");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Published_vector(bool hardware)
    {
        var bytes = Plain.ToArray();
        new AesCtr(Key, Counter, hardware).Transform(bytes);
        Assert.Equal(Cipher, bytes);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(16)]
    [InlineData(129)]
    [InlineData(500)]
    public void Pieces_of_any_size_give_the_same_stream(int piece)
    {
        var whole = new byte[1000];
        new AesCtr(Key, Counter).Transform(whole);

        var pieces = new byte[1000];
        var cipher = new AesCtr(Key, Counter);
        for (var at = 0; at < pieces.Length; at += piece)
            cipher.Transform(pieces.AsSpan(at, Math.Min(piece, pieces.Length - at)));
        Assert.Equal(whole, pieces);
    }

    [Fact]
    public void Counter_carries_over_all_its_bytes()
    {
        var counter = new byte[16];
        counter.AsSpan().Fill(0xFF);
        var wrapped = new byte[32];
        new AesCtr(Key, counter).Transform(wrapped);
        var fromZero = new byte[16];
        new AesCtr(Key, new byte[16]).Transform(fromZero);
        Assert.Equal(fromZero, wrapped[16..]);
    }
}
