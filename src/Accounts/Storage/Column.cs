using System.Data.Common;

namespace TelegramRest.Accounts.Storage;

/// <summary>Nullable columns.</summary>
internal static class Column
{
    public static byte[]? Bytes(DbDataReader row, int ordinal) => row.IsDBNull(ordinal) ? null : row.GetFieldValue<byte[]>(ordinal);

    public static string? Text(DbDataReader row, int ordinal) => row.IsDBNull(ordinal) ? null : row.GetString(ordinal);

    public static long? Number(DbDataReader row, int ordinal) => row.IsDBNull(ordinal) ? null : row.GetInt64(ordinal);
}
