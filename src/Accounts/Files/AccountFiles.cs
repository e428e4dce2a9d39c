using TelegramRest.BotApi;
using TelegramRest.Mapping.FileIds;
using TelegramRest.Mapping.Text;
using TelegramRest.Mtproto;

namespace TelegramRest.Accounts.Files;

/// <summary>One account's uploads and downloads.</summary>
internal sealed class AccountFiles(Account account, FileLibrary library) : IFiles
{
    private const long MaxPhoto = 10 << 20;
    private const long MaxThumbnail = 204_799;
    private const long MaxFile = 4_194_304_000;

    public async Task<Tl.InputMediaBase> PhotoAsync(InputFile photo, bool hasSpoiler, CancellationToken cancellationToken)
    {
        switch (photo)
        {
            case InputFileId { FileId: var text }:
                return new Tl.InputMediaPhoto { Id = FileId.Parse(text, FileType.Photo).ToInputPhoto(), Spoiler = hasSpoiler };
            case InputFileUrl { Url: var url }:
                return new Tl.InputMediaPhotoExternal { Url = Checked(url), Spoiler = hasSpoiler };
            default:
                return new Tl.InputMediaUploadedPhoto { File = await UploadAsync(SentFile.From(photo), MaxPhoto, "for a photo", cancellationToken), Spoiler = hasSpoiler };
        }
    }

    public async Task<Tl.InputMediaBase> DocumentAsync(
        InputFile document, InputFile? thumbnail, bool disableContentTypeDetection, CancellationToken cancellationToken)
    {
        switch (document)
        {
            case InputFileId { FileId: var text }:
                return new Tl.InputMediaDocument { Id = FileId.Parse(text, FileType.Document).ToInputDocument() };
            case InputFileUrl { Url: var url }:
                return new Tl.InputMediaDocumentExternal { Url = Checked(url) };
        }

        var file = SentFile.From(document);
        var uploaded = await UploadAsync(file, MaxFile, "", cancellationToken);
        return new Tl.InputMediaUploadedDocument
        {
            File = uploaded,
            Thumb = thumbnail is InputFileUpload ? await UploadAsync(SentFile.From(thumbnail), MaxThumbnail, "for a thumbnail", cancellationToken) : null,
            MimeType = file.MimeType,
            Attributes = [new Tl.DocumentAttributeFilename { FileName = file.Name }],
            ForceFile = disableContentTypeDetection,
        };
    }

    public Task<Tl.InputFileBase> UploadAsync(InputFile file, CancellationToken cancellationToken) =>
        UploadAsync(SentFile.From(file), MaxFile, "", cancellationToken);

    public Task<BotApi.File> GetAsync(string? fileId, CancellationToken cancellationToken) => library.GetAsync(fileId, cancellationToken);

    public Task<FileDownload?> OpenAsync(string filePath, CancellationToken cancellationToken) => library.OpenAsync(filePath, cancellationToken);

    private async Task<Tl.InputFileBase> UploadAsync(SentFile file, long limit, string use, CancellationToken cancellationToken)
    {
        if (file.Length == 0)
        {
            throw BotApiException.BadRequest("file must be non-empty");
        }

        if (file.Length > limit)
        {
            var what = use.Length == 0 ? "" : " " + use;
            throw BotApiException.BadRequest($"file of size {file.Length} bytes is too big{what}; the maximum size is {limit} bytes");
        }

        await using var content = await file.OpenAsync(cancellationToken);
        try
        {
            return await account.Client.UploadAsync(content, file.Length, file.Name, cancellationToken);
        }
        catch (Exception exception) when (exception is RpcException or RpcTransportException)
        {
            throw account.Translate(exception, null);
        }
    }

    /// <summary>Telegram fetches the file itself; we only look at how the address is written.</summary>
    private static string Checked(string url) => UrlNormalizer.TryNormalize(url, out var normalized, out var error)
        ? normalized
        : throw BotApiException.BadRequest("invalid file HTTP URL specified: " + error);
}
