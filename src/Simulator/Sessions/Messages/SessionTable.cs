using System.Collections.Concurrent;
using TelegramRest.Simulator.Sessions.Keys;

namespace TelegramRest.Simulator.Sessions.Messages;

/// <summary>All living sessions, by key and session id.</summary>
internal sealed class SessionTable(ServerSalts salts, TimeProvider time)
{
    private const int MostPerKey = 128;
    private static readonly TimeSpan ForgetAfter = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<long, ConcurrentDictionary<long, Session>> _sessions = new();

    public IEnumerable<Session> All => _sessions.Values.SelectMany(sessions => sessions.Values);

    public ICollection<Session> OfKey(long keyId) => _sessions.TryGetValue(keyId, out var sessions) ? sessions.Values : [];

    public Session GetOrAdd(AuthKey key, long sessionId)
    {
        var sessions = _sessions.GetOrAdd(key.Id, _ => new());
        if (sessions.TryGetValue(sessionId, out var known))
            return known;
        if (sessions.Count >= MostPerKey && sessions.Values.MinBy(session => (session.IsConnected, session.ConnectedAt)) is { } oldest)
            sessions.TryRemove(oldest.Id, out _);
        return sessions.GetOrAdd(sessionId, id => new Session(key, id, salts, time));
    }

    public bool Remove(long keyId, long sessionId) => _sessions.TryGetValue(keyId, out var sessions) && sessions.TryRemove(sessionId, out _);

    public void RemoveKey(long keyId) => _sessions.TryRemove(keyId, out _);

    public void Clear() => _sessions.Clear();

    /// <summary>Lets every session do what is due, and drops those that lost their connection minutes ago.</summary>
    public void Sweep()
    {
        foreach (var session in All)
        {
            if (!session.IsConnected && time.GetElapsedTime(session.ConnectedAt) > ForgetAfter)
                Remove(session.Key.Id, session.Id);
            else
                session.Sweep();
        }
    }
}
