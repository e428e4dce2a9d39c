using Microsoft.Win32.SafeHandles;
using TelegramRest.Accounts.Files;
using TelegramRest.BotApi;

namespace TelegramRest.Server.Http.Bodies;

/// <summary>
/// Takes the files of requests. One of up to 10 MiB is kept until its request is served, as Telegram wants it told from larger ones before its first part;
/// a larger one goes on to Telegram while it arrives, and is kept only where nobody takes it. What is kept lies in memory while there is some to spare, else in a file
/// of the temporary directory that has no name any more from the moment it is open, so that nothing is left behind however the process ends.
/// </summary>
/// <param name="directory">Where such files are made.</param>
internal sealed class UploadSpool(string directory)
{
    /// <summary>The largest file that one request may bring, bytes.</summary>
    public const long MaxFileBytes = 4_194_304_000;

    /// <summary>Files up to this size go to Telegram in another way than larger ones, bytes.</summary>
    private const long SmallFileBytes = 10 << 20;

    private const long MemoryBytes = 32 << 20;

    private readonly UploadMemory _memory = new(MemoryBytes);

    /// <summary>Reads <paramref name="content"/> to its end.</summary>
    /// <param name="forward">Takes large files as they come; null keeps them too.</param>
    /// <exception cref="BotApiException">413 when it is too long, 500 when there is no room, and what Telegram says to a file that goes on.</exception>
    public async ValueTask<UploadedFile> StoreAsync(
        string fieldName, string fileName, string contentType, Stream content, UploadOwner owner, IFiles? forward, CancellationToken cancellationToken)
    {
        var body = new UploadBody(_memory, CreateFile);
        owner.Add(body);
        var ended = await body.FillAsync(content, SmallFileBytes, cancellationToken);
        if (!ended && forward is not null)
            return await forward.ForwardAsync(fieldName, fileName, contentType, new UploadStream(body, content, MaxFileBytes), cancellationToken);
        if (!ended && !await body.FillAsync(content, MaxFileBytes, cancellationToken))
            throw RequestErrors.FileTooBig(body.Length);

        return new UploadedFile(fieldName, fileName, contentType, body.Length, _ => ValueTask.FromResult<Stream>(new UploadStream(body, rest: null, MaxFileBytes)));
    }

    private SafeFileHandle CreateFile()
    {
        try
        {
            Directory.CreateDirectory(directory);
            var path = Path.Combine(directory, $"telegram-rest-upload-{Guid.NewGuid():N}");
            var handle = System.IO.File.OpenHandle(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Delete, FileOptions.Asynchronous | FileOptions.DeleteOnClose);
            if (!OperatingSystem.IsWindows())
                System.IO.File.Delete(path);
            return handle;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw RequestErrors.TemporaryFile();
        }
    }
}
