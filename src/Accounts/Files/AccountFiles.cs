using TelegramRest.Accounts.Files.Media;
using TelegramRest.BotApi;

namespace TelegramRest.Accounts.Files;

/// <summary>One account's uploads and downloads.</summary>
internal sealed class AccountFiles : IFiles
{
    private readonly FileLibrary library;
    private readonly FileUploads uploads;
    private readonly MediaStore store;
    private readonly MediaMaker maker;

    public AccountFiles(Account account, FileLibrary library, LocalFiles localFiles)
    {
        this.library = library;
        uploads = new FileUploads(account, localFiles);
        store = new MediaStore(account);
        maker = new MediaMaker(uploads, store);
    }

    public Task<Tl.InputMediaBase> MediaAsync(MediaFile media, UploadPlace place, CancellationToken cancellationToken) => maker.MakeAsync(media, place, cancellationToken);

    public Task<Tl.InputMediaBase> StoredMediaAsync(Tl.InputMediaBase media, UploadPlace place, CancellationToken cancellationToken) =>
        store.StoreAsync(media, place, cancellationToken);

    public Task<Tl.InputFileBase> UploadAsync(InputFile file, CancellationToken cancellationToken) => uploads.FileAsync(uploads.Find(file), cancellationToken);

    public async Task<UploadedFile> ForwardAsync(string fieldName, string fileName, string contentType, Stream content, CancellationToken cancellationToken) =>
        await uploads.ForwardAsync(fieldName, fileName, contentType, content, cancellationToken);

    public Task<BotApi.File> GetAsync(string? fileId, CancellationToken cancellationToken) => library.GetAsync(fileId, cancellationToken);

    public FileContent? Open(string filePath, CancellationToken lifetime) => library.Open(filePath, lifetime);
}
