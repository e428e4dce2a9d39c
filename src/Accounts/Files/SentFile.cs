using TelegramRest.BotApi;

namespace TelegramRest.Accounts.Files;

/// <summary>The content of a file that is to be uploaded.</summary>
/// <param name="Length">Bytes; null while unknown.</param>
internal sealed record SentFile(string Name, string MimeType, long? Length, Func<CancellationToken, ValueTask<Stream>> OpenAsync)
{
    /// <exception cref="BotApiException">400 when there is nothing that could be uploaded.</exception>
    public static SentFile From(InputFile file) => file switch
    {
        InputFileUpload { File: var upload } => new SentFile(
            upload.FileName.Length == 0 ? "file" : upload.FileName, MimeTypes.Of(upload.FileName, upload.ContentType), upload.Length, upload.OpenAsync),
        InputFileLocalPath { Path: var path } => Local(path),
        _ => throw BotApiException.BadRequest("file must be uploaded as InputFile"),
    };

    private static SentFile Local(string path)
    {
        var info = new FileInfo(path);
        if (!info.Exists)
        {
            throw BotApiException.BadRequest(Directory.Exists(path) ? "File must be a regular file" : "Can't find real file path");
        }

        return new SentFile(info.Name, MimeTypes.Of(info.Name), info.Length, _ => new(info.OpenRead()));
    }
}
