using TelegramRest.BotApi;

namespace TelegramRest.Accounts.Files;

/// <summary>Files in both directions, streamed.</summary>
/// <remarks>https://core.telegram.org/api/files</remarks>
public interface IFiles
{
    /// <summary>A photo to send: uploaded, passed on as URL, or named by file_id.</summary>
    Task<Tl.InputMediaBase> PhotoAsync(InputFile photo, bool hasSpoiler, CancellationToken cancellationToken);

    /// <summary>A document to send, with its name kept. Content type detection lets Telegram turn it into what it looks like.</summary>
    Task<Tl.InputMediaBase> DocumentAsync(InputFile document, InputFile? thumbnail, bool disableContentTypeDetection, CancellationToken cancellationToken);

    /// <summary>Uploads bytes for any other use (chat photo, sticker, certificate-free parts of media).</summary>
    Task<Tl.InputFileBase> UploadAsync(InputFile file, CancellationToken cancellationToken);

    /// <summary>Downloads the file once and answers where it can be fetched.</summary>
    Task<BotApi.File> GetAsync(string? fileId, CancellationToken cancellationToken);

    /// <summary>A file by the path that <see cref="GetAsync"/> gave; fetched again when it has left the disk; null when the path is unknown.</summary>
    Task<FileDownload?> OpenAsync(string filePath, CancellationToken cancellationToken);
}
