using System.Security.Cryptography;
using TelegramRest.Simulator.Sessions.Keys;
using TelegramRest.Wire;

namespace TelegramRest.Simulator.Sessions.Handshake;

/// <summary>
/// The data centre's side of the key exchange on one connection. A client may start over at any time; each start forgets the one before.
/// https://core.telegram.org/mtproto/auth_key
/// </summary>
internal sealed class KeyExchangeServer(RsaPrivateKey rsa, AuthKeyTable keys, int dcId, string remoteAddress)
{
    private const int Generator = 3;
    private const int LongestTemporaryKey = 7 * 24 * 3600;

    private byte[] _nonce = [];
    private byte[] _serverNonce = [];
    private PqPair _pq;
    private InnerData? _inner;
    private byte[] _exponent = [];

    /// <summary>Answers one plain message.</summary>
    /// <param name="body">The message without its envelope; random bytes may follow the object.</param>
    /// <param name="cancellationToken">The connection's end.</param>
    /// <exception cref="WireException">The client failed a check and is not worth an answer.</exception>
    /// <exception cref="Tl.TlException">The message is malformed.</exception>
    public ValueTask<byte[]> HandleAsync(ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        var reader = new Tl.TlReader(body.Span);
        return reader.ReadUInt32() switch
        {
            ServiceIds.ReqPq or ServiceIds.ReqPqMulti => new(OfferKey(ref reader)),
            ServiceIds.ReqDhParams => new(OfferParameters(ref reader)),
            ServiceIds.SetClientDhParams => AgreeAsync(ReadClientHalf(ref reader), cancellationToken),
            var id => throw new WireException($"A plain message {id:x8} is no part of the key exchange."),
        };
    }

    private byte[] OfferKey(ref Tl.TlReader reader)
    {
        _nonce = reader.ReadRaw(16).ToArray();
        _serverNonce = RandomNumberGenerator.GetBytes(16);
        _pq = PqPair.Generate();
        _inner = null;

        using var writer = new Tl.TlWriter();
        writer.WriteUInt32(ServiceIds.ResPq);
        writer.WriteRaw(_nonce);
        writer.WriteRaw(_serverNonce);
        writer.WriteBytes(_pq.Product);
        writer.WriteInt64Vector([rsa.PublicKey.Fingerprint]);
        return writer.WrittenSpan.ToArray();
    }

    private byte[] OfferParameters(ref Tl.TlReader reader)
    {
        CheckNonces(ref reader);
        if (!_pq.Matches(reader.ReadBytesSpan(), reader.ReadBytesSpan()))
            throw new WireException("The client did not factor pq.");
        if (reader.ReadInt64() != rsa.PublicKey.Fingerprint)
            throw new WireException("The client encrypted for another RSA key.");

        var inner = Decrypt(reader.ReadBytesSpan());
        if (!inner.Nonce.AsSpan().SequenceEqual(_nonce) || !inner.ServerNonce.AsSpan().SequenceEqual(_serverNonce))
            throw new WireException("The inner data belongs to another exchange.");
        _inner = inner;
        _exponent = RandomNumberGenerator.GetBytes(DiffieHellman.Size);

        Span<byte> power = stackalloc byte[DiffieHellman.Size];
        DiffieHellman.Power(Generator, _exponent, DiffieHellman.KnownPrime, power);
        using var writer = new Tl.TlWriter(1024);
        writer.WriteUInt32(ServiceIds.ServerDhInnerData);
        writer.WriteRaw(_nonce);
        writer.WriteRaw(_serverNonce);
        writer.WriteInt32(Generator);
        writer.WriteBytes(DiffieHellman.KnownPrime);
        writer.WriteBytes(power);
        writer.WriteInt32(keys.Now);
        var encrypted = EncryptAnswer(writer.WrittenSpan);

        writer.Reset();
        writer.WriteUInt32(ServiceIds.ServerDhParamsOk);
        writer.WriteRaw(_nonce);
        writer.WriteRaw(_serverNonce);
        writer.WriteBytes(encrypted);
        return writer.WrittenSpan.ToArray();
    }

    private InnerData Decrypt(ReadOnlySpan<byte> encrypted)
    {
        if (encrypted.Length is 0 or > RsaPublicKey.Size)
            throw new WireException("The encrypted inner data has a wrong length.");
        Span<byte> block = stackalloc byte[RsaPublicKey.Size];
        Span<byte> data = stackalloc byte[RsaPad.LegacyData];
        encrypted.CopyTo(block[(RsaPublicKey.Size - encrypted.Length)..]);
        rsa.Apply(block, block);
        if (!RsaPad.TryUnpadLegacy(block, InnerData.Measure, data) && !RsaPad.TryUnpad(block, data))
            throw new WireException("The inner data's padding is wrong.");
        return InnerData.Read(data, out _);
    }

    private byte[] EncryptAnswer(ReadOnlySpan<byte> answer)
    {
        var plain = new byte[(20 + answer.Length + 15) & ~15];
        SHA1.HashData(answer, plain);
        answer.CopyTo(plain.AsSpan(20));
        RandomNumberGenerator.Fill(plain.AsSpan(20 + answer.Length));

        Span<byte> aesKey = stackalloc byte[32];
        Span<byte> aesIv = stackalloc byte[32];
        KeyExchange.TemporaryAes(_inner!.NewNonce, _serverNonce, aesKey, aesIv);
        var encrypted = new byte[plain.Length];
        AesIge.Encrypt(plain, encrypted, aesKey, aesIv);
        return encrypted;
    }

    /// <summary>The client's g_b, checked.</summary>
    private byte[] ReadClientHalf(ref Tl.TlReader reader)
    {
        if (_inner is null)
            throw new WireException("The client sends its half before it asked for ours.");
        CheckNonces(ref reader);
        var encrypted = reader.ReadBytesSpan();
        if (encrypted.Length < 48 || encrypted.Length % 16 != 0)
            throw new WireException("The client's half has a wrong length.");

        Span<byte> aesKey = stackalloc byte[32];
        Span<byte> aesIv = stackalloc byte[32];
        KeyExchange.TemporaryAes(_inner.NewNonce, _serverNonce, aesKey, aesIv);
        var plain = new byte[encrypted.Length];
        AesIge.Decrypt(encrypted, plain, aesKey, aesIv);

        var half = new Tl.TlReader(plain.AsSpan(20));
        if (half.ReadUInt32() != ServiceIds.ClientDhInnerData)
            throw new WireException("The client's half is of an unknown kind.");
        CheckNonces(ref half);
        half.ReadInt64();
        var power = half.ReadBytesSpan();
        Span<byte> hash = stackalloc byte[20];
        SHA1.HashData(plain.AsSpan(20, half.Position), hash);
        if (!CryptographicOperations.FixedTimeEquals(hash, plain.AsSpan(0, 20)))
            throw new WireException("The client's half fails its hash.");
        DiffieHellman.CheckPublicValue(power, DiffieHellman.KnownPrime);
        return power.ToArray();
    }

    private async ValueTask<byte[]> AgreeAsync(byte[] clientPower, CancellationToken cancellationToken)
    {
        var secret = new byte[DiffieHellman.Size];
        DiffieHellman.ModPow(clientPower, _exponent, DiffieHellman.KnownPrime, secret);

        // Old clients do not pad a key that starts with a zero byte. They cannot retry either, so they are let go and come again.
        if (secret[0] == 0 && !_inner!.NamesDataCentre)
            throw new WireException("A key that starts with zero is of no use to an old client.");

        var firstSalt = KeyExchange.FirstSalt(_inner!.NewNonce, _serverNonce);
        var expiresAt = _inner.ExpiresIn == 0 ? 0 : keys.Now + Math.Clamp(_inner.ExpiresIn, 1, LongestTemporaryKey);
        var accepted = secret[0] != 0 && await keys.AddAsync(secret, dcId, firstSalt, expiresAt, remoteAddress, cancellationToken);
        var answer = Confirm(secret, accepted);
        if (accepted)
            _inner = null;
        return answer;
    }

    private byte[] Confirm(byte[] secret, bool accepted)
    {
        Span<byte> hash = stackalloc byte[16];
        KeyExchange.NewNonceHash(_inner!.NewNonce, accepted ? (byte)1 : (byte)2, new Wire.AuthKey(secret).AuxHash, hash);
        using var writer = new Tl.TlWriter();
        writer.WriteUInt32(accepted ? ServiceIds.DhGenOk : ServiceIds.DhGenRetry);
        writer.WriteRaw(_nonce);
        writer.WriteRaw(_serverNonce);
        writer.WriteRaw(hash);
        return writer.WrittenSpan.ToArray();
    }

    private void CheckNonces(ref Tl.TlReader reader)
    {
        if (!reader.ReadRaw(16).SequenceEqual(_nonce) || !reader.ReadRaw(16).SequenceEqual(_serverNonce))
            throw new WireException("A nonce does not belong to this exchange.");
    }
}
