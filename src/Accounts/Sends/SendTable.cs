using TelegramRest.Accounts.Storage;

namespace TelegramRest.Accounts.Sends;

/// <summary>The tables of <c>sends.db</c>: requests with a key, and the random ids of the messages that they send.</summary>
internal static class SendTable
{
    public static void Create(SqlSession session)
    {
        session.Execute(
            """
            CREATE TABLE IF NOT EXISTS keyed_requests (
                account_id BIGINT NOT NULL, key_hash BYTEA NOT NULL, fingerprint BYTEA NOT NULL, created_at BIGINT NOT NULL,
                seed BYTEA NOT NULL, answer BYTEA, PRIMARY KEY (account_id, key_hash))
            """);
        session.Execute("CREATE INDEX IF NOT EXISTS keyed_requests_by_age ON keyed_requests (created_at)");
        // message_id is null until Telegram has told it.
        session.Execute(
            """
            CREATE TABLE IF NOT EXISTS keyed_messages (
                account_id BIGINT NOT NULL, random_id BIGINT NOT NULL, created_at BIGINT NOT NULL, message_id INTEGER,
                PRIMARY KEY (account_id, random_id))
            """);
        session.Execute("CREATE INDEX IF NOT EXISTS keyed_messages_by_age ON keyed_messages (created_at)");
    }

    public static KeyedRow? Find(SqlSession session, long accountId, byte[] keyHash) => session.First(
        "SELECT fingerprint, created_at, seed, answer FROM keyed_requests WHERE account_id = $1 AND key_hash = $2",
        row => new KeyedRow(accountId, keyHash, row.GetFieldValue<byte[]>(0), row.GetInt64(1), row.GetFieldValue<byte[]>(2), Column.Bytes(row, 3)),
        accountId, keyHash);

    /// <summary>A request of before is overwritten: it is too old to count, or this very one.</summary>
    public static void Put(SqlSession session, KeyedRow row) => session.Execute(
        """
        INSERT INTO keyed_requests (account_id, key_hash, fingerprint, created_at, seed, answer) VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (account_id, key_hash) DO UPDATE SET fingerprint = excluded.fingerprint, created_at = excluded.created_at,
            seed = excluded.seed, answer = excluded.answer
        """,
        row.AccountId, row.KeyHash, row.Fingerprint, row.CreatedAt, row.Seed, row.Answer);

    public static void Delete(SqlSession session, long accountId, byte[] keyHash) =>
        session.Execute("DELETE FROM keyed_requests WHERE account_id = $1 AND key_hash = $2", accountId, keyHash);

    public static void DeleteAccount(SqlSession session, long accountId)
    {
        session.Execute("DELETE FROM keyed_requests WHERE account_id = $1", accountId);
        session.Execute("DELETE FROM keyed_messages WHERE account_id = $1", accountId);
    }

    public static void DeleteBefore(SqlSession session, long time)
    {
        session.Execute("DELETE FROM keyed_requests WHERE created_at < $1", time);
        session.Execute("DELETE FROM keyed_messages WHERE created_at < $1", time);
    }

    public static void AddMessage(SqlSession session, long accountId, long randomId, long createdAt) => session.Execute(
        "INSERT INTO keyed_messages (account_id, random_id, created_at) VALUES ($1, $2, $3) ON CONFLICT (account_id, random_id) DO NOTHING",
        accountId, randomId, createdAt);

    public static void DeleteMessage(SqlSession session, long accountId, long randomId) =>
        session.Execute("DELETE FROM keyed_messages WHERE account_id = $1 AND random_id = $2", accountId, randomId);

    public static void PutMessageId(SqlSession session, long accountId, long randomId, int messageId) =>
        session.Execute("UPDATE keyed_messages SET message_id = $3 WHERE account_id = $1 AND random_id = $2", accountId, randomId, messageId);

    public static int? MessageId(SqlSession session, long accountId, long randomId) => session.First(
        "SELECT message_id FROM keyed_messages WHERE account_id = $1 AND random_id = $2",
        row => (int?)Column.Number(row, 0), accountId, randomId);

    /// <summary>The messages of which it is not known whether they were sent.</summary>
    public static List<(long AccountId, long RandomId)> Pending(SqlSession session) => session.Query(
        "SELECT account_id, random_id FROM keyed_messages WHERE message_id IS NULL", row => (row.GetInt64(0), row.GetInt64(1)));
}
