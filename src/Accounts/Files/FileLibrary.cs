using System.Globalization;
using TelegramRest.Accounts.Messages;
using TelegramRest.Accounts.Storage;
using TelegramRest.BotApi;
using TelegramRest.Mapping.FileIds;
using TelegramRest.Mtproto;

namespace TelegramRest.Accounts.Files;

/// <summary>
/// The files that getFile has fetched for one account, on disk under <c>files/&lt;account&gt;/&lt;category&gt;/file_&lt;n&gt;.&lt;ext&gt;</c>. A file is written beside its
/// place and moved there when it is whole; concurrent requests for one file share its download.
/// </summary>
/// <remarks>https://core.telegram.org/bots/api#getfile</remarks>
internal sealed class FileLibrary(Account account, AccountServices services, FileReferences references)
{
    private const long MaxSize = 20 << 20;
    private const string TooBig = "file is too big";
    private const string Unavailable = "wrong file_id or the file is temporarily unavailable";

    private readonly Lock gate = new();
    private readonly Dictionary<string, Task<FileRow>> downloads = [];
    private readonly string root = Path.Combine(services.Options.Directory, "files", account.Id.ToString(CultureInfo.InvariantCulture));

    public async Task<BotApi.File> GetAsync(string? fileId, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(fileId))
        {
            throw BotApiException.BadRequest("file_id not specified");
        }

        if (!FileId.TryParse(fileId, out var file) || file.Url is not null)
        {
            throw BotApiException.BadRequest("invalid file_id");
        }

        var row = services.Store.Read(session => FileTable.FindByUniqueId(session, account.Id, file.UniqueId));
        if (row is null || !System.IO.File.Exists(FullPath(row)))
        {
            row = await DownloadAsync(file, row, cancellationToken);
        }

        return new BotApi.File
        {
            FileId = fileId,
            FileUniqueId = file.UniqueId,
            FileSize = row.Size == 0 ? null : row.Size,
            FilePath = services.Options is { LocalMode: true, RelativePaths: false } ? FullPath(row) : row.Path,
        };
    }

    public async Task<FileDownload?> OpenAsync(string filePath, CancellationToken cancellationToken)
    {
        if (Number(filePath) is not { } number
            || services.Store.Read(session => FileTable.FindByNumber(session, account.Id, number)) is not { } row
            || row.Path != filePath)
        {
            return null;
        }

        if (!System.IO.File.Exists(FullPath(row)))
        {
            row = await DownloadAsync(FileId.Parse(row.FileId), row, cancellationToken);
        }

        var info = new FileInfo(FullPath(row));
        return new FileDownload(info.FullName, info.Length, MimeTypes.Of(info.Name), $"\"{row.UniqueId}\"", info.LastWriteTimeUtc);
    }

    /// <summary>The account is logged out: its files go with it.</summary>
    public void Delete()
    {
        if (Directory.Exists(root))
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static long? Number(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        return name.StartsWith("file_", StringComparison.Ordinal)
            && long.TryParse(name.AsSpan("file_".Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number
                : null;
    }

    private string FullPath(FileRow row) => Path.Combine(root, row.Path);

    private Task<FileRow> DownloadAsync(FileId file, FileRow? known, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (!downloads.TryGetValue(file.UniqueId, out var download))
            {
                // Not the caller's token: others may come to wait for the same file.
                download = Task.Run(() => FetchAsync(file, known), CancellationToken.None);
                downloads.Add(file.UniqueId, download);
            }

            return download.WaitAsync(cancellationToken);
        }
    }

    private async Task<FileRow> FetchAsync(FileId file, FileRow? known)
    {
        var partial = Path.Combine(root, "temp", Guid.NewGuid().ToString("N"));
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(partial)!);
            var size = await WriteAsync(file, partial);
            var row = known is null ? await AddAsync(file, size) : known with { FileId = file.ToString(), Size = size };
            Directory.CreateDirectory(Path.GetDirectoryName(FullPath(row))!);
            System.IO.File.Move(partial, FullPath(row), overwrite: true);
            return row;
        }
        finally
        {
            System.IO.File.Delete(partial);
            lock (gate)
            {
                downloads.Remove(file.UniqueId);
            }
        }
    }

    /// <summary>The number is taken inside the writer, which knows no other writer.</summary>
    private async Task<FileRow> AddAsync(FileId file, long size)
    {
        FileRow? row = null;
        var extension = account.KnownFile(file.Id)?.Extension ?? MimeTypes.ExtensionOf(file.Type) ?? "";
        await services.Store.WriteAsync(session =>
        {
            var number = FileTable.NextNumber(session, account.Id);
            var path = $"{FileTypes.FolderOf(file.Type)}/file_{number.ToString(CultureInfo.InvariantCulture)}{extension}";
            row = new FileRow(number, file.UniqueId, file.ToString(), path, size);
            FileTable.Put(session, account.Id, row);
        });
        return row!;
    }

    private async Task<long> WriteAsync(FileId file, string path)
    {
        try
        {
            return await CopyAsync(file, path);
        }
        catch (RpcException error) when (FileReferences.IsStale(error))
        {
            // Once more: a fresh reference is either good or the file is gone.
        }
        catch (Exception exception) when (exception is RpcException or RpcTransportException)
        {
            throw Failure(exception);
        }

        try
        {
            return await CopyAsync(await references.RefreshAsync(file, CancellationToken.None) ?? file, path);
        }
        catch (Exception exception) when (exception is RpcException or RpcTransportException)
        {
            throw Failure(exception);
        }
    }

    /// <summary>One text for everything but a flood limit, which the official server hides too, but which a client can wait out.</summary>
    private BotApiException Failure(Exception exception) =>
        exception is RpcException { Code: 420 } ? account.Translate(exception, null) : BotApiException.BadRequest(Unavailable);

    private async Task<long> CopyAsync(FileId file, string path)
    {
        var limit = services.Options.LocalMode || services.Options.NoFileLimit ? long.MaxValue : MaxSize;
        if (account.KnownFile(file.Id)?.Size > limit && file.Source is null)
        {
            throw BotApiException.BadRequest(TooBig);
        }

        await using var target = System.IO.File.Create(path);
        await foreach (var piece in account.Client.DownloadAsync(file.ToLocation(), file.DcId, 0, null, CancellationToken.None))
        {
            if (target.Length + piece.Length > limit)
            {
                throw BotApiException.BadRequest(TooBig);
            }

            await target.WriteAsync(piece);
        }

        return target.Length;
    }
}
