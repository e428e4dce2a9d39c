using System.Globalization;
using TelegramRest.Simulator.World.Model;
using TelegramRest.Simulator.World.Persistence;

namespace TelegramRest.Simulator.World;

/// <summary>All boxes, and the messages in them.</summary>
internal sealed class Boxes(Rows rows)
{
    /// <summary>How many events a log keeps; who is further behind is told that the difference is too long.</summary>
    public const int LogLimit = 20_000;

    private const int LogTrim = 1_000;

    private readonly Dictionary<long, Box> _boxes = [];
    private readonly Dictionary<long, StoredMessage> _messages = [];
    private readonly Dictionary<(long Sender, long RandomId), long> _randomIds = [];
    private long _lastUid;

    public Box Of(Account account) => Get(account.Id);

    public Box Of(Channel channel) => Get(-channel.Id);

    /// <summary>The box that holds an account's messages of a chat.</summary>
    public Box For(Account account, PeerKey peer) => peer.Kind == PeerKind.Channel ? Get(-peer.Id) : Of(account);

    public Box Get(long key)
    {
        if (!_boxes.TryGetValue(key, out var box))
            _boxes[key] = box = new Box(key);
        return box;
    }

    public long NewUid() => ++_lastUid;

    public StoredMessage? Message(long uid) => _messages.GetValueOrDefault(uid);

    public bool HasRandomId(long senderId, long randomId) => _randomIds.ContainsKey((senderId, randomId));

    public void Register(StoredMessage message)
    {
        _messages[message.Uid] = message;
        if (message.RandomId != 0)
            _randomIds[(message.SenderId, message.RandomId)] = message.Uid;
    }

    /// <summary>Remembers a message that is in no box yet: its number and its random id are taken.</summary>
    public void Reserve(StoredMessage message)
    {
        _lastUid = Math.Max(_lastUid, message.Uid);
        if (message.RandomId != 0)
            _randomIds[(message.SenderId, message.RandomId)] = message.Uid;
    }

    /// <summary>Puts a message into a box under the next id and logs it.</summary>
    public BoxEvent Append(Box box, PeerKey peer, StoredMessage message)
    {
        var id = ++box.LastId;
        message.Ids[box.Key] = id;
        box.Messages[id] = message;
        box.Dialog(peer).Ids.Add(id);
        return Log(box, BoxEventKind.New, 1, peer, [id], 0, message.HiddenFrom);
    }

    /// <summary>Takes messages out of one box and logs it; a message in no box is gone.</summary>
    public BoxEvent Remove(Box box, PeerKey peer, int[] ids)
    {
        foreach (var id in ids)
        {
            if (!box.Messages.Remove(id, out var message))
                continue;
            var list = box.Dialog(peer).Ids;
            var index = list.BinarySearch(id);
            if (index >= 0)
                list.RemoveAt(index);
            message.Ids.Remove(box.Key);
            if (message.Ids.Count > 0)
            {
                rows.Save(message);
                continue;
            }

            _messages.Remove(message.Uid);
            rows.DeleteMessage(message.Uid);
        }

        return Log(box, BoxEventKind.Delete, ids.Length, peer, ids, 0, []);
    }

    public BoxEvent Log(Box box, BoxEventKind kind, int count, PeerKey peer, int[] ids, int maxId, long[] hiddenFrom)
    {
        box.Pts += count;
        var entry = new BoxEvent(box.Pts, count, kind, peer, ids, maxId, hiddenFrom);
        box.Log.Add(entry);
        rows.Save(box.Key, entry);
        rows.Save(box.Key, box.State);
        Trim(box);
        return entry;
    }

    public int LogQts(Box box, Func<int, Tl.UpdateBase> update, out Tl.UpdateBase made)
    {
        box.Qts++;
        made = update(box.Qts);
        box.QtsLog.Add((box.Qts, made));
        rows.SaveQts(box.Key, box.Qts, made);
        rows.Save(box.Key, box.State);
        return box.Qts;
    }

    public void SaveDialog(Box box, Dialog dialog) => rows.Save(box.Key, dialog.Peer, new DialogState(dialog.ReadInbox, dialog.ReadOutbox));

    public void Load()
    {
        foreach (var (key, state) in rows.Load(Rows.Boxes, WorldJson.Default.BoxState))
        {
            var box = Get(long.Parse(key, CultureInfo.InvariantCulture));
            (box.Pts, box.Qts, box.LastId) = (state.Pts, state.Qts, state.LastId);
        }

        foreach (var (key, entry) in rows.Load(Rows.Events, WorldJson.Default.BoxEvent))
            Get(Rows.ParseEventKey(key).Box).Log.Add(entry);
        foreach (var (key, bytes) in rows.Load(Rows.QtsUpdates))
        {
            var (box, qts) = Rows.ParseEventKey(key);
            Get(box).QtsLog.Add((qts, TlJson<Tl.UpdateBase>.Decode(bytes)));
        }

        foreach (var (_, message) in rows.Load(Rows.Messages, WorldJson.Default.StoredMessage))
            Restore(message);
        foreach (var box in _boxes.Values)
        {
            foreach (var dialog in box.Dialogs.Values)
                dialog.Ids.Sort();
        }

        foreach (var (key, state) in rows.Load(Rows.Dialogs, WorldJson.Default.DialogState))
        {
            var slash = key.IndexOf('/', StringComparison.Ordinal);
            var dialog = Get(long.Parse(key.AsSpan(0, slash), CultureInfo.InvariantCulture)).Dialog(PeerKey.Parse(key[(slash + 1)..]));
            (dialog.ReadInbox, dialog.ReadOutbox) = (state.ReadInbox, state.ReadOutbox);
        }
    }

    /// <summary>The chat that a message is in, as the owner of a box sees it: a private message lies under the other person.</summary>
    public static PeerKey PeerIn(StoredMessage message, long box) =>
        message.Chat.Kind == PeerKind.User && message.Chat.Id == box ? PeerKey.User(message.SenderId) : message.Chat;

    private void Restore(StoredMessage message)
    {
        _lastUid = Math.Max(_lastUid, message.Uid);
        Register(message);
        foreach (var (key, id) in message.Ids)
        {
            var box = Get(key);
            box.Messages[id] = message;
            box.Dialog(PeerIn(message, key)).Ids.Add(id);
        }
    }

    private void Trim(Box box)
    {
        if (box.Log.Count <= LogLimit)
            return;
        foreach (var entry in box.Log.Take(LogTrim))
            rows.DeleteEvent(box.Key, entry.Pts);
        box.Log.RemoveRange(0, LogTrim);
    }
}
