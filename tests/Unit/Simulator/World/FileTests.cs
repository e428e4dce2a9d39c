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
        var largest = Assert.IsType<Tl.PhotoSize>(photo.Sizes[^1]);
        var bytes = await ReadAsync(client, photo, largest.Type);

        Assert.Equal([("s", 100, 50), ("m", 320, 160), ("x", 800, 400), ("y", 1000, 500)], photo.Sizes.Cast<Tl.PhotoSize>().Select(size => (size.Type, size.W, size.H)));
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

    private static Tl.Upload.GetFile Location(Tl.Photo photo, string size) => new()
    {
        Location = new Tl.InputPhotoFileLocation { Id = photo.Id, AccessHash = photo.AccessHash, FileReference = photo.FileReference, ThumbSize = size },
        Offset = 0,
        Limit = 64 * 1024,
    };

    private static async Task<byte[]> ReadAsync(TestClient client, Tl.Photo photo, string size) =>
        Assert.IsType<Tl.Upload.File>(await client.CallAsync(Location(photo, size))).Bytes.ToArray();
}
