namespace TelegramRest.Accounts.Storage;

/// <summary>
/// The tables. <c>account_id</c> is the queue id: a bot's user id (plus 2⁵⁴ in the test environment) or a user token's number.
/// Columns marked "protected" hold ciphertext.
/// </summary>
internal static class StoreSchema
{
    public static void Create(SqlSession session)
    {
        foreach (var statement in Statements)
        {
            session.Execute(statement);
        }
    }

    private static readonly string[] Statements =
    [
        "CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT NOT NULL)",
        // token is protected; token_hash is what a user token's secret is compared with.
        """
        CREATE TABLE IF NOT EXISTS accounts (
            account_id BIGINT PRIMARY KEY, is_bot SMALLINT NOT NULL, is_test SMALLINT NOT NULL, token BYTEA, token_hash BYTEA,
            home_dc INTEGER, self BYTEA, authorized_at BIGINT NOT NULL, allowed_updates BIGINT NOT NULL)
        """,
        // auth_key is protected.
        """
        CREATE TABLE IF NOT EXISTS dc_auth (
            account_id BIGINT NOT NULL, dc_id INTEGER NOT NULL, auth_key BYTEA NOT NULL, salt BIGINT NOT NULL,
            time_offset BIGINT NOT NULL, authorized SMALLINT NOT NULL, PRIMARY KEY (account_id, dc_id))
        """,
        """
        CREATE TABLE IF NOT EXISTS update_state (
            account_id BIGINT PRIMARY KEY, pts INTEGER NOT NULL, qts INTEGER NOT NULL, date INTEGER NOT NULL, seq INTEGER NOT NULL)
        """,
        """
        CREATE TABLE IF NOT EXISTS channel_state (
            account_id BIGINT NOT NULL, channel_id BIGINT NOT NULL, pts INTEGER NOT NULL, PRIMARY KEY (account_id, channel_id))
        """,
        // chat_id is the Bot API's; object is the boxed TL user or chat.
        """
        CREATE TABLE IF NOT EXISTS peers (
            account_id BIGINT NOT NULL, chat_id BIGINT NOT NULL, access_hash BIGINT NOT NULL, is_min SMALLINT NOT NULL,
            username TEXT, object BYTEA NOT NULL, PRIMARY KEY (account_id, chat_id))
        """,
        "CREATE INDEX IF NOT EXISTS peers_by_username ON peers (account_id, username)",
        """
        CREATE TABLE IF NOT EXISTS updates (
            queue_id BIGINT NOT NULL, update_id INTEGER NOT NULL, expires_at BIGINT NOT NULL, order_key BIGINT NOT NULL,
            json BYTEA NOT NULL, PRIMARY KEY (queue_id, update_id))
        """,
        "CREATE TABLE IF NOT EXISTS queue_heads (queue_id BIGINT PRIMARY KEY, next_id INTEGER NOT NULL)",
        // secret_token is protected.
        """
        CREATE TABLE IF NOT EXISTS webhooks (
            queue_id BIGINT PRIMARY KEY, url TEXT NOT NULL, certificate BYTEA, fixed_ip TEXT, resolved_ip TEXT,
            max_connections INTEGER NOT NULL, secret_token BYTEA, last_error_date BIGINT, last_error_message TEXT)
        """,
        """
        CREATE TABLE IF NOT EXISTS files (
            account_id BIGINT NOT NULL, number BIGINT NOT NULL, unique_id TEXT NOT NULL, file_id TEXT NOT NULL, path TEXT NOT NULL,
            size BIGINT NOT NULL, PRIMARY KEY (account_id, number))
        """,
        "CREATE INDEX IF NOT EXISTS files_by_unique_id ON files (account_id, unique_id)",
        // Where a medium was last seen, to ask for a fresh file reference. What owner and item mean depends on the origin.
        """
        CREATE TABLE IF NOT EXISTS media_sources (
            account_id BIGINT NOT NULL, media_id BIGINT NOT NULL, origin SMALLINT NOT NULL, owner BIGINT NOT NULL, item BIGINT NOT NULL,
            size BIGINT NOT NULL, extension TEXT, PRIMARY KEY (account_id, media_id))
        """,
    ];
}
