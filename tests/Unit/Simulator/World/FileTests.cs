using TelegramRest.Simulator.World.Files;

namespace TelegramRest.Tests.Unit.Simulator.World;

public sealed class FileTests
{
    [Fact]
    public async Task Photo_is_uploaded_in_parts_sent_and_read_back()
    {
        await using var world = TestWorld.Open();
        var ann = await world.PersonAsync("Ann");
        var client = world.LogIn(ann);
        var image = Images.Png(1000, 500, 3000);
        await client.CallAsync(new Tl.Upload.SaveFilePart { FileId = 7, FilePart = 0, Bytes = image.AsMemory(0, 2048) });
        await client.CallAsync(new Tl.Upload.SaveFilePart { FileId = 7, FilePart = 1, Bytes = image.AsMemory(2048) });

        var media = await SendPhotoAsync(world, client, 7, 2);
        var photo = Assert.IsType<Tl.Photo>(media.Photo);
        var largest = Assert.IsType<Tl.PhotoSizeProgressive>(photo.Sizes[^1]);
        var bytes = await ReadAsync(client, photo, largest.Type);

        Assert.Equal([("s", 90, 45), ("m", 320, 160), ("x", 800, 400)], photo.Sizes.OfType<Tl.PhotoSize>().Select(size => (size.Type, size.W, size.H)));
        Assert.Equal(("y", 1000, 500, 3000), (largest.Type, largest.W, largest.H, largest.Sizes[^1]));
        Assert.Equal([1, 20, 40, 0x28, 0xA2, 0x8A, 0x00], Assert.IsType<Tl.PhotoStrippedSize>(photo.Sizes[0]).Bytes.ToArray()[..7]);
        Assert.Equal(image, bytes);
    }

    [Fact]
    public async Task Missing_part_is_named()
    {
        await using var world = TestWorld.Open();
        var client = world.LogIn(await world.PersonAsync("Ann"));
        await client.CallAsync(new Tl.Upload.SaveFilePart { FileId = 7, FilePart = 0, Bytes = new byte[1024] });

        Assert.Equal("FILE_PART_1_MISSING", (await client.FailAsync(Photo(world, 7, 2))).Message);
        Assert.Equal("FILE_PART_EMPTY", (await client.FailAsync(new Tl.Upload.SaveFilePart { FileId = 7, FilePart = 0, Bytes = ReadOnlyMemory<byte>.Empty })).Message);
    }

    [Fact]
    public async Task Unusable_photos_are_refused()
    {
        await using var world = TestWorld.Open();
        var client = world.LogIn(await world.PersonAsync("Ann"));
        await client.CallAsync(new Tl.Upload.SaveFilePart { FileId = 1, FilePart = 0, Bytes = "no image"u8.ToArray() });
        await client.CallAsync(new Tl.Upload.SaveFilePart { FileId = 2, FilePart = 0, Bytes = Images.Jpeg(9000, 100) });

        Assert.Equal("IMAGE_PROCESS_FAILED", (await client.FailAsync(Photo(world, 1, 1))).Message);
        Assert.Equal("PHOTO_INVALID_DIMENSIONS", (await client.FailAsync(Photo(world, 2, 1))).Message);
    }

    [Fact]
    public async Task File_of_another_data_centre_migrates()
    {
        await using var world = TestWorld.Open();
        var ann = await world.PersonAsync("Ann");
        var client = world.LogIn(ann);
        world.World.Files.FileDc = 4;
        await client.CallAsync(new Tl.Upload.SaveFilePart { FileId = 7, FilePart = 0, Bytes = Images.Png(10, 10) });
        var photo = (Tl.Photo)(await SendPhotoAsync(world, client, 7, 1)).Photo!;

        var error = await client.FailAsync(Location(photo, "s"));
        var bytes = await ReadAsync(world.LogIn(ann, dcId: 4), photo, "s");

        Assert.Equal((303, "FILE_MIGRATE_4"), (error.Code, error.Message));
        Assert.Equal(64, bytes.Length);
    }

    [Fact]
    public async Task Expired_reference_is_renewed_by_the_message()
    {
        await using var world = TestWorld.Open();
        var ann = await world.PersonAsync("Ann");
        var client = world.LogIn(ann);
        await client.CallAsync(new Tl.Upload.SaveFilePart { FileId = 7, FilePart = 0, Bytes = Images.Png(10, 10) });
        var photo = (Tl.Photo)(await SendPhotoAsync(world, client, 7, 1)).Photo!;

        world.World.Files.ExpireReferences();

        Assert.Equal("FILE_REFERENCE_EXPIRED", (await client.FailAsync(Location(photo, "s"))).Message);
        var messages = Assert.IsType<Tl.Messages.Messages>(await client.CallAsync(new Tl.Messages.GetMessages { Id = [new Tl.InputMessageID { Id = 1 }] }));
        var fresh = (Tl.Photo)((Tl.MessageMediaPhoto)((Tl.Message)Assert.Single(messages.MessagesValue)).Media!).Photo!;
        Assert.Equal(64, (await ReadAsync(client, fresh, "s")).Length);
    }

    [Fact]
    public async Task Reference_expires_by_time()
    {
        await using var world = TestWorld.Open();
        var client = world.LogIn(await world.PersonAsync("Ann"));
        await client.CallAsync(new Tl.Upload.SaveFilePart { FileId = 7, FilePart = 0, Bytes = Images.Png(10, 10) });
        var photo = (Tl.Photo)(await SendPhotoAsync(world, client, 7, 1)).Photo!;

        world.Time.Advance(TimeSpan.FromHours(12));
        Assert.Equal(64, (await ReadAsync(client, photo, "s")).Length);
        world.Time.Advance(TimeSpan.FromHours(12));

        Assert.Equal("FILE_REFERENCE_EXPIRED", (await client.FailAsync(Location(photo, "s"))).Message);
        photo.FileReference = photo.FileReference[..8];
        Assert.Equal("FILE_REFERENCE_INVALID", (await client.FailAsync(Location(photo, "s"))).Message);
        photo.FileReference = ReadOnlyMemory<byte>.Empty;
        Assert.Equal("FILE_REFERENCE_EMPTY", (await client.FailAsync(Location(photo, "s"))).Message);
    }

    [Fact]
    public async Task Parts_of_a_big_file_have_one_size()
    {
        await using var world = TestWorld.Open();
        var client = world.LogIn(await world.PersonAsync("Ann"));
        await client.CallAsync(Part(0, 3, 2048));

        Assert.Equal("FILE_PART_SIZE_CHANGED", (await client.FailAsync(Part(1, 3, 1024))).Message);
        Assert.Equal("FILE_PART_SIZE_INVALID", (await client.FailAsync(Part(1, 3, 1500))).Message);
        Assert.Equal("FILE_PART_INVALID", (await client.FailAsync(Part(3, 3, 2048))).Message);
        Assert.Equal("FILE_PARTS_INVALID", (await client.FailAsync(Part(0, 8001, 2048))).Message);
        Assert.Equal("FILE_PART_TOO_BIG", (await client.FailAsync(Part(0, 3, 524_289))).Message);
        Assert.True(await client.CallAsync(Part(2, 3, 1)));

        static Tl.Upload.SaveBigFilePart Part(int part, int total, int length) => new() { FileId = 9, FilePart = part, FileTotalParts = total, Bytes = new byte[length] };
    }

    [Fact]
    public async Task Checksum_and_size_of_a_small_file_are_checked()
    {
        await using var world = TestWorld.Open();
        var client = world.LogIn(await world.PersonAsync("Ann"));
        await client.CallAsync(new Tl.Upload.SaveFilePart { FileId = 7, FilePart = 0, Bytes = "hello"u8.ToArray() });
        var method = Document(world, new Tl.InputFile { Id = 7, Parts = 1, Name = "a.txt", Md5Checksum = "5d41402abc4b2a76b9719d911017c592" });

        var document = (Tl.Document)((Tl.MessageMediaDocument)TestWorld.Message(await client.CallAsync(method)).Media!).Document!;
        Assert.Equal(("text/plain", 5L, "a.txt"), (document.MimeType, document.Size, Assert.IsType<Tl.DocumentAttributeFilename>(Assert.Single(document.Attributes)).FileName));

        await client.CallAsync(new Tl.Upload.SaveFilePart { FileId = 7, FilePart = 0, Bytes = "hollo"u8.ToArray() });
        Assert.Equal("MD5_CHECKSUM_INVALID", (await client.FailAsync(Document(world, new Tl.InputFile { Id = 7, Parts = 1, Name = "a.txt", Md5Checksum = "5d41402abc4b2a76b9719d911017c592" }))).Message);
    }

    [Fact]
    public async Task Hashes_cover_128_KiB_each()
    {
        await using var world = TestWorld.Open();
        var client = world.LogIn(await world.PersonAsync("Ann"));
        await client.CallAsync(new Tl.Upload.SaveFilePart { FileId = 7, FilePart = 0, Bytes = new byte[200 * 1024] });
        var document = (Tl.Document)((Tl.MessageMediaDocument)TestWorld.Message(await client.CallAsync(Document(world, new Tl.InputFile { Id = 7, Parts = 1, Name = "a.bin", Md5Checksum = "" }))).Media!).Document!;
        var location = new Tl.InputDocumentFileLocation { Id = document.Id, AccessHash = document.AccessHash, FileReference = document.FileReference, ThumbSize = "" };

        var hashes = await client.CallAsync(new Tl.Upload.GetFileHashes { Location = location, Offset = 0 });

        Assert.Equal([(0L, 128 * 1024), (128 * 1024L, 72 * 1024)], hashes.Select(hash => (hash.Offset, hash.Limit)));
        Assert.Equal(System.Security.Cryptography.SHA256.HashData(new byte[72 * 1024]), hashes[1].Hash.ToArray());
        Assert.Equal("OFFSET_INVALID", (await client.FailAsync(new Tl.Upload.GetFileHashes { Location = location, Offset = 1024 })).Message);
    }

    [Theory]
    [InlineData(1, 4096, "OFFSET_INVALID")]
    [InlineData(0, 4095, "LIMIT_INVALID")]
    [InlineData(0, 0, "LIMIT_INVALID")]
    [InlineData(0, 2 * 1024 * 1024, "LIMIT_INVALID")]
    [InlineData(4096, 1024 * 1024, "LIMIT_INVALID")]
    public async Task Windows_that_do_not_fit_are_refused(long offset, int limit, string error)
    {
        await using var world = TestWorld.Open();
        var client = world.LogIn(await world.PersonAsync("Ann"));
        var method = new Tl.Upload.GetFile { Location = new Tl.InputPhotoFileLocation { Id = 1, ThumbSize = "s" }, Offset = offset, Limit = limit };

        Assert.Equal(error, (await client.FailAsync(method)).Message);
    }

    [Fact]
    public void Image_sizes_are_read_from_headers()
    {
        Assert.Equal(new ImageInfo("image/png", 640, 480), ImageInfo.Read(Images.Png(640, 480)));
        Assert.Equal(new ImageInfo("image/jpeg", 640, 480), ImageInfo.Read(Images.Jpeg(640, 480)));
        Assert.Equal(new ImageInfo("image/gif", 3, 2), ImageInfo.Read([.. "GIF89a"u8, 3, 0, 2, 0, 0]));
        Assert.Null(ImageInfo.Read("text"u8));
        Assert.Null(ImageInfo.Read([0xFF, 0xD8, 0xFF]));
    }

    private static async Task<Tl.MessageMediaPhoto> SendPhotoAsync(TestWorld world, TestClient client, long fileId, int parts) =>
        (Tl.MessageMediaPhoto)TestWorld.Message(await client.CallAsync(Photo(world, fileId, parts))).Media!;

    private static Tl.Messages.SendMedia Photo(TestWorld world, long fileId, int parts) => new()
    {
        Peer = new Tl.InputPeerSelf(),
        Media = new Tl.InputMediaUploadedPhoto { File = new Tl.InputFile { Id = fileId, Parts = parts, Name = "a.png", Md5Checksum = "" } },
        Message = "",
        RandomId = world.NextRandom(),
    };

    private static Tl.Messages.SendMedia Document(TestWorld world, Tl.InputFileBase file) => new()
    {
        Peer = new Tl.InputPeerSelf(),
        Media = new Tl.InputMediaUploadedDocument { File = file, MimeType = "text/plain", Attributes = [] },
        Message = "",
        RandomId = world.NextRandom(),
    };

    private static Tl.Upload.GetFile Location(Tl.Photo photo, string size) => new()
    {
        Location = new Tl.InputPhotoFileLocation { Id = photo.Id, AccessHash = photo.AccessHash, FileReference = photo.FileReference, ThumbSize = size },
        Offset = 0,
        Limit = 64 * 1024,
    };

    private static async Task<byte[]> ReadAsync(TestClient client, Tl.Photo photo, string size) =>
        Assert.IsType<Tl.Upload.File>(await client.CallAsync(Location(photo, size))).Bytes.ToArray();
}
