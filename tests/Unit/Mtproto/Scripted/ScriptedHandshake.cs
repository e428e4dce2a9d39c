using System.Buffers.Binary;
using System.Security.Cryptography;
using TelegramRest.Wire;

namespace TelegramRest.Tests.Unit.Mtproto.Scripted;

/// <summary>
/// The server's side of a key exchange, step by step. Each answer passes through <see cref="Tamper"/> before it leaves, so that a test can break exactly one thing.
/// </summary>
internal sealed class ScriptedHandshake(ScriptedConnection connection)
{
    private static readonly RsaPrivateKey Rsa = RsaPrivateKey.Generate();

    private readonly byte[] serverNonce = Bytes(16, 3);
    private readonly byte[] secret = Bytes(256, 4);

    public static RsaPublicKey PublicKey => Rsa.PublicKey;

    /// <summary>Changes an answer, or replaces it.</summary>
    public Func<Tl.TlObject, Tl.TlObject> Tamper { get; set; } = answer => answer;

    /// <summary>Changes the bytes of encrypted_answer before they are encrypted.</summary>
    public Action<byte[]> TamperPlain { get; set; } = _ => { };

    public byte[] Prime { get; set; } = DiffieHellman.KnownPrime.ToArray();

    public int Generator { get; set; } = 3;

    public byte[]? GA { get; set; }

    public DateTimeOffset ServerTime { get; set; } = DateTimeOffset.UtcNow;

    /// <summary>How often the client is asked for another half.</summary>
    public int Retries { get; set; }

    /// <summary>The data centre and the lifetime that the client named.</summary>
    public (int Dc, int? ExpiresIn) Named { get; private set; }

    /// <summary>Goes through the whole exchange; the connection speaks with the new key afterwards.</summary>
    public async Task<AuthKey> RunAsync()
    {
        var first = (Tl.Mtproto.ReqPqMulti)await ReceiveAsync();
        await SendAsync(new Tl.Mtproto.ResPQ
        {
            Nonce = first.Nonce,
            ServerNonce = serverNonce,
            Pq = Convert.FromHexString("17ED48941A08F981"),
            ServerPublicKeyFingerprints = [1, Rsa.PublicKey.Fingerprint],
        });

        var request = (Tl.Mtproto.ReqDHParams)await ReceiveAsync();
        var newNonce = Open(request);
        var ga = new byte[256];
        DiffieHellman.Power(Generator, secret, Prime, ga);
        var (aesKey, aesIv) = (new byte[32], new byte[32]);
        KeyExchange.TemporaryAes(newNonce, serverNonce, aesKey, aesIv);
        var inner = new Tl.Mtproto.ServerDHInnerData
        {
            Nonce = first.Nonce,
            ServerNonce = serverNonce,
            G = Generator,
            DhPrime = Prime,
            GA = GA ?? ga,
            ServerTime = (int)ServerTime.ToUnixTimeSeconds(),
        };
        await SendAsync(new Tl.Mtproto.ServerDHParamsOk { Nonce = first.Nonce, ServerNonce = serverNonce, EncryptedAnswer = Seal((Tl.Mtproto.ServerDHInnerData)Tamper(inner), aesKey, aesIv) });

        for (var attempt = 0; ; attempt++)
        {
            var proposal = (Tl.Mtproto.SetClientDHParams)await ReceiveAsync();
            var half = Unseal(proposal.EncryptedData.ToArray(), aesKey, aesIv);
            var keyBytes = new byte[256];
            DiffieHellman.ModPow(half.GB.Span, secret, Prime, keyBytes);
            var key = new AuthKey(keyBytes);
            if (attempt < Retries)
            {
                await SendAsync(new Tl.Mtproto.DhGenRetry { Nonce = first.Nonce, ServerNonce = serverNonce, NewNonceHash2 = Hash(newNonce, 2, key) });
                continue;
            }

            await SendAsync(new Tl.Mtproto.DhGenOk { Nonce = first.Nonce, ServerNonce = serverNonce, NewNonceHash1 = Hash(newNonce, 1, key) });
            connection.Key = key;
            return key;
        }
    }

    private static byte[] Bytes(int count, int seed)
    {
        var bytes = new byte[count];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    private static byte[] Hash(byte[] newNonce, byte number, AuthKey key)
    {
        var hash = new byte[16];
        KeyExchange.NewNonceHash(newNonce, number, key.AuxHash, hash);
        return hash;
    }

    private byte[] Open(Tl.Mtproto.ReqDHParams request)
    {
        var block = new byte[256];
        var data = new byte[RsaPad.PaddedData];
        Rsa.Apply(request.EncryptedData.Span, block);
        Assert.True(RsaPad.TryUnpad(block, data));
        Assert.Equal("494C553B", Convert.ToHexString(request.P.Span));
        Assert.Equal("53911073", Convert.ToHexString(request.Q.Span));
        var reader = new Tl.TlReader(data);
        switch (reader.ReadObject())
        {
            case Tl.Mtproto.PQInnerDataDc inner:
                Named = (inner.Dc, null);
                return inner.NewNonce.ToArray();
            case Tl.Mtproto.PQInnerDataTempDc inner:
                Named = (inner.Dc, inner.ExpiresIn);
                return inner.NewNonce.ToArray();
            case var other:
                throw new InvalidOperationException(other.GetType().Name);
        }
    }

    private byte[] Seal(Tl.Mtproto.ServerDHInnerData inner, byte[] aesKey, byte[] aesIv)
    {
        var answer = ScriptedConnection.Serialize(inner);
        byte[] plain = [.. SHA1.HashData(answer), .. answer];
        Array.Resize(ref plain, (plain.Length + 15) & ~15);
        TamperPlain(plain);
        AesIge.Encrypt(plain, plain, aesKey, aesIv);
        return plain;
    }

    private static Tl.Mtproto.ClientDHInnerData Unseal(byte[] encrypted, byte[] aesKey, byte[] aesIv)
    {
        AesIge.Decrypt(encrypted, encrypted, aesKey, aesIv);
        var reader = new Tl.TlReader(encrypted.AsSpan(20));
        var half = (Tl.Mtproto.ClientDHInnerData)reader.ReadObject();
        Assert.Equal(SHA1.HashData(encrypted.AsSpan(20, reader.Position)), encrypted[..20]);
        return half;
    }

    private async Task<Tl.TlObject> ReceiveAsync()
    {
        var packet = await connection.ReceivePacketAsync();
        Assert.Equal(0, BinaryPrimitives.ReadInt64LittleEndian(packet));
        var reader = new Tl.TlReader(packet.AsSpan(20, BinaryPrimitives.ReadInt32LittleEndian(packet.AsSpan(16))));
        return reader.ReadObject();
    }

    private async Task SendAsync(Tl.TlObject answer)
    {
        var body = ScriptedConnection.Serialize(Tamper(answer));
        var packet = new byte[20 + body.Length];
        BinaryPrimitives.WriteInt64LittleEndian(packet.AsSpan(8), connection.NextMessageId());
        BinaryPrimitives.WriteInt32LittleEndian(packet.AsSpan(16), body.Length);
        body.CopyTo(packet.AsSpan(20));
        await connection.SendPacketAsync(packet);
    }
}
