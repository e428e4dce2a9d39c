namespace TelegramRest.Accounts.Storage;

internal static class KeyTable
{
    public static List<KeyRow> List(SqlSession session, long accountId) => session.Query(
        "SELECT dc_id, auth_key, salt, time_offset, authorized FROM dc_auth WHERE account_id = $1 ORDER BY dc_id",
        row => new KeyRow(row.GetInt32(0), row.GetFieldValue<byte[]>(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4) != 0),
        accountId);

    public static void Put(SqlSession session, long accountId, KeyRow key) => session.Execute(
        """
        INSERT INTO dc_auth (account_id, dc_id, auth_key, salt, time_offset, authorized) VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (account_id, dc_id) DO UPDATE SET auth_key = excluded.auth_key, salt = excluded.salt,
            time_offset = excluded.time_offset, authorized = excluded.authorized
        """,
        accountId, key.DcId, key.Key, key.Salt, key.TimeOffset, key.Authorized ? 1 : 0);

    public static void Delete(SqlSession session, long accountId, int dcId) =>
        session.Execute("DELETE FROM dc_auth WHERE account_id = $1 AND dc_id = $2", accountId, dcId);
}
