using TelegramRest.Accounts.Files.Content;
using TelegramRest.BotApi;
using TelegramRest.Mapping.Text;
using TelegramRest.Mtproto;

namespace TelegramRest.Accounts.Files;

/// <summary>Files on their way up, with the limits that the official server keeps for each use.</summary>
/// <param name="localFiles">Opens files of this machine.</param>
/// <remarks>https://core.telegram.org/api/files#uploading-files</remarks>
internal sealed class FileUploads(Account account, LocalFiles localFiles)
{
    private const long MaxPhoto = 10 << 20;
    private const long MaxVideoNote = 12 << 20;
    private const long MaxThumbnail = 204_799;
    private const long MaxFile = 4_194_304_000;

    /// <summary>Telegram fetches the file itself; we only look at how the address is written.</summary>
    public static string CheckedUrl(string url) => UrlNormalizer.TryNormalize(url, out var normalized, out var error)
        ? normalized
        : throw BotApiException.BadRequest("invalid file HTTP URL specified: " + error);

    /// <exception cref="BotApiException">400 when there is nothing that could be uploaded.</exception>
    public SentFile Find(InputFile file) => SentFile.From(file, localFiles);

    /// <summary>A file of which nothing has to be known.</summary>
    public async Task<Tl.InputFileBase> FileAsync(SentFile file, CancellationToken cancellationToken) => (await UploadAsync(file, MaxFile, "", null, cancellationToken)).File;

    /// <summary>A file that is also looked at.</summary>
    public Task<SentContent> MediaAsync(SentFile file, CancellationToken cancellationToken) => UploadAsync(file, MaxFile, "", new MediaProbe(), cancellationToken);

    public async Task<Tl.InputFileBase> PhotoAsync(SentFile file, CancellationToken cancellationToken) =>
        (await UploadAsync(file, MaxPhoto, " for a photo", null, cancellationToken)).File;

    public Task<SentContent> VideoNoteAsync(SentFile file, CancellationToken cancellationToken) =>
        UploadAsync(file, MaxVideoNote, " for a video note", new MediaProbe(), cancellationToken);

    /// <returns>Null for a thumbnail that did not come with the request: it is ignored.</returns>
    public async Task<Tl.InputFileBase?> ThumbnailAsync(InputFile? thumbnail, CancellationToken cancellationToken) =>
        thumbnail is InputFileUpload or InputFileLocalPath
            ? (await UploadAsync(Find(thumbnail), MaxThumbnail, " for a thumbnail", null, cancellationToken)).File
            : null;

    /// <summary>Sends on what is still arriving; nobody knows yet what for.</summary>
    public async Task<ForwardedFile> ForwardAsync(string fieldName, string fileName, string contentType, Stream content, CancellationToken cancellationToken)
    {
        var probe = new MediaProbe();
        await using var counted = new ProbedStream(content, probe);
        var sent = await SendAsync(counted, null, SentFile.NameOf(fileName), cancellationToken);
        return new ForwardedFile(fieldName, fileName, contentType, counted.Count, sent, probe.Finish());
    }

    private async Task<SentContent> UploadAsync(SentFile file, long limit, string use, MediaProbe? probe, CancellationToken cancellationToken)
    {
        if (file.Length == 0)
            throw BotApiException.BadRequest("file must be non-empty");
        if (file.Length > limit)
            throw BotApiException.BadRequest($"file of size {file.Length} bytes is too big{use}; the maximum size is {limit} bytes");
        if (file.Forwarded is { } forwarded)
            return new SentContent(forwarded.Sent, forwarded.Facts);

        await using var content = await file.OpenAsync(cancellationToken);
        await using var probed = new ProbedStream(content, probe);
        var sent = await SendAsync(probed, file.Length, file.Name, cancellationToken);
        return new SentContent(sent, probe?.Finish() ?? MediaFacts.None);
    }

    private async Task<Tl.InputFileBase> SendAsync(Stream content, long? length, string name, CancellationToken cancellationToken)
    {
        try
        {
            return await account.Client.UploadAsync(content, length, name, cancellationToken);
        }
        catch (Exception exception) when (exception is RpcException or RpcTransportException)
        {
            throw account.Translate(exception, null);
        }
    }
}
