using System.Buffers.Binary;
using System.Security.Cryptography;
using TelegramRest.Simulator.Sessions;
using TelegramRest.Wire;

namespace TelegramRest.Tests.Unit.Simulator.Sessions;

/// <summary>The client's side of the key exchange, in any of the forms that clients use.</summary>
internal sealed class KeyExchangeClient(RawClient client, RsaPublicKey rsa)
{
    private readonly byte[] _nonce = RandomNumberGenerator.GetBytes(16);
    private readonly byte[] _newNonce = RandomNumberGenerator.GetBytes(32);
    private byte[] _serverNonce = [];

    /// <summary>Bytes behind the object in every plain message, as one client sends them.</summary>
    public int TrailingBytes { get; init; }

    public bool LegacyPadding { get; init; }

    public bool FalseFactors { get; init; }

    /// <summary>One key in 256 starts with a zero byte, which some clients cannot use; a test wants either such a key or none.</summary>
    public bool ZeroFirst { get; init; }

    /// <summary>Makes a key and gives it to the client with its first salt.</summary>
    public async Task RunAsync(uint requestId, uint innerId, int expiresIn = 0)
    {
        var offer = await AskAsync(writer =>
        {
            writer.WriteUInt32(requestId);
            writer.WriteRaw(_nonce);
        });
        var (pq, fingerprint) = ReadOffer(offer);
        var factors = Factorization.FactorPq(BinaryPrimitives.ReadUInt64BigEndian(pq));
        var p = BigEndian((uint)factors.P);
        var q = BigEndian((uint)factors.Q + (FalseFactors ? 2u : 0));

        var parameters = await AskAsync(writer =>
        {
            writer.WriteUInt32(ServiceIds.ReqDhParams);
            writer.WriteRaw(_nonce);
            writer.WriteRaw(_serverNonce);
            writer.WriteBytes(p);
            writer.WriteBytes(q);
            writer.WriteInt64(fingerprint);
            writer.WriteBytes(Encrypt(InnerData(innerId, pq, p, q, expiresIn)));
        });
        var (prime, power) = ReadParameters(parameters);

        var (mine, secret) = ChooseHalf(prime, power);
        var confirmation = await AskAsync(writer =>
        {
            writer.WriteUInt32(ServiceIds.SetClientDhParams);
            writer.WriteRaw(_nonce);
            writer.WriteRaw(_serverNonce);
            writer.WriteBytes(EncryptHalf(mine));
        });
        CheckConfirmation(confirmation, secret);
        client.Use(secret, KeyExchange.FirstSalt(_newNonce, _serverNonce), RandomNumberGenerator.GetInt32(int.MaxValue));
    }

    private static byte[] BigEndian(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        return bytes;
    }

    private (byte[] Half, byte[] Secret) ChooseHalf(byte[] prime, byte[] power)
    {
        var half = new byte[256];
        var secret = new byte[256];
        byte[] exponent;
        do
        {
            exponent = RandomNumberGenerator.GetBytes(256);
            DiffieHellman.ModPow(power, exponent, prime, secret);
        }
        while (secret[0] == 0 != ZeroFirst);
        DiffieHellman.Power(3, exponent, prime, half);
        return (half, secret);
    }

    private (byte[] Pq, long Fingerprint) ReadOffer(byte[] answer)
    {
        var reader = new Tl.TlReader(answer);
        Assert.Equal(ServiceIds.ResPq, reader.ReadUInt32());
        Assert.Equal(_nonce, reader.ReadRaw(16).ToArray());
        _serverNonce = reader.ReadRaw(16).ToArray();
        var pq = reader.ReadBytes().ToArray();
        var fingerprints = reader.ReadInt64Vector();
        Assert.Equal(0, reader.Remaining);
        Assert.Equal(rsa.Fingerprint, Assert.Single(fingerprints));
        return (pq, fingerprints[0]);
    }

    private byte[] InnerData(uint innerId, byte[] pq, byte[] p, byte[] q, int expiresIn)
    {
        using var writer = new Tl.TlWriter();
        writer.WriteUInt32(innerId);
        writer.WriteBytes(pq);
        writer.WriteBytes(p);
        writer.WriteBytes(q);
        writer.WriteRaw(_nonce);
        writer.WriteRaw(_serverNonce);
        writer.WriteRaw(_newNonce);
        if (innerId is ServiceIds.PqInnerDataDc or ServiceIds.PqInnerDataTempDc)
            writer.WriteInt32(TestServer.DcId);
        if (innerId is ServiceIds.PqInnerDataTemp or ServiceIds.PqInnerDataTempDc)
            writer.WriteInt32(expiresIn);
        return writer.WrittenSpan.ToArray();
    }

    private byte[] Encrypt(byte[] inner)
    {
        var encrypted = new byte[256];
        if (LegacyPadding)
            RsaPad.EncryptLegacy(inner, rsa, RandomSource.Secure, encrypted);
        else
            RsaPad.Encrypt(inner, rsa, RandomSource.Secure, encrypted);
        return encrypted;
    }

    private (byte[] Prime, byte[] Power) ReadParameters(byte[] answer)
    {
        var reader = new Tl.TlReader(answer);
        Assert.Equal(ServiceIds.ServerDhParamsOk, reader.ReadUInt32());
        reader.Skip(32);
        var encrypted = reader.ReadBytes().ToArray();
        var plain = new byte[encrypted.Length];
        var aes = new byte[64];
        KeyExchange.TemporaryAes(_newNonce, _serverNonce, aes.AsSpan(0, 32), aes.AsSpan(32));
        AesIge.Decrypt(encrypted, plain, aes.AsSpan(0, 32), aes.AsSpan(32));
        var inner = new Tl.TlReader(plain.AsSpan(20));
        Assert.Equal(ServiceIds.ServerDhInnerData, inner.ReadUInt32());
        inner.Skip(32);
        Assert.Equal(3, inner.ReadInt32());
        var result = (inner.ReadBytes().ToArray(), inner.ReadBytes().ToArray());
        inner.ReadInt32();
        Assert.Equal(SHA1.HashData(plain.AsSpan(20, inner.Position)), plain[..20]);
        return result;
    }

    private byte[] EncryptHalf(byte[] power)
    {
        using var writer = new Tl.TlWriter();
        writer.WriteUInt32(ServiceIds.ClientDhInnerData);
        writer.WriteRaw(_nonce);
        writer.WriteRaw(_serverNonce);
        writer.WriteInt64(0);
        writer.WriteBytes(power);
        var plain = new byte[(20 + writer.Length + 15) & ~15];
        SHA1.HashData(writer.WrittenSpan, plain);
        writer.WrittenSpan.CopyTo(plain.AsSpan(20));
        var encrypted = new byte[plain.Length];
        var aes = new byte[64];
        KeyExchange.TemporaryAes(_newNonce, _serverNonce, aes.AsSpan(0, 32), aes.AsSpan(32));
        AesIge.Encrypt(plain, encrypted, aes.AsSpan(0, 32), aes.AsSpan(32));
        return encrypted;
    }

    private void CheckConfirmation(byte[] answer, byte[] secret)
    {
        var accepted = !ZeroFirst;
        var hash = new byte[16];
        KeyExchange.NewNonceHash(_newNonce, accepted ? (byte)1 : (byte)2, new Wire.AuthKey(secret).AuxHash, hash);
        Assert.Equal(accepted ? ServiceIds.DhGenOk : ServiceIds.DhGenRetry, BinaryPrimitives.ReadUInt32LittleEndian(answer));
        Assert.Equal(hash, answer[36..52]);
    }

    private async Task<byte[]> AskAsync(Action<Tl.TlWriter> write)
    {
        using var writer = new Tl.TlWriter();
        write(writer);
        writer.WriteRaw(RandomNumberGenerator.GetBytes(TrailingBytes));
        var packet = new byte[20 + writer.Length];
        BinaryPrimitives.WriteInt64LittleEndian(packet.AsSpan(8), client.NextId());
        BinaryPrimitives.WriteInt32LittleEndian(packet.AsSpan(16), writer.Length);
        writer.WrittenSpan.CopyTo(packet.AsSpan(20));
        await client.SendPacketAsync(packet);

        var reply = await client.ReceivePacketAsync() ?? throw new IOException("The server closed the connection.");
        Assert.Equal(0, BinaryPrimitives.ReadInt64LittleEndian(reply));
        Assert.Equal(1, BinaryPrimitives.ReadInt64LittleEndian(reply.AsSpan(8)) & 3);
        var length = BinaryPrimitives.ReadInt32LittleEndian(reply.AsSpan(16));
        Assert.InRange(reply.Length - 20 - length, 0, client.MostPacketPadding);
        return reply[20..(20 + length)];
    }
}
