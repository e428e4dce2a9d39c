using System.Runtime.Intrinsics;
using System.Security.Cryptography;

namespace TelegramRest.Wire;

/// <summary>
/// AES-256 in IGE mode: <c>c[i] = E(p[i] ^ c[i-1]) ^ p[i-1]</c>, where the first half of the iv stands for c[-1] and the second for p[-1].
/// Lengths are multiples of 16; <c>output</c> may be the same memory as <c>input</c>.
/// https://core.telegram.org/mtproto/description#defining-aes-key-and-initialization-vector
/// </summary>
public static class AesIge
{
    private const int Block = 16;

    /// <summary>Encrypts with a 32-byte key and a 32-byte iv.</summary>
    public static void Encrypt(ReadOnlySpan<byte> input, Span<byte> output, ReadOnlySpan<byte> key, ReadOnlySpan<byte> iv)
    {
        Check(input, output, key, iv);
        if (AesNi.IsSupported)
            EncryptInHardware(input, output, key, iv);
        else
            EncryptPortably(input, output, key, iv);
    }

    /// <summary>Decrypts with a 32-byte key and a 32-byte iv.</summary>
    public static void Decrypt(ReadOnlySpan<byte> input, Span<byte> output, ReadOnlySpan<byte> key, ReadOnlySpan<byte> iv)
    {
        Check(input, output, key, iv);
        if (AesNi.IsSupported)
            DecryptInHardware(input, output, key, iv);
        else
            DecryptPortably(input, output, key, iv);
    }

    internal static void EncryptPortably(ReadOnlySpan<byte> input, Span<byte> output, ReadOnlySpan<byte> key, ReadOnlySpan<byte> iv)
    {
        using var aes = Aes.Create();
        aes.SetKey(key);
        using var cipher = EcbEncryptor(aes);
        ChainPortably(input, output, cipher, previousOutput: Vector128.Create(iv[..Block]), previousInput: Vector128.Create(iv[Block..]));
    }

    internal static void DecryptPortably(ReadOnlySpan<byte> input, Span<byte> output, ReadOnlySpan<byte> key, ReadOnlySpan<byte> iv)
    {
        using var aes = Aes.Create();
        aes.SetKey(key);
        using var cipher = EcbDecryptor(aes);
        ChainPortably(input, output, cipher, previousOutput: Vector128.Create(iv[Block..]), previousInput: Vector128.Create(iv[..Block]));
    }

    private static void EncryptInHardware(ReadOnlySpan<byte> input, Span<byte> output, ReadOnlySpan<byte> key, ReadOnlySpan<byte> iv)
    {
        Span<Vector128<byte>> keys = stackalloc Vector128<byte>[AesNi.RoundKeys];
        AesNi.ExpandForEncryption(key, keys);
        var previousOutput = Vector128.Create(iv[..Block]);
        var previousInput = Vector128.Create(iv[Block..]);
        for (var at = 0; at < input.Length; at += Block)
        {
            var plain = Vector128.Create(input.Slice(at, Block));
            previousOutput = AesNi.Encrypt(plain ^ previousOutput, in keys[0]) ^ previousInput;
            previousInput = plain;
            previousOutput.CopyTo(output.Slice(at, Block));
        }

        keys.Clear();
    }

    private static void DecryptInHardware(ReadOnlySpan<byte> input, Span<byte> output, ReadOnlySpan<byte> key, ReadOnlySpan<byte> iv)
    {
        Span<Vector128<byte>> keys = stackalloc Vector128<byte>[AesNi.RoundKeys];
        AesNi.ExpandForDecryption(key, keys);
        var previousInput = Vector128.Create(iv[..Block]);
        var previousOutput = Vector128.Create(iv[Block..]);
        for (var at = 0; at < input.Length; at += Block)
        {
            var cipher = Vector128.Create(input.Slice(at, Block));
            previousOutput = AesNi.Decrypt(cipher ^ previousOutput, in keys[0]) ^ previousInput;
            previousInput = cipher;
            previousOutput.CopyTo(output.Slice(at, Block));
        }

        keys.Clear();
    }

    // Both directions are the same chain; only the block transform and the two halves of the iv differ.
    private static void ChainPortably(ReadOnlySpan<byte> input, Span<byte> output, ICryptoTransform transform, Vector128<byte> previousOutput, Vector128<byte> previousInput)
    {
        var mixed = new byte[Block];
        var turned = new byte[Block];
        for (var at = 0; at < input.Length; at += Block)
        {
            var current = Vector128.Create(input.Slice(at, Block));
            (current ^ previousOutput).CopyTo(mixed);
            transform.TransformBlock(mixed, 0, Block, turned, 0);
            previousOutput = Vector128.Create(turned) ^ previousInput;
            previousInput = current;
            previousOutput.CopyTo(output.Slice(at, Block));
        }
    }

    private static ICryptoTransform EcbEncryptor(Aes aes)
    {
        UseBareBlocks(aes);
        return aes.CreateEncryptor();
    }

    private static ICryptoTransform EcbDecryptor(Aes aes)
    {
        UseBareBlocks(aes);
        return aes.CreateDecryptor();
    }

#pragma warning disable CA5358 // IGE is built from bare block operations; the chaining is ours.
    private static void UseBareBlocks(Aes aes)
    {
        aes.Mode = CipherMode.ECB;
        aes.Padding = PaddingMode.None;
    }
#pragma warning restore CA5358

    private static void Check(ReadOnlySpan<byte> input, Span<byte> output, ReadOnlySpan<byte> key, ReadOnlySpan<byte> iv)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(key.Length, 32);
        ArgumentOutOfRangeException.ThrowIfNotEqual(iv.Length, 32);
        ArgumentOutOfRangeException.ThrowIfNotEqual(input.Length % Block, 0);
        ArgumentOutOfRangeException.ThrowIfLessThan(output.Length, input.Length);
    }
}
