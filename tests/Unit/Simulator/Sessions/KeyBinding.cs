using System.Buffers.Binary;
using System.Security.Cryptography;
using TelegramRest.Simulator.Sessions;
using TelegramRest.Wire;

namespace TelegramRest.Tests.Unit.Simulator.Sessions;

/// <summary>The proof that binds a temporary key.</summary>
internal static class KeyBinding
{
    public static Tl.Auth.BindTempAuthKey Request(RawClient client, byte[] permanent, long messageId, int expiresAt, long nonce)
    {
        var permanentId = new Wire.AuthKey(permanent).Id;
        var plain = Bodies.Write(writer =>
        {
            writer.WriteRaw(RandomNumberGenerator.GetBytes(16));
            writer.WriteInt64(messageId);
            writer.WriteInt32(0);
            writer.WriteInt32(40);
            writer.WriteUInt32(ServiceIds.BindAuthKeyInner);
            writer.WriteInt64(nonce);
            writer.WriteInt64(new Wire.AuthKey(client.Secret).Id);
            writer.WriteInt64(permanentId);
            writer.WriteInt64(client.SessionId);
            writer.WriteInt32(expiresAt);
        });
        var message = new byte[24 + 80];
        var aes = new byte[64];
        BinaryPrimitives.WriteInt64LittleEndian(message, permanentId);
        MessageKeys.ComputeV1(plain, message.AsSpan(8, 16));
        MessageKeys.V1(permanent, message.AsSpan(8, 16), fromClient: true, aes.AsSpan(0, 32), aes.AsSpan(32));
        byte[] padded = [.. plain, .. new byte[8]];
        AesIge.Encrypt(padded, message.AsSpan(24), aes.AsSpan(0, 32), aes.AsSpan(32));
        return new Tl.Auth.BindTempAuthKey { PermAuthKeyId = permanentId, Nonce = nonce, ExpiresAt = expiresAt, EncryptedMessage = message };
    }
}
