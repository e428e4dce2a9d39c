using TelegramRest.BotApi;
using TelegramRest.Mapping.FileIds;
using Xunit;

namespace TelegramRest.Tests.Unit.Mapping.FileIds;

public class FileIdTests
{
    private const string StickerId = "CAACAgIAAxkBAAM6YZlDEHCmaTKrUhCIjxAPtPtjVx4AAicAA4dXjx6dGLyHwXVNcCIE";
    private const string ThumbnailId = "AAMCAgADGQEAAzthmpWOGgZc4iTqqBW7vF3RC_JFUQACtBAAArtesEiLnGAoc9EWlAEAB20AAyIE";
    private const string PhotoId = "AgACAgIAAxkBAAM9YZqXG-B0WHEv7lFlQxOQDs6jrGQAAoa7MRvdfNlIhJa73cDxR0kBAAMCAAN4AAMiBA";
    private const string ChatPhotoId = "AQADAgAD7a8xG75QcEkACAMAA2jAIuIW____cd7THMWjNdIiBA";
    private const string VideoId = "BAACAgIAAxkBAANAYZzjSkCVY7Ttrp2l92eCQzYYxVEAAkoRAAJIYKFIRionwJTz4kIiBA";

    [Theory]
    [InlineData(StickerId, FileType.Sticker, 2202074980139663399, 8092253579521038493, "AgADJwADh1ePHg")]
    [InlineData(ThumbnailId, FileType.Thumbnail, 5237790523883786420, -7775797414079718261, "AQADtBAAArtesEhy")]
    [InlineData(PhotoId, FileType.Photo, 5249364129762884486, 5280454898771269252, "AQADhrsxG9182Uh9")]
    [InlineData(ChatPhotoId, FileType.ProfilePhoto, 5291818339590582253, 0, "AQAD7a8xG75QcEkB")]
    [InlineData(VideoId, FileType.Video, 5233570104335143242, 4819682371444353606, "AgADShEAAkhgoUg")]
    public void Published_ids_are_read_and_written_back(string text, FileType type, long id, long accessHash, string uniqueId)
    {
        var file = FileId.Parse(text);

        Assert.Equal((type, 2, id, accessHash), (file.Type, file.DcId, file.Id, file.AccessHash));
        Assert.Equal(uniqueId, file.UniqueId);
        Assert.Equal(text, file.ToString());
    }

    [Fact]
    public void Pictures_say_where_they_are()
    {
        Assert.Equal(25, FileId.Parse(StickerId).FileReference.Length);
        Assert.Equal(PhotoSource.Thumbnail(FileType.Thumbnail, 'm'), FileId.Parse(ThumbnailId).Source);
        Assert.Equal(PhotoSource.Thumbnail(FileType.Photo, 'x'), FileId.Parse(PhotoId).Source);
        Assert.Equal(PhotoSource.ChatPhoto(-1001228418968, -3299551084991488399, isBig: true), FileId.Parse(ChatPhotoId).Source);
    }

    [Fact]
    public void Locations_follow_the_source()
    {
        var document = Assert.IsType<Tl.InputDocumentFileLocation>(FileId.Parse(ThumbnailId).ToLocation());
        Assert.Equal("m", document.ThumbSize);
        var photo = Assert.IsType<Tl.InputPhotoFileLocation>(FileId.Parse(PhotoId).ToLocation());
        Assert.Equal("x", photo.ThumbSize);
        var chatPhoto = Assert.IsType<Tl.InputPeerPhotoFileLocation>(FileId.Parse(ChatPhotoId).ToLocation());
        Assert.True(chatPhoto.Big);
        Assert.Equal(1228418968, Assert.IsType<Tl.InputPeerChannel>(chatPhoto.Peer).ChannelId);
    }

    [Fact]
    public void New_ids_are_read_back()
    {
        var random = new Random(1);
        for (var i = 0; i < 2000; i++)
        {
            var file = Any(random);
            var text = file.ToString();
            Assert.Equal(text, FileId.Parse(text).ToString());
            Assert.Equal(file.UniqueId, FileId.Parse(text).UniqueId);
        }
    }

    [Fact]
    public void Broken_ids_are_refused_and_nothing_else_is_thrown()
    {
        var random = new Random(2);
        for (var i = 0; i < 20_000; i++)
        {
            var characters = Any(random).ToString().ToCharArray();
            characters[random.Next(characters.Length)] = (char)random.Next(128);
            var text = new string(characters, 0, random.Next(characters.Length + 1));
            if (!FileId.TryParse(text, out _))
                Assert.Equal(400, Assert.Throws<BotApiException>(() => FileId.Parse(text)).Code);
        }
    }

    [Theory]
    [InlineData("", "remote file identifier must be non-empty")]
    [InlineData("a", "wrong remote file identifier specified: Wrong string length")]
    [InlineData("a===", "wrong remote file identifier specified: Wrong string padding")]
    [InlineData("abc==", "wrong remote file identifier specified: Wrong padding length")]
    [InlineData("ab", "wrong remote file identifier specified: Wrong padding in the string")]
    [InlineData("a b!", "wrong remote file identifier specified: Wrong character in the string")]
    [InlineData("AAAA", "wrong remote file identifier specified: can't unserialize it. Wrong last symbol")]
    [InlineData("AAAE", "wrong remote file identifier specified: can't unserialize it")]
    [InlineData("_wQ", "invalid remote file identifier")]
    [InlineData("AAAD", "unexpected conversion type")]
    public void Refusals_say_why(string text, string expected) =>
        Assert.Equal("Bad Request: " + expected, Assert.Throws<BotApiException>(() => FileId.Parse(text)).Description);

    [Fact]
    public void Documents_stand_for_each_other_and_photos_do_not()
    {
        Assert.Equal(FileType.Document, FileId.Parse(VideoId, FileType.Document).Type);
        Assert.Equal(FileType.Photo, FileId.Parse(PhotoId, FileType.Photo).Type);
        Assert.Equal("Bad Request: can't use file of type Video as Photo", Assert.Throws<BotApiException>(() => FileId.Parse(VideoId, FileType.Photo)).Description);
        Assert.Equal("Bad Request: can't use file of type ChatPhoto as Document", Assert.Throws<BotApiException>(() => FileId.Parse(ChatPhotoId, FileType.Document)).Description);
    }

    [Fact]
    public void Long_runs_of_zeros_are_split()
    {
        var bytes = new byte[600];
        bytes[599] = 7;
        var packed = ZeroRuns.Encode(bytes);
        Assert.Equal([0, 250, 0, 250, 0, 99, 7], packed);
        Assert.Equal(bytes, ZeroRuns.Decode(packed));
    }

    [Fact]
    public void Old_versions_become_legacy_sources()
    {
        var body = new FileIdWriter().Int32((int)FileType.Photo).Int32(1).Int64(11).Int64(12).Int64(13).Int64(14).Int32(15);
        var file = FileId.Parse(Base64Url.Encode([.. ZeroRuns.Encode(body.Written), 2]));
        Assert.Equal(new PhotoSource(PhotoSourceKind.FullLegacy) { VolumeId = 13, Secret = 14, LocalId = 15 }, file.Source);
    }

    private static FileId Any(Random random)
    {
        var reference = new byte[random.Next(3) * 20];
        random.NextBytes(reference);
        var file = new FileId { Type = FileType.Document, DcId = random.Next(1, 6), FileReference = reference, Id = random.NextInt64(), AccessHash = random.NextInt64() };
        return random.Next(5) switch
        {
            0 => file,
            1 => file with { Type = FileType.Photo, Source = PhotoSource.Thumbnail(FileType.Photo, (char)random.Next('a', 'z')) },
            2 => file with { Type = FileType.ProfilePhoto, Source = PhotoSource.ChatPhoto(-random.Next(), random.NextInt64(), random.Next(2) == 0) },
            3 => file with { Type = FileType.Thumbnail, Source = new PhotoSource(PhotoSourceKind.StickerSetThumbnailVersion) { OwnerId = random.NextInt64(), OwnerAccessHash = random.NextInt64(), Version = random.Next() } },
            _ => file with { Type = FileType.Photo, Source = new PhotoSource(PhotoSourceKind.FullLegacy) { VolumeId = random.NextInt64(), Secret = random.NextInt64(), LocalId = random.Next() } },
        };
    }
}
