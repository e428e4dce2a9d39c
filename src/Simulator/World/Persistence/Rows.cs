using System.Buffers.Binary;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using TelegramRest.Simulator.Storage;
using TelegramRest.Simulator.World.Business;
using TelegramRest.Simulator.World.Ephemeral;
using TelegramRest.Simulator.World.Messages;
using TelegramRest.Simulator.World.Model;
using TelegramRest.Simulator.World.Polls;
using TelegramRest.Simulator.World.Stickers;

namespace TelegramRest.Simulator.World.Persistence;

/// <summary>The world's tables. A forgetful world keeps none: its objects are all there is.</summary>
internal sealed class Rows(IStateStore store, bool keep)
{
    public const string Accounts = "account";
    public const string Groups = "group";
    public const string Channels = "channel";
    public const string Messages = "message";
    public const string Boxes = "box";
    public const string Dialogs = "dialog";
    public const string Events = "event";
    public const string QtsUpdates = "qts";
    public const string Files = "file";
    public const string Polls = "poll";
    public const string Scheduled = "scheduled";
    public const string Drafts = "draft";
    public const string Business = "business";
    public const string StickerSets = "sticker-set";
    public const string Ephemeral = "ephemeral";
    public const string PhoneCodes = "phone-code";
    public const string PendingPasswords = "pending-password";
    public const string Meta = "meta";

    public void Save(Account account) => Put(Accounts, Text(account.Id), account, WorldJson.Default.Account);

    public void Save(Group group) => Put(Groups, Text(group.Id), group, WorldJson.Default.Group);

    public void Save(Channel channel) => Put(Channels, Text(channel.Id), channel, WorldJson.Default.Channel);

    public void Save(StoredMessage message) => Put(Messages, Sortable(message.Uid), message, WorldJson.Default.StoredMessage);

    public void Save(StoredFile file) => Put(Files, Text(file.Id), file, WorldJson.Default.StoredFile);

    public void Save(StoredPoll poll) => Put(Polls, Text(poll.Id), poll, WorldJson.Default.StoredPoll);

    public void Save(StoredStickerSet set) => Put(StickerSets, set.ShortName, set, WorldJson.Default.StoredStickerSet);

    public void Save(StoredEphemeral message) => Put(Ephemeral, message.Key, message, WorldJson.Default.StoredEphemeral);

    public void Save(BusinessConnection connection) => Put(Business, connection.Id, connection, WorldJson.Default.BusinessConnection);

    public void Save(StoredDraft draft) => Put(Drafts, draft.Key, draft, WorldJson.Default.StoredDraft);

    public void Save(ScheduledMessage scheduled) => Put(Scheduled, scheduled.Key, scheduled, WorldJson.Default.ScheduledMessage);

    public void Save(PhoneCode code) => Put(PhoneCodes, code.Phone, code, WorldJson.Default.PhoneCode);

    public void Save(long box, BoxState state) => Put(Boxes, Text(box), state, WorldJson.Default.BoxState);

    public void Save(long box, BoxEvent entry) => Put(Events, EventKey(box, entry.Pts), entry, WorldJson.Default.BoxEvent);

    public void Save(long owner, PeerKey peer, DialogState state) => Put(Dialogs, $"{Text(owner)}/{peer}", state, WorldJson.Default.DialogState);

    public void SaveQts(long box, int qts, Tl.UpdateBase update)
    {
        if (!keep)
            return;
        using var writer = new Tl.TlWriter();
        update.Write(writer);
        store.Put(QtsUpdates, EventKey(box, qts), writer.WrittenMemory);
    }

    public void SavePending(long authKeyId, long userId)
    {
        if (!keep)
            return;
        var value = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(value, userId);
        store.Put(PendingPasswords, Text(authKeyId), value);
    }

    public void SaveMeta(string key, ReadOnlyMemory<byte> value)
    {
        if (keep)
            store.Put(Meta, key, value);
    }

    public void Delete(string table, string key)
    {
        if (keep)
            store.Delete(table, key);
    }

    public void DeleteMessage(long uid) => Delete(Messages, Sortable(uid));

    public void DeleteEvent(long box, int pts) => Delete(Events, EventKey(box, pts));

    public IEnumerable<(string Key, byte[] Value)> Load(string table) => keep ? store.Scan(table) : [];

    public IEnumerable<(string Key, T Value)> Load<T>(string table, JsonTypeInfo<T> type) =>
        Load(table).Select(row => (row.Key, JsonSerializer.Deserialize(row.Value, type)!));

    public static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <returns>The box and the counter of an event's or qts update's key.</returns>
    public static (long Box, int Counter) ParseEventKey(string key)
    {
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        return (long.Parse(key.AsSpan(0, slash), CultureInfo.InvariantCulture), int.Parse(key.AsSpan(slash + 1), CultureInfo.InvariantCulture));
    }

    // Rows come back in the order of their keys, which must be the order of the numbers.
    private static string Sortable(long value) => value.ToString("D19", CultureInfo.InvariantCulture);

    private static string EventKey(long box, int counter) => string.Create(CultureInfo.InvariantCulture, $"{box}/{counter:D10}");

    private void Put<T>(string table, string key, T value, JsonTypeInfo<T> type)
    {
        if (keep)
            store.Put(table, key, JsonSerializer.SerializeToUtf8Bytes(value, type));
    }
}
