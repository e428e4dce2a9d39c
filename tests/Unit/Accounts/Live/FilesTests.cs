using System.Security.Cryptography;
using TelegramRest.Accounts.Files;
using TelegramRest.Accounts.Files.Media;
using TelegramRest.Accounts.Peers;
using TelegramRest.BotApi;

namespace TelegramRest.Tests.Unit.Accounts.Live;

public sealed class FilesTests : IAsyncLifetime
{
    private LiveFixture live = null!;
    private TelegramRest.Accounts.Account bot = null!;
    private PeerRef chat = null!;

    public async Task InitializeAsync()
    {
        live = await LiveFixture.StartAsync();
        bot = await live.BotAsync();
        chat = await bot.Peers.ResolveChatAsync(live.Demo.PersonId, CancellationToken.None);
    }

    public Task DisposeAsync() => live.DisposeAsync().AsTask();

    [Theory]
    [InlineData(1)]
    [InlineData(300_000)]
    [InlineData(11_000_000)]
    public async Task A_document_goes_up_and_comes_down_unchanged(int size)
    {
        var content = RandomNumberGenerator.GetBytes(size);
        var sent = await SendAsync(Upload("report.pdf", content));

        var file = await bot.Files.GetAsync(sent.Document!.FileId, CancellationToken.None);
        var download = bot.Files.Open(file.FilePath!, CancellationToken.None);

        Assert.Equal("report.pdf", sent.Document.FileName);
        Assert.Equal(sent.Document.FileUniqueId, file.FileUniqueId);
        Assert.Equal(size, file.FileSize);
        Assert.Equal("documents/file_0.pdf", file.FilePath);
        Assert.Equal("application/pdf", download!.ContentType);
        Assert.Equal(size, download.Content.Length);
        Assert.Equal(content, await ReadAsync(download));
    }

    [Fact]
    public async Task A_file_id_sends_the_file_again()
    {
        var sent = await SendAsync(Upload("a.bin", [1, 2, 3]));

        var again = await SendAsync(new InputFileId(sent.Document!.FileId));

        Assert.Equal(sent.Document.FileUniqueId, again.Document!.FileUniqueId);
    }

    [Fact]
    public async Task A_file_that_left_the_disk_is_fetched_again()
    {
        var sent = await SendAsync(Upload("a.bin", [1, 2, 3]));
        var file = await bot.Files.GetAsync(sent.Document!.FileId, CancellationToken.None);
        var onDisk = (FileStream)bot.Files.Open(file.FilePath!, CancellationToken.None)!.Content;
        await onDisk.DisposeAsync();
        System.IO.File.Delete(onDisk.Name);

        var download = bot.Files.Open(file.FilePath!, CancellationToken.None);

        Assert.Equal([1, 2, 3], await ReadAsync(download!));
    }

    [Theory]
    [InlineData(null, "Bad Request: file_id not specified")]
    [InlineData("", "Bad Request: file_id not specified")]
    [InlineData("nonsense", "Bad Request: invalid file_id")]
    public async Task A_file_id_that_is_none_is_refused(string? fileId, string description)
    {
        var error = await Assert.ThrowsAsync<BotApiException>(() => bot.Files.GetAsync(fileId, CancellationToken.None));

        Assert.Equal(description, error.Description);
    }

    [Theory]
    [InlineData("documents/file_7.bin")]
    [InlineData("../../keys/key.xml")]
    [InlineData("documents/../file_0.bin")]
    [InlineData("documents/file_0.exe")]
    [InlineData("")]
    public async Task A_path_that_was_never_given_out_is_unknown(string path)
    {
        var sent = await SendAsync(Upload("a.bin", [1, 2, 3]));
        await bot.Files.GetAsync(sent.Document!.FileId, CancellationToken.None);

        Assert.Null(bot.Files.Open(path, CancellationToken.None));
    }

    [Fact]
    public async Task An_empty_file_and_a_photo_that_is_too_big_are_refused()
    {
        var empty = await Assert.ThrowsAsync<BotApiException>(() => SendAsync(Upload("a.bin", [])));
        var big = await Assert.ThrowsAsync<BotApiException>(
            () => bot.Files.MediaAsync(new PhotoFile(Upload("a.jpg", new byte[10_485_761])), Place, CancellationToken.None));

        Assert.Equal("Bad Request: file must be non-empty", empty.Description);
        Assert.Equal("Bad Request: file of size 10485761 bytes is too big for a photo; the maximum size is 10485760 bytes", big.Description);
    }

    [Fact]
    public async Task A_document_is_no_photo()
    {
        var sent = await SendAsync(Upload("a.bin", [1, 2, 3]));

        var error = await Assert.ThrowsAsync<BotApiException>(
            () => bot.Files.MediaAsync(new PhotoFile(new InputFileId(sent.Document!.FileId)), Place, CancellationToken.None));

        Assert.Equal("Bad Request: can't use file of type Document as Photo", error.Description);
    }

    private static async Task<byte[]> ReadAsync(FileContent file)
    {
        await using var content = file.Content;
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy);
        return copy.ToArray();
    }

    private UploadPlace Place => new(chat.InputPeer);

    private static InputFileUpload Upload(string name, byte[] content) =>
        new(new UploadedFile("document", name, "", content.Length, _ => new(new MemoryStream(content))));

    private async Task<Message> SendAsync(InputFile document)
    {
        var media = await bot.Files.MediaAsync(new DocumentFile(document) { DisableContentTypeDetection = true }, Place, CancellationToken.None);
        var randomId = bot.Messages.NewRandomId();
        return await bot.Messages.SendAsync(
            chat, new Tl.Messages.SendMedia { Peer = chat.InputPeer, Media = media, Message = "", RandomId = randomId }, randomId, CancellationToken.None);
    }
}
