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

    public static MediaSource? FindSource(SqlSession session, long accountId, long mediaId) => session.First(
        "SELECT media_id, origin, owner, item, size, extension FROM media_sources WHERE account_id = $1 AND media_id = $2",
        row => new MediaSource(row.GetInt64(0), (MediaOrigin)row.GetInt32(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4), Column.Text(row, 5)),
        accountId, mediaId);

    public static void PutSource(SqlSession session, long accountId, MediaSource source) => session.Execute(
        """
        INSERT INTO media_sources (account_id, media_id, origin, owner, item, size, extension) VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (account_id, media_id) DO UPDATE SET
            origin = excluded.origin, owner = excluded.owner, item = excluded.item, size = excluded.size, extension = excluded.extension
        """,
        accountId, source.MediaId, (int)source.Origin, source.Owner, source.Item, source.Size, source.Extension);

    private static FileRow Read(DbDataReader row) =>
        new(row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetInt64(4));
}
