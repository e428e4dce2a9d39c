using System.Buffers.Binary;
using System.Security.Cryptography;
using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.World;

/// <summary>
/// Every account sees every peer under an access hash of its own: a keyed hash of both, so that one that was made up, or borrowed from
/// another account, is recognised without keeping any.
/// </summary>
internal sealed class AccessHashes(byte[] secret)
{
    public long For(long viewerId, PeerKey peer)
    {
        Span<byte> input = stackalloc byte[17];
        BinaryPrimitives.WriteInt64LittleEndian(input, viewerId);
        input[8] = (byte)peer.Kind;
        BinaryPrimitives.WriteInt64LittleEndian(input[9..], peer.Id);
        Span<byte> hash = stackalloc byte[32];
        HMACSHA256.HashData(secret, input, hash);
        return BinaryPrimitives.ReadInt64LittleEndian(hash);
    }

    public byte[] Sign(ReadOnlySpan<byte> data) => HMACSHA256.HashData(secret, data);
}
