using System.Buffers.Binary;
using System.Security.Cryptography;
using TelegramRest.Simulator.Rpc;
using TelegramRest.Simulator.Sessions.Keys;
using TelegramRest.Simulator.Storage;
using TelegramRest.Wire;

namespace TelegramRest.Simulator.Sessions.Messages;

/// <summary><c>auth.bindTempAuthKey</c>: proof, encrypted with the permanent key in the old way, that both keys belong to one client (https://core.telegram.org/method/auth.bindTempAuthKey).</summary>
internal sealed class TemporaryKeyBinding(AuthKeyTable keys, IStateStore store)
{
    private const int EnvelopeSize = 24;
    private const int HeaderSize = 32;
    private const int InnerSize = 40;

    /// <exception cref="RpcError">The proof fails.</exception>
    public async ValueTask<object> BindAsync(Session session, long requestId, Tl.Auth.BindTempAuthKey request, CancellationToken cancellationToken)
    {
        var temporary = session.Key;
        if (!temporary.IsTemporary)
            throw new RpcError(400, "TEMP_AUTH_KEY_EMPTY");
        if (request.ExpiresAt <= keys.Now)
            throw new RpcError(400, "EXPIRES_AT_INVALID");
        if (temporary.PermanentKeyId != 0 && temporary.PermanentKeyId != request.PermAuthKeyId)
            throw new RpcError(400, "TEMP_AUTH_KEY_ALREADY_BOUND");
        if (keys.Find(request.PermAuthKeyId) is not { IsTemporary: false } permanent || !IsProof(session, requestId, request, permanent))
            throw new RpcError(400, "ENCRYPTED_MESSAGE_INVALID");

        temporary.BindPermanent(permanent.Id);
        await store.FlushAsync(cancellationToken);
        return true;
    }

    private static bool IsProof(Session session, long requestId, Tl.Auth.BindTempAuthKey request, AuthKey permanent)
    {
        var message = request.EncryptedMessage.Span;
        var encryptedLength = message.Length - EnvelopeSize;
        if (encryptedLength < HeaderSize + InnerSize || encryptedLength % 16 != 0 || encryptedLength > 1024 || BinaryPrimitives.ReadInt64LittleEndian(message) != permanent.Id)
            return false;

        Span<byte> aesKey = stackalloc byte[32];
        Span<byte> aesIv = stackalloc byte[32];
        var messageKey = message.Slice(8, MessageKeys.Size);
        MessageKeys.V1(permanent.Secret, messageKey, fromClient: true, aesKey, aesIv);
        var plain = new byte[encryptedLength];
        AesIge.Decrypt(message[EnvelopeSize..], plain, aesKey, aesIv);

        Span<byte> expected = stackalloc byte[MessageKeys.Size];
        MessageKeys.ComputeV1(plain.AsSpan(0, HeaderSize + InnerSize), expected);
        if (!CryptographicOperations.FixedTimeEquals(expected, messageKey))
            return false;

        var reader = new Tl.TlReader(plain);
        reader.Skip(16);
        return reader.ReadInt64() == requestId
            && reader.ReadInt32() == 0
            && reader.ReadInt32() == InnerSize
            && reader.ReadUInt32() == ServiceIds.BindAuthKeyInner
            && reader.ReadInt64() == request.Nonce
            && reader.ReadInt64() == session.Key.Id
            && reader.ReadInt64() == permanent.Id
            && reader.ReadInt64() == session.Id
            && reader.ReadInt32() == request.ExpiresAt;
    }
}
