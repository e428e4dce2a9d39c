using System.Data.Common;

namespace TelegramRest.Accounts.Storage;

internal static class FileTable
{
    private const string Columns = "number, unique_id, file_id, path, size";

    public static FileRow? FindByUniqueId(SqlSession session, long accountId, string uniqueId) =>
        session.First($"SELECT {Columns} FROM files WHERE account_id = $1 AND unique_id = $2", Read, accountId, uniqueId);

    public static FileRow? FindByNumber(SqlSession session, long accountId, long number) =>
        session.First($"SELECT {Columns} FROM files WHERE account_id = $1 AND number = $2", Read, accountId, number);

    public static long NextNumber(SqlSession session, long accountId) =>
        session.First("SELECT COALESCE(MAX(number) + 1, 0) FROM files WHERE account_id = $1", row => row.GetInt64(0), accountId);

    public static void Put(SqlSession session, long accountId, FileRow row) => session.Execute(
        $"""
        INSERT INTO files (account_id, {Columns}) VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (account_id, number) DO UPDATE SET file_id = excluded.file_id, size = excluded.size
        """,
        accountId, row.Number, row.UniqueId, row.FileId, row.Path, row.Size);

    /// <summary>The message that last carried a medium: Bot API chat id and message id.</summary>
    public static (long ChatId, int MessageId)? FindSource(SqlSession session, long accountId, long mediaId) => session.First(
        "SELECT chat_id, message_id FROM media WHERE account_id = $1 AND media_id = $2",
        row => ((long, int)?)(row.GetInt64(0), row.GetInt32(1)), accountId, mediaId);

    public static void PutSource(SqlSession session, long accountId, long mediaId, long chatId, int messageId) => session.Execute(
        """
        INSERT INTO media (account_id, media_id, chat_id, message_id) VALUES ($1, $2, $3, $4)
        ON CONFLICT (account_id, media_id) DO UPDATE SET chat_id = excluded.chat_id, message_id = excluded.message_id
        """,
        accountId, mediaId, chatId, messageId);

    private static FileRow Read(DbDataReader row) =>
        new(row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetInt64(4));
}
