using System.Buffers.Binary;
using System.Security.Cryptography;
using TelegramRest.Simulator.Storage;

namespace TelegramRest.Simulator.Sessions.Keys;

/// <summary>
/// The salts of every key: one an hour, computed rather than stored, so that they are the same after a restart.
/// The hours before and after the present one are accepted too, as a client's list may be ahead or behind.
/// https://core.telegram.org/mtproto/description#server-salt
/// </summary>
internal sealed class ServerSalts
{
    private const int SlotSeconds = 3600;
    private const int FirstSaltSlots = 2;
    private const string Table = "server";
    private const string SecretRow = "salt_secret";
    private const string EpochRow = "salt_epoch";

    private readonly IStateStore _store;
    private readonly byte[] _secret;
    private int _epoch;

    public ServerSalts(IStateStore store)
    {
        _store = store;
        var rows = store.Scan(Table).ToDictionary(row => row.Key, row => row.Value);
        _secret = rows.GetValueOrDefault(SecretRow) ?? RandomNumberGenerator.GetBytes(32);
        store.Put(Table, SecretRow, _secret);
        if (rows.GetValueOrDefault(EpochRow) is { } epoch)
            _epoch = BinaryPrimitives.ReadInt32LittleEndian(epoch);
    }

    public long Current(AuthKey key, int now) => Compute(key.Id, now / SlotSeconds);

    public bool IsValid(AuthKey key, long salt, int now)
    {
        var slot = now / SlotSeconds;
        return salt == Compute(key.Id, slot)
            || salt == Compute(key.Id, slot - 1)
            || salt == Compute(key.Id, slot + 1)
            || (salt == key.FirstSalt && _epoch == 0 && slot - (key.CreatedAt / SlotSeconds) < FirstSaltSlots);
    }

    /// <summary>The salts of the next hours, the present one first. Times are Unix seconds.</summary>
    public IEnumerable<(int ValidSince, int ValidUntil, long Salt)> Future(AuthKey key, int now, int count)
    {
        var slot = now / SlotSeconds;
        return Enumerable.Range(slot, count).Select(each => (each * SlotSeconds, (each + 1) * SlotSeconds, Compute(key.Id, each)));
    }

    /// <summary>Makes every salt given out so far invalid.</summary>
    public void Rotate()
    {
        var epoch = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(epoch, Interlocked.Increment(ref _epoch));
        _store.Put(Table, EpochRow, epoch);
    }

    private long Compute(long keyId, int slot)
    {
        Span<byte> text = stackalloc byte[16];
        Span<byte> hash = stackalloc byte[32];
        BinaryPrimitives.WriteInt64LittleEndian(text, keyId);
        BinaryPrimitives.WriteInt32LittleEndian(text[8..], slot);
        BinaryPrimitives.WriteInt32LittleEndian(text[12..], _epoch);
        HMACSHA256.HashData(_secret, text, hash);
        return BinaryPrimitives.ReadInt64LittleEndian(hash);
    }
}
