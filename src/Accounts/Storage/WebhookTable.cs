using System.Data.Common;

namespace TelegramRest.Accounts.Storage;

internal static class WebhookTable
{
    private const string Columns =
        "queue_id, url, certificate, fixed_ip, resolved_ip, max_connections, secret_token, last_error_date, last_error_message";

    public static WebhookRow? Find(SqlSession session, long queueId) =>
        session.First($"SELECT {Columns} FROM webhooks WHERE queue_id = $1", Read, queueId);

    public static List<WebhookRow> List(SqlSession session) =>
        session.Query($"SELECT {Columns} FROM webhooks ORDER BY queue_id", Read);

    public static void Put(SqlSession session, WebhookRow row) => session.Execute(
        $"""
        INSERT INTO webhooks ({Columns}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        ON CONFLICT (queue_id) DO UPDATE SET url = excluded.url, certificate = excluded.certificate, fixed_ip = excluded.fixed_ip,
            resolved_ip = excluded.resolved_ip, max_connections = excluded.max_connections, secret_token = excluded.secret_token,
            last_error_date = excluded.last_error_date, last_error_message = excluded.last_error_message
        """,
        row.QueueId, row.Url, row.Certificate, row.FixedIp, row.ResolvedIp, row.MaxConnections, row.SecretToken,
        row.LastErrorDate, row.LastErrorMessage);

    public static void PutError(SqlSession session, long queueId, long date, string message) => session.Execute(
        "UPDATE webhooks SET last_error_date = $2, last_error_message = $3 WHERE queue_id = $1", queueId, date, message);

    public static void Delete(SqlSession session, long queueId) =>
        session.Execute("DELETE FROM webhooks WHERE queue_id = $1", queueId);

    private static WebhookRow Read(DbDataReader row) => new(
        row.GetInt64(0),
        row.GetString(1),
        Column.Bytes(row, 2),
        Column.Text(row, 3),
        Column.Text(row, 4),
        row.GetInt32(5),
        Column.Bytes(row, 6),
        Column.Number(row, 7),
        Column.Text(row, 8));
}
