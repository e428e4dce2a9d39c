using System.Security.Cryptography;
using TelegramRest.Mtproto;
using TelegramRest.Simulator.Sessions.Faults;
using TelegramRest.Tests.Unit.Mtproto.Scripted;

namespace TelegramRest.Tests.Unit.Mtproto.Simulated;

public class FileTests
{
    [Theory]
    [InlineData(1, true, true)]
    [InlineData(65536, true, true)]
    [InlineData(65537, true, true)]
    [InlineData(65537, false, true)]
    [InlineData((4 * 1024 * 1024) + 1, false, false)]
    [InlineData((5 * 1024 * 1024) + 3, true, true)]
    [InlineData((11 * 1024 * 1024) + 1, true, false)]
    [InlineData(1024 * 1024, false, true)]
    public async Task What_was_uploaded_comes_down_again(int length, bool lengthKnown, bool isSmall)
    {
        await using var telegram = await Telegram.StartLoggedInAsync();
        var content = Content(length);
        var file = await telegram.Client.UploadAsync(new MemoryStream(content), lengthKnown ? length : null, "a.bin", CancellationToken.None).InTime();
        if (isSmall)
            Assert.Equal(Convert.ToHexStringLower(MD5.HashData(content)), Assert.IsType<Tl.InputFile>(file).Md5Checksum);
        else
            Assert.IsType<Tl.InputFileBig>(file);

        var document = await KeepAsync(telegram, file);
        Assert.Equal(length, document.Size);
        Assert.Equal(content, await ReadAsync(telegram, document, 0, null));
    }

    [Theory]
    [InlineData(0L, 10L)]
    [InlineData(5L, 524288L)]
    [InlineData(524287L, 2L)]
    [InlineData(1048576L, 5L)]
    [InlineData(2000000L, 1000000L)]
    [InlineData(3000000L, 10L)]
    public async Task Pieces_begin_and_end_where_they_should(long offset, long length)
    {
        await using var telegram = await Telegram.StartLoggedInAsync();
        var content = Content(2_500_000);
        var document = await KeepAsync(telegram, await telegram.Client.UploadAsync(new MemoryStream(content), content.Length, "a.bin", CancellationToken.None).InTime());
        var expected = content.Skip((int)offset).Take((int)length).ToArray();
        Assert.Equal(expected, await ReadAsync(telegram, document, offset, length));
    }

    [Fact]
    public async Task File_that_lives_elsewhere_is_followed_with_the_account_s_authorisation()
    {
        await using var telegram = await Telegram.StartLoggedInAsync();
        var content = Content(700_000);
        var document = await KeepAsync(telegram, await telegram.Client.UploadAsync(new MemoryStream(content), content.Length, "a.bin", CancellationToken.None).InTime());

        // Asked of the wrong data centre, which sends us on.
        var read = new MemoryStream();
        await foreach (var piece in telegram.Client.DownloadAsync(Location(document), 4, 0, null, CancellationToken.None))
            read.Write(piece.Span);
        Assert.Equal(content, read.ToArray());
        Assert.True(telegram.Store.Keys[4].Authorized);
    }

    [Fact]
    public async Task Drops_in_the_middle_of_a_file_cost_nothing()
    {
        await using var telegram = await Telegram.StartLoggedInAsync();
        var content = Content(3_000_000);
        telegram.Simulator.Faults.Add(new FaultRule(FaultKind.DropBefore, Times: 2, Method: "upload.saveFilePart"));
        telegram.Simulator.Faults.Add(new FaultRule(FaultKind.DropAfter, Times: 2, Method: "upload.getFile"));
        var document = await KeepAsync(telegram, await telegram.Client.UploadAsync(new MemoryStream(content), content.Length, "a.bin", CancellationToken.None).InTime());
        Assert.Equal(content, await ReadAsync(telegram, document, 0, null));
    }

    [Fact]
    public async Task Error_of_a_part_is_the_upload_s_error()
    {
        await using var telegram = await Telegram.StartLoggedInAsync();
        telegram.Simulator.Faults.Add(new FaultRule(FaultKind.Error, Method: "upload.saveFilePart", Code: 400, Message: "FILE_PART_SIZE_INVALID"));
        var error = await Assert.ThrowsAsync<RpcException>(() => telegram.Client.UploadAsync(new MemoryStream(Content(500_000)), 500_000, "a.bin", CancellationToken.None).InTime());
        Assert.Equal("FILE_PART_SIZE_INVALID", error.Type);
    }

    [Fact]
    public async Task Expired_reference_is_the_reader_s_to_renew()
    {
        await using var telegram = await Telegram.StartLoggedInAsync();
        var document = await KeepAsync(telegram, await telegram.Client.UploadAsync(new MemoryStream(Content(10)), 10, "a.bin", CancellationToken.None).InTime());
        telegram.Simulator.Faults.Add(new FaultRule(FaultKind.Error, Method: "upload.getFile", Code: 400, Message: "FILE_REFERENCE_EXPIRED"));
        var error = await Assert.ThrowsAsync<RpcException>(() => ReadAsync(telegram, document, 0, null));
        Assert.Equal("FILE_REFERENCE_EXPIRED", error.Type);
    }

    [Fact]
    public async Task Reader_that_leaves_early_leaves_nothing_behind()
    {
        await using var telegram = await Telegram.StartLoggedInAsync();
        var content = Content(3_000_000);
        var document = await KeepAsync(telegram, await telegram.Client.UploadAsync(new MemoryStream(content), content.Length, "a.bin", CancellationToken.None).InTime());
        await foreach (var piece in telegram.Client.DownloadAsync(Location(document), document.DcId, 0, null, CancellationToken.None))
        {
            Assert.Equal(content[..piece.Length], piece.ToArray());
            break;
        }

        Assert.Equal(content, await ReadAsync(telegram, document, 0, null));
    }

    private static byte[] Content(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        return bytes;
    }

    private static async Task<Tl.Document> KeepAsync(Telegram telegram, Tl.InputFileBase file)
    {
        var media = await telegram.Client.InvokeAsync(
            new Tl.Messages.UploadMedia
            {
                Peer = new Tl.InputPeerSelf(),
                Media = new Tl.InputMediaUploadedDocument { File = file, MimeType = "application/octet-stream", Attributes = [], ForceFile = true },
            },
            CancellationToken.None).InTime();
        return Assert.IsType<Tl.Document>(Assert.IsType<Tl.MessageMediaDocument>(media).Document);
    }

    private static Tl.InputDocumentFileLocation Location(Tl.Document document) =>
        new() { Id = document.Id, AccessHash = document.AccessHash, FileReference = document.FileReference, ThumbSize = "" };

    private static async Task<byte[]> ReadAsync(Telegram telegram, Tl.Document document, long offset, long? length)
    {
        var read = new MemoryStream();
        await foreach (var piece in telegram.Client.DownloadAsync(Location(document), document.DcId, offset, length, Deadline.Token()))
            read.Write(piece.Span);
        return read.ToArray();
    }
}
