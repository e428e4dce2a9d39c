using TelegramRest.Accounts.Files.Media;
using TelegramRest.BotApi;

namespace TelegramRest.Accounts.Files;

/// <summary>Files in both directions, streamed.</summary>
/// <remarks>https://core.telegram.org/api/files</remarks>
public interface IFiles
{
    /// <summary>A file as a message takes it: uploaded, passed on as an address, or named by file_id.</summary>
    /// <param name="media">The file, by the kind that it is sent as.</param>
    /// <param name="place">Where covers and the like are stored for.</param>
    Task<Tl.InputMediaBase> MediaAsync(MediaFile media, UploadPlace place, CancellationToken cancellationToken);

    /// <summary>Media that Telegram has stored already, so that albums, paid media, polls and rich messages can name it. Other media are given back.</summary>
    Task<Tl.InputMediaBase> StoredMediaAsync(Tl.InputMediaBase media, UploadPlace place, CancellationToken cancellationToken);

    /// <summary>Uploads bytes for any other use (chat photo, sticker, certificate-free parts of media).</summary>
    Task<Tl.InputFileBase> UploadAsync(InputFile file, CancellationToken cancellationToken);

    /// <summary>
    /// Sends a file on to Telegram while its request is still arriving. Meant for files of more than 10 MiB: Telegram wants smaller ones told from these at the start.
    /// </summary>
    /// <returns>The file as the request's parameters may name it; its content is not to be had any more.</returns>
    Task<UploadedFile> ForwardAsync(string fieldName, string fileName, string contentType, Stream content, CancellationToken cancellationToken);

    /// <summary>Size and path of a file. Only a path of this machine needs the file to be fetched.</summary>
    Task<BotApi.File> GetAsync(string? fileId, CancellationToken cancellationToken);

    /// <summary>A file by the path that <see cref="GetAsync"/> gave; null when the path is unknown. The caller disposes of the content.</summary>
    /// <param name="lifetime">Of the transfer, which may still have to be made.</param>
    FileContent? Open(string filePath, CancellationToken lifetime);
}
