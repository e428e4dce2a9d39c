using System.Globalization;
using TelegramRest.Accounts.Storage;
using TelegramRest.BotApi;
using TelegramRest.Mapping.FileIds;

namespace TelegramRest.Accounts.Files;

/// <summary>
/// The files that getFile has named for one account: a path <c>&lt;category&gt;/file_&lt;n&gt;.&lt;ext&gt;</c> each, which stays. The bytes are fetched when somebody reads them,
/// once for all who read at the same time, and kept in the <see cref="FileCache"/> while there is room.
/// </summary>
/// <remarks>https://core.telegram.org/bots/api#getfile</remarks>
internal sealed class FileLibrary(Account account, AccountServices services, MediaSources sources, FileReferences references)
{
    /// <summary>What the official server gives outside of local mode.</summary>
    private const long UsualLimit = 20 << 20;

    /// <summary>The largest file that Telegram keeps.</summary>
    private const long LargestFile = 4_194_304_000;

    /// <summary>A reader further behind the end of a running download than this does not wait for it.</summary>
    private const long WorthWaitingFor = 8 << 20;

    private readonly Lock gate = new();
    private readonly Dictionary<string, Task<FileRow>> looks = [];
    private readonly Dictionary<string, SharedDownload> downloads = [];
    private readonly FileCache cache = services.FileCache;
    private readonly string folder = account.Id.ToString(CultureInfo.InvariantCulture);

    private long Limit => services.Options.LocalMode || services.Options.NoFileLimit ? LargestFile : UsualLimit;

    /// <summary>Paths on this machine are only worth telling when the file is there.</summary>
    private bool GivesAbsolutePaths => services.Options is { LocalMode: true, RelativePaths: false };

    /// <summary>Size and path of a file. It is not fetched, unless the path is one of this machine.</summary>
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

        var row = services.Store.Read(session => FileTable.FindByUniqueId(session, account.Id, file.UniqueId)) ?? await LookOnceAsync(file).WaitAsync(cancellationToken);
        if (row.Size > Limit)
        {
            throw FileErrors.TooBig();
        }

        if (GivesAbsolutePaths)
        {
            await FetchAsync(row, cancellationToken);
        }

        return new BotApi.File
        {
            FileId = fileId,
            FileUniqueId = file.UniqueId,
            FileSize = row.Size == 0 ? null : row.Size,
            FilePath = GivesAbsolutePaths ? Path.GetFullPath(cache.FullPath(CachePath(row))) : row.Path,
        };
    }

    /// <summary>A file by the path that <see cref="GetAsync"/> gave; null when it gave no such path.</summary>
    /// <param name="lifetime">Of the transfer.</param>
    public FileContent? Open(string filePath, CancellationToken lifetime)
    {
        if (Number(filePath) is not { } number
            || services.Store.Read(session => FileTable.FindByNumber(session, account.Id, number)) is not { } row
            || row.Path != filePath)
        {
            return null;
        }

        var content = cache.Open(CachePath(row), row.Size) as Stream ?? new DownloadStream(this, row, lifetime);
        return new FileContent(content, MimeTypes.Of(row.Path), $"\"{row.UniqueId}\"");
    }

    /// <summary>One reader more of the file's way into the cache; null when the reader had better fetch for himself: nothing that large is kept, or he is far ahead.</summary>
    public SharedDownload? Join(FileRow row, long position)
    {
        if (!GivesAbsolutePaths && !cache.Fits(row.Size))
        {
            return null;
        }

        lock (gate)
        {
            if (downloads.TryGetValue(row.UniqueId, out var running) && position <= running.Written + WorthWaitingFor && running.TryJoin())
            {
                return running;
            }

            if (position > WorthWaitingFor)
            {
                return null;
            }

            var download = new SharedDownload(Remote(row), cache, CachePath(row), row.Size);
            downloads[row.UniqueId] = download;
            download.Completion.ContinueWith(_ => Forget(row.UniqueId, download), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            return download;
        }
    }

    public RemoteFile Remote(FileRow row) => new(account, references, FileId.Parse(row.FileId));

    /// <summary>The account is logged out: its files go with it.</summary>
    public void Delete() => cache.Forget(folder);

    private static long? Number(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        return name.StartsWith("file_", StringComparison.Ordinal)
            && long.TryParse(name.AsSpan("file_".Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number
                : null;
    }

    private string CachePath(FileRow row) => folder + '/' + row.Path;

    private void Forget(string uniqueId, SharedDownload download)
    {
        lock (gate)
        {
            if (downloads.GetValueOrDefault(uniqueId) == download)
            {
                downloads.Remove(uniqueId);
            }
        }
    }

    private async Task FetchAsync(FileRow row, CancellationToken cancellationToken)
    {
        using var whole = cache.Open(CachePath(row), row.Size);
        if (whole is not null)
        {
            return;
        }

        var download = Join(row, 0)!;
        try
        {
            await download.Completion.WaitAsync(cancellationToken);
        }
        finally
        {
            download.Leave();
        }
    }

    /// <summary>Callers who ask for one new file at the same time share the answer.</summary>
    private Task<FileRow> LookOnceAsync(FileId file)
    {
        lock (gate)
        {
            if (!looks.TryGetValue(file.UniqueId, out var look))
            {
                look = Task.Run(() => LookAsync(file), CancellationToken.None);
                looks.Add(file.UniqueId, look);

                // A failure that no caller stayed for is nobody's.
                look.ContinueWith(static task => task.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            }

            return look;
        }
    }

    private async Task<FileRow> LookAsync(FileId file)
    {
        try
        {
            var source = file.Source is null ? sources.Find(file.Id) : null;
            var (size, whole) = await MeasureAsync(new RemoteFile(account, references, file), source?.Size);
            var row = await AddAsync(file, size, source?.Extension ?? MimeTypes.ExtensionOf(file.Type) ?? "");
            if (whole is not null)
            {
                await KeepAsync(row, whole);
            }

            return row;
        }
        finally
        {
            lock (gate)
            {
                looks.Remove(file.UniqueId);
            }
        }
    }

    /// <summary>The size, and the content where it is so small that it came along. Telegram is asked in any case: an id that it refuses is no file.</summary>
    private async Task<(long Size, byte[]? Whole)> MeasureAsync(RemoteFile remote, long? known)
    {
        if (known > Limit)
        {
            throw FileErrors.TooBig();
        }

        if (known > RemoteFile.Piece)
        {
            return await remote.HasBytesAtAsync(0, CancellationToken.None) ? (known.Value, null) : throw FileErrors.Unavailable();
        }

        var (bytes, isWhole) = await remote.ReadFirstAsync(CancellationToken.None);
        return isWhole ? (bytes.Length, bytes) : (await remote.FindSizeAsync(Limit, CancellationToken.None) ?? throw FileErrors.TooBig(), null);
    }

    /// <summary>The number is taken inside the writer, which knows no other writer.</summary>
    private async Task<FileRow> AddAsync(FileId file, long size, string extension)
    {
        FileRow? row = null;
        await services.Store.WriteAsync(session =>
        {
            var number = FileTable.NextNumber(session, account.Id);
            var path = $"{FileTypes.FolderOf(file.Type)}/file_{number.ToString(CultureInfo.InvariantCulture)}{extension}";
            row = new FileRow(number, file.UniqueId, file.ToString(), path, size);
            FileTable.Put(session, account.Id, row);
        });
        return row!;
    }

    private async Task KeepAsync(FileRow row, byte[] content)
    {
        if (!cache.Fits(row.Size))
        {
            return;
        }

        var partial = cache.Reserve(row.Size);
        try
        {
            await System.IO.File.WriteAllBytesAsync(partial, content);
            cache.Keep(partial, CachePath(row), row.Size);
        }
        catch
        {
            cache.Release(partial, row.Size);
            throw;
        }
    }
}
