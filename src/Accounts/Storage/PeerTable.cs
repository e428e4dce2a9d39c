using System.Data.Common;

namespace TelegramRest.Accounts.Storage;

internal static class PeerTable
{
    private const string Columns = "chat_id, access_hash, is_min, username, object";

    public static PeerRow? Find(SqlSession session, long accountId, long chatId) =>
        session.First($"SELECT {Columns} FROM peers WHERE account_id = $1 AND chat_id = $2", Read, accountId, chatId);

    public static PeerRow? FindByUsername(SqlSession session, long accountId, string username) =>
        session.First($"SELECT {Columns} FROM peers WHERE account_id = $1 AND username = $2", Read, accountId, username);

    /// <summary>A min object, whose access hash is good for photos only, never replaces a full one.</summary>
    public static void Put(SqlSession session, long accountId, PeerRow row) => session.Execute(
        """
        INSERT INTO peers (account_id, chat_id, access_hash, is_min, username, object) VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (account_id, chat_id) DO UPDATE SET access_hash = excluded.access_hash, is_min = excluded.is_min,
            username = excluded.username, object = excluded.object
        WHERE excluded.is_min = 0 OR peers.is_min = 1
        """,
        accountId, row.ChatId, row.AccessHash, row.IsMin ? 1 : 0, row.Username, row.Object);

    private static PeerRow Read(DbDataReader row) => new(
        row.GetInt64(0), row.GetInt64(1), row.GetInt64(2) != 0, Column.Text(row, 3), row.GetFieldValue<byte[]>(4));
}
