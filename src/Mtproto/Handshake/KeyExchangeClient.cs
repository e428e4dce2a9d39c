using System.Buffers.Binary;
using System.Security.Cryptography;
using TelegramRest.Mtproto.Connection;
using TelegramRest.Wire;

namespace TelegramRest.Mtproto.Handshake;

/// <summary>
/// Makes an authorization key with a data centre, in three questions:
/// 1. req_pq_multi: the server proves nothing yet, but says which RSA keys it has and what to factor;
/// 2. req_DH_params: our secret goes out under the server's RSA key, its half of Diffie-Hellman comes back under that secret;
/// 3. set_client_DH_params: our half goes out; the server confirms the key, or asks for another half.
/// https://core.telegram.org/mtproto/auth_key
/// </summary>
internal sealed class KeyExchangeClient(TcpTransport transport, MtprotoClientOptions options)
{
    private const int MostRetries = 5;

    private readonly PlainChannel channel = new(transport, options.TimeProvider);

    /// <param name="signedDcId">The data centre: 10000 more for test servers.</param>
    /// <param name="expiresIn">Seconds that a temporary key shall live; null for a permanent key.</param>
    /// <exception cref="WireException">A check failed, or the server has none of our RSA keys.</exception>
    public async Task<NewKey> RunAsync(int signedDcId, int? expiresIn, CancellationToken cancellationToken)
    {
        var nonce = RandomBytes(16);
        var newNonce = RandomBytes(32);

        var offer = await channel.AskAsync<Tl.Mtproto.ResPQ>(new Tl.Mtproto.ReqPqMulti { Nonce = nonce }, cancellationToken);
        Demand(Same(offer.Nonce, nonce), "resPQ answers another nonce.");
        Demand(offer.Pq.Length is > 0 and <= 8, "pq is too long.");
        Demand(offer.ServerNonce.Length == 16, "server_nonce is malformed.");
        var serverNonce = offer.ServerNonce;
        var rsa = options.RsaKeys.FirstOrDefault(key => offer.ServerPublicKeyFingerprints.Contains(key.Fingerprint))
            ?? throw new WireException("The data centre has none of the RSA keys that are trusted here.");

        var (p, q) = Factorization.FactorPq(ReadBigEndian(offer.Pq.Span));
        var request = new Tl.Mtproto.ReqDHParams
        {
            Nonce = nonce,
            ServerNonce = serverNonce,
            P = BigEndian(p),
            Q = BigEndian(q),
            PublicKeyFingerprint = rsa.Fingerprint,
            EncryptedData = EncryptSecret(InnerData(offer, p, q, newNonce, signedDcId, expiresIn), rsa),
        };
        var parameters = await channel.AskAsync<Tl.Mtproto.ServerDHParamsOk>(request, cancellationToken);
        Demand(Same(parameters.Nonce, nonce) && Same(parameters.ServerNonce, serverNonce), "server_DH_params answers another nonce.");

        var aesKey = new byte[32];
        var aesIv = new byte[32];
        KeyExchange.TemporaryAes(newNonce, serverNonce.Span, aesKey, aesIv);
        var half = DecryptAnswer(parameters.EncryptedAnswer.Span, aesKey, aesIv);
        Demand(Same(half.Nonce, nonce) && Same(half.ServerNonce, serverNonce), "server_DH_inner_data answers another nonce.");
        DiffieHellman.CheckParameters(half.G, half.DhPrime.Span, options.Random);
        DiffieHellman.CheckPublicValue(half.GA.Span, half.DhPrime.Span);
        var timeOffset = DateTimeOffset.FromUnixTimeSeconds(half.ServerTime) - options.TimeProvider.GetUtcNow();

        long retryId = 0;
        for (var attempt = 0; attempt <= MostRetries; attempt++)
        {
            var (key, publicHalf) = MakeKey(half);
            var inner = new Tl.Mtproto.ClientDHInnerData { Nonce = nonce, ServerNonce = serverNonce, RetryId = retryId, GB = publicHalf };
            var proposal = new Tl.Mtproto.SetClientDHParams { Nonce = nonce, ServerNonce = serverNonce, EncryptedData = EncryptHalf(inner, aesKey, aesIv) };
            switch (await channel.AskAsync<Tl.TlObject>(proposal, cancellationToken))
            {
                case Tl.Mtproto.DhGenOk ok:
                    Confirm(ok.Nonce, ok.ServerNonce, ok.NewNonceHash1, 1, key);
                    return new NewKey(key, KeyExchange.FirstSalt(newNonce, serverNonce.Span), timeOffset);
                case Tl.Mtproto.DhGenRetry retry:
                    Confirm(retry.Nonce, retry.ServerNonce, retry.NewNonceHash2, 2, key);
                    retryId = key.AuxHash;
                    break;
                case Tl.Mtproto.DhGenFail fail:
                    Confirm(fail.Nonce, fail.ServerNonce, fail.NewNonceHash3, 3, key);
                    throw new WireException("The data centre refused the key.");
                case var other:
                    throw new WireException($"The data centre answered with {other.GetType().Name}.");
            }
        }

        throw new WireException("The data centre refused every key.");

        void Confirm(ReadOnlyMemory<byte> answerNonce, ReadOnlyMemory<byte> answerServerNonce, ReadOnlyMemory<byte> hash, byte number, AuthKey key)
        {
            Span<byte> expected = stackalloc byte[16];
            KeyExchange.NewNonceHash(newNonce, number, key.AuxHash, expected);
            Demand(Same(answerNonce, nonce) && Same(answerServerNonce, serverNonce), "dh_gen answers another nonce.");
            Demand(CryptographicOperations.FixedTimeEquals(expected, hash.Span), "new_nonce_hash is wrong.");
        }
    }

    private static Tl.TlObject InnerData(Tl.Mtproto.ResPQ offer, ulong p, ulong q, byte[] newNonce, int signedDcId, int? expiresIn) => expiresIn is { } seconds
        ? new Tl.Mtproto.PQInnerDataTempDc
        {
            Pq = offer.Pq,
            P = BigEndian(p),
            Q = BigEndian(q),
            Nonce = offer.Nonce,
            ServerNonce = offer.ServerNonce,
            NewNonce = newNonce,
            Dc = signedDcId,
            ExpiresIn = seconds,
        }
        : new Tl.Mtproto.PQInnerDataDc
        {
            Pq = offer.Pq,
            P = BigEndian(p),
            Q = BigEndian(q),
            Nonce = offer.Nonce,
            ServerNonce = offer.ServerNonce,
            NewNonce = newNonce,
            Dc = signedDcId,
        };

    private static Tl.Mtproto.ServerDHInnerData DecryptAnswer(ReadOnlySpan<byte> encrypted, byte[] aesKey, byte[] aesIv)
    {
        Demand(encrypted.Length >= 32 && encrypted.Length % 16 == 0, "encrypted_answer has a bad length.");
        var plain = new byte[encrypted.Length];
        AesIge.Decrypt(encrypted, plain, aesKey, aesIv);
        var answer = plain.AsSpan(20);
        try
        {
            var reader = new Tl.TlReader(answer);
            var inner = reader.ReadObject() as Tl.Mtproto.ServerDHInnerData;
            Demand(reader.Remaining < 16, "encrypted_answer has too much padding.");
            Span<byte> hash = stackalloc byte[20];
            SHA1.HashData(answer[..reader.Position], hash);
            Demand(CryptographicOperations.FixedTimeEquals(hash, plain.AsSpan(0, 20)), "encrypted_answer has a wrong hash.");
            return inner ?? throw new WireException("encrypted_answer is something else.");
        }
        catch (Tl.TlException exception)
        {
            throw new WireException("encrypted_answer could not be read.", exception);
        }
    }

    private byte[] EncryptSecret(Tl.TlObject inner, RsaPublicKey rsa)
    {
        using var writer = new Tl.TlWriter();
        inner.Write(writer);
        var encrypted = new byte[RsaPublicKey.Size];
        RsaPad.Encrypt(writer.WrittenSpan, rsa, options.Random, encrypted);
        return encrypted;
    }

    private byte[] EncryptHalf(Tl.Mtproto.ClientDHInnerData inner, byte[] aesKey, byte[] aesIv)
    {
        using var writer = new Tl.TlWriter(512);
        inner.Write(writer);
        var encrypted = new byte[(20 + writer.Length + 15) & ~15];
        SHA1.HashData(writer.WrittenSpan, encrypted);
        writer.WrittenSpan.CopyTo(encrypted.AsSpan(20));
        options.Random.Fill(encrypted.AsSpan(20 + writer.Length));
        AesIge.Encrypt(encrypted, encrypted, aesKey, aesIv);
        return encrypted;
    }

    private (AuthKey Key, byte[] PublicHalf) MakeKey(Tl.Mtproto.ServerDHInnerData half)
    {
        var prime = half.DhPrime.Span;
        var publicHalf = new byte[DiffieHellman.Size];
        while (true)
        {
            var secret = RandomBytes(DiffieHellman.Size);
            DiffieHellman.Power(half.G, secret, prime, publicHalf);
            if (!DiffieHellman.IsAcceptable(publicHalf, prime))
                continue;
            var key = new byte[AuthKey.Size];
            DiffieHellman.ModPow(half.GA.Span, secret, prime, key);
            CryptographicOperations.ZeroMemory(secret);
            return (new AuthKey(key), publicHalf);
        }
    }

    private byte[] RandomBytes(int count)
    {
        var bytes = new byte[count];
        options.Random.Fill(bytes);
        return bytes;
    }

    private static ulong ReadBigEndian(ReadOnlySpan<byte> bytes)
    {
        Span<byte> padded = stackalloc byte[8];
        padded.Clear();
        bytes.CopyTo(padded[(8 - bytes.Length)..]);
        return BinaryPrimitives.ReadUInt64BigEndian(padded);
    }

    private static byte[] BigEndian(ulong number)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, number);
        return bytes.TrimStart((byte)0).ToArray();
    }

    private static bool Same(ReadOnlyMemory<byte> one, ReadOnlyMemory<byte> other) => one.Span.SequenceEqual(other.Span);

    private static void Demand(bool condition, string otherwise)
    {
        if (!condition)
            throw new WireException(otherwise);
    }
}
