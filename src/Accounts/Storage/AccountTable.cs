using System.Data.Common;

namespace TelegramRest.Accounts.Storage;

internal static class AccountTable
{
    private const string Columns = "account_id, is_bot, is_test, token, token_hash, home_dc, self, authorized_at, allowed_updates";

    public static AccountRow? Find(SqlSession session, long accountId) =>
        session.First($"SELECT {Columns} FROM accounts WHERE account_id = $1", Read, accountId);

    public static void Put(SqlSession session, AccountRow row) => session.Execute(
        $"""
        INSERT INTO accounts ({Columns}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        ON CONFLICT (account_id) DO UPDATE SET token = excluded.token, token_hash = excluded.token_hash, home_dc = excluded.home_dc,
            self = excluded.self, authorized_at = excluded.authorized_at, allowed_updates = excluded.allowed_updates
        """,
        row.AccountId, row.IsBot ? 1 : 0, row.IsTest ? 1 : 0, row.Token, row.TokenHash, row.HomeDc, row.Self, row.AuthorizedAt, row.AllowedUpdates);

    public static void PutHomeDc(SqlSession session, long accountId, int homeDc) =>
        session.Execute("UPDATE accounts SET home_dc = $2 WHERE account_id = $1", accountId, homeDc);

    public static void PutSelf(SqlSession session, long accountId, byte[] self) =>
        session.Execute("UPDATE accounts SET self = $2 WHERE account_id = $1", accountId, self);

    public static void PutAllowedUpdates(SqlSession session, long accountId, long mask) =>
        session.Execute("UPDATE accounts SET allowed_updates = $2 WHERE account_id = $1", accountId, mask);

    /// <summary>What belongs to one session at Telegram: keys, sequences, peers and files. Queue and webhook stay.</summary>
    public static void DeleteSession(SqlSession session, long accountId)
    {
        session.Execute("DELETE FROM accounts WHERE account_id = $1", accountId);
        session.Execute("DELETE FROM dc_auth WHERE account_id = $1", accountId);
        session.Execute("DELETE FROM update_state WHERE account_id = $1", accountId);
        session.Execute("DELETE FROM channel_state WHERE account_id = $1", accountId);
        session.Execute("DELETE FROM peers WHERE account_id = $1", accountId);
        session.Execute("DELETE FROM media_sources WHERE account_id = $1", accountId);
        session.Execute("DELETE FROM files WHERE account_id = $1", accountId);
    }

    private static AccountRow Read(DbDataReader row) => new(
        row.GetInt64(0),
        row.GetInt64(1) != 0,
        row.GetInt64(2) != 0,
        Column.Bytes(row, 3),
        Column.Bytes(row, 4),
        row.IsDBNull(5) ? null : row.GetInt32(5),
        Column.Bytes(row, 6),
        row.GetInt64(7),
        row.GetInt64(8));
}
