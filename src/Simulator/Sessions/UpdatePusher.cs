using System.Buffers.Binary;
using Microsoft.Extensions.Logging;
using TelegramRest.Simulator.Rpc;
using TelegramRest.Simulator.Sessions.Faults;
using TelegramRest.Simulator.Sessions.Keys;
using TelegramRest.Simulator.Sessions.Messages;

namespace TelegramRest.Simulator.Sessions;

/// <summary>Brings updates to sessions, each in the layer that its key declared.</summary>
internal sealed class UpdatePusher(AuthKeyTable keys, SessionTable sessions, FaultPlan faults, ILogger logger) : IUpdatePusher
{
    private readonly Lock _lock = new();
    private Action? _heldBack;

    /// <summary>Closes the connections of a key.</summary>
    public Action<long> Disconnect { get; set; } = _ => { };

    public void Push(long userId, Tl.UpdatesBase updates, long exceptSessionId = 0)
    {
        if (faults.Take(FaultKind.LosePush, userId) is not null)
            return;
        if (faults.Take(FaultKind.ReorderPush, userId) is not null)
        {
            lock (_lock)
                _heldBack += () => Deliver(userId, updates, exceptSessionId);
            return;
        }

        if (faults.Take(FaultKind.UnknownPush, userId) is not null)
        {
            foreach (var session in keys.OfUser(userId).Where(key => !key.Imported).SelectMany(SessionsOf).Where(session => session.WantsUpdates && session.Id != exceptSessionId))
            {
                session.Push(UnknownUpdate());
                session.Flush();
            }

            return;
        }

        Deliver(userId, updates, exceptSessionId);
        if (faults.Take(FaultKind.DuplicatePush, userId) is not null)
            Deliver(userId, updates, exceptSessionId);

        Action? heldBack;
        lock (_lock)
            (heldBack, _heldBack) = (_heldBack, null);
        heldBack?.Invoke();
    }

    public void PushToKey(long authKeyId, Tl.UpdatesBase updates)
    {
        if (keys.Find(authKeyId) is { } key)
            Deliver(SessionsOf(key), key.WrittenLayer, updates, new(), exceptSessionId: 0);
    }

    public void Revoke(long authKeyId)
    {
        keys.Find(authKeyId)?.Bind(null);
        Disconnect(authKeyId);
    }

    public IReadOnlyList<AuthorizedKey> KeysOf(long userId) =>
        [.. keys.OfUser(userId).Where(key => !key.Imported).Select(key => new AuthorizedKey(key.Id, key.DcId, key.Layer, key.Client, key.RemoteAddress, key.CreatedAt, key.ActiveAt))];

    public bool IsOnline(long userId) => keys.OfUser(userId).Any(key => !key.Imported && SessionsOf(key).Any(session => session.IsConnected));

    private void Deliver(long userId, Tl.UpdatesBase updates, long exceptSessionId)
    {
        var encoded = new Dictionary<int, byte[]?>();
        foreach (var key in keys.OfUser(userId))
        {
            if (!key.Imported)
                Deliver(SessionsOf(key), key.WrittenLayer, updates, encoded, exceptSessionId);
        }
    }

    private void Deliver(IEnumerable<Session> receivers, int layer, Tl.UpdatesBase updates, Dictionary<int, byte[]?> encoded, long exceptSessionId)
    {
        foreach (var session in receivers)
        {
            if (!session.WantsUpdates || session.Id == exceptSessionId)
                continue;
            if (!encoded.TryGetValue(layer, out var body))
                encoded[layer] = body = Encode(updates, layer);
            if (body is null)
                continue;
            session.Push(body);
            session.Flush();
        }
    }

    private IEnumerable<Session> SessionsOf(AuthKey key) =>
        sessions.OfKey(key.Id).Concat(keys.BoundTo(key.Id).SelectMany(temporary => sessions.OfKey(temporary.Id)));

    /// <summary>An updateShort with an update that is in no schema.</summary>
    private static byte[] UnknownUpdate()
    {
        using var writer = new Tl.TlWriter();
        writer.WriteObject(new Tl.UpdateShort { Update = new Tl.UpdatePtsChanged(), Date = 0 });
        var body = writer.WrittenSpan.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(body.AsSpan(4), ServiceIds.Unknown);
        return body;
    }

    private byte[]? Encode(Tl.UpdatesBase updates, int layer)
    {
        using var writer = new Tl.TlWriter { Layer = layer, Substitutes = LayerForms.Instance };
        try
        {
            writer.WriteObject(updates);
            return writer.WrittenSpan.ToArray();
        }
        catch (Tl.TlLayerException exception)
        {
            Log.LayerLacksUpdate(logger, exception.Constructor, layer);
            return null;
        }
    }
}
