using TelegramRest.Accounts.Queue;

namespace TelegramRest.Accounts.Storage;

internal static class QueueTable
{
    /// <summary>Next update_id; null for a queue that never was.</summary>
    public static int? NextId(SqlSession session, long queueId) =>
        session.First("SELECT next_id FROM queue_heads WHERE queue_id = $1", row => (int?)row.GetInt32(0), queueId);

    /// <summary>The whole queue without its JSON.</summary>
    public static List<QueueEntry> List(SqlSession session, long queueId) => session.Query(
        "SELECT update_id, expires_at, order_key, LENGTH(json) FROM updates WHERE queue_id = $1 ORDER BY update_id",
        row => new QueueEntry(row.GetInt32(0), row.GetInt64(1), row.GetInt64(2), row.GetInt32(3), null),
        queueId);

    public static List<QueuedUpdate> Peek(SqlSession session, long queueId, int fromId, int limit, long now) => session.Query(
        """
        SELECT update_id, expires_at, order_key, json FROM updates
        WHERE queue_id = $1 AND update_id >= $2 AND expires_at > $4 ORDER BY update_id LIMIT $3
        """,
        row => new QueuedUpdate(row.GetInt32(0), row.GetInt64(1), row.GetInt64(2), row.GetFieldValue<byte[]>(3)),
        queueId, fromId, limit, now);

    public static void Append(SqlSession session, long queueId, QueuedUpdate update) => session.Execute(
        "INSERT INTO updates (queue_id, update_id, expires_at, order_key, json) VALUES ($1, $2, $3, $4, $5)",
        queueId, update.Id, update.ExpiresAt, update.OrderKey, update.Json);

    public static void PutNextId(SqlSession session, long queueId, int nextId) => session.Execute(
        "INSERT INTO queue_heads (queue_id, next_id) VALUES ($1, $2) ON CONFLICT (queue_id) DO UPDATE SET next_id = excluded.next_id",
        queueId, nextId);

    public static void DeleteBelow(SqlSession session, long queueId, int updateId) =>
        session.Execute("DELETE FROM updates WHERE queue_id = $1 AND update_id < $2", queueId, updateId);

    public static void DeleteAbove(SqlSession session, long queueId, int updateId) =>
        session.Execute("DELETE FROM updates WHERE queue_id = $1 AND update_id > $2", queueId, updateId);

    public static void Delete(SqlSession session, long queueId, int updateId) =>
        session.Execute("DELETE FROM updates WHERE queue_id = $1 AND update_id = $2", queueId, updateId);

    public static void DeleteExpired(SqlSession session, long queueId, long now) =>
        session.Execute("DELETE FROM updates WHERE queue_id = $1 AND expires_at <= $2", queueId, now);

    public static void Clear(SqlSession session, long queueId) =>
        session.Execute("DELETE FROM updates WHERE queue_id = $1", queueId);
}
