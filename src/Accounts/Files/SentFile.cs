using TelegramRest.BotApi;

namespace TelegramRest.Accounts.Files;

/// <summary>The content of a file that is to be uploaded.</summary>
/// <param name="Length">Bytes; null while unknown.</param>
internal sealed record SentFile(string Name, string MimeType, long? Length, Func<CancellationToken, ValueTask<Stream>> OpenAsync)
{
    /// <summary>Set when it lies with Telegram already.</summary>
    public ForwardedFile? Forwarded { get; private init; }

    /// <exception cref="BotApiException">400 when there is nothing that could be uploaded.</exception>
    public static SentFile From(InputFile file, LocalFiles localFiles) => file switch
    {
        InputFileUpload { File: var upload } =>
            new SentFile(NameOf(upload.FileName), MimeTypes.Of(upload.FileName, upload.ContentType), upload.Length, upload.OpenAsync) { Forwarded = upload as ForwardedFile },
        InputFileLocalPath { Path: var path } => Local(localFiles.Find(path)),
        _ => throw BotApiException.BadRequest("file must be uploaded as InputFile"),
    };

    /// <summary>A file needs a name.</summary>
    public static string NameOf(string fileName) => fileName.Length == 0 ? "file" : fileName;

    private static SentFile Local(FileInfo file) => new(
        file.Name,
        MimeTypes.Of(file.Name),
        file.Length,
        _ => new(Open(file)));

    private static FileStream Open(FileInfo file)
    {
        try
        {
            return new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1, FileOptions.Asynchronous | FileOptions.SequentialScan);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw BotApiException.BadRequest("can't open the file");
        }
    }
}
