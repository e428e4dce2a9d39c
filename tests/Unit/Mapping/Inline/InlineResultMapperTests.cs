using TelegramRest.BotApi;
using TelegramRest.Mapping.FileIds;
using TelegramRest.Mapping.Inline;
using Xunit;

namespace TelegramRest.Tests.Unit.Mapping.Inline;

public sealed class InlineResultMapperTests
{
    private static readonly Tl.InputBotInlineMessageMediaAuto _message = new() { Message = "" };

    [Fact]
    public void A_picture_is_fetched_with_its_size_and_thumbnail()
    {
        var result = (Tl.InputBotInlineResult)Map(new InlineQueryResultPhoto
        {
            Id = "1",
            PhotoUrl = "https://a.b/c/d.jpg?e",
            ThumbnailUrl = "https://a.b/t.jpg",
            PhotoWidth = 4,
            PhotoHeight = 3,
            Title = "T",
        });

        Assert.Equal(("photo", "T", "https://a.b/c/d.jpg?e", "image/jpeg"), (result.Type, result.Title, result.Content!.Url, result.Content.MimeType));
        Assert.Equal((4, 3), (result.Content.Attributes.OfType<Tl.DocumentAttributeImageSize>().Single().W, result.Content.Attributes.OfType<Tl.DocumentAttributeImageSize>().Single().H));
        Assert.Equal("d.jpg", result.Content.Attributes.OfType<Tl.DocumentAttributeFilename>().Single().FileName);
        Assert.Equal(("https://a.b/t.jpg", "image/jpeg"), (result.Thumb!.Url, result.Thumb.MimeType));
    }

    [Theory]
    [InlineData("video/mp4; codecs=x", 0, "video/mp4")]
    [InlineData("text/html", 9, "text/html")]
    public void A_videos_size_is_a_videos(string mimeType, int duration, string kept)
    {
        var result = (Tl.InputBotInlineResult)Map(new InlineQueryResultVideo
        {
            Id = "1",
            VideoUrl = "https://a.b/c",
            MimeType = mimeType,
            ThumbnailUrl = "https://a.b/t",
            Title = "T",
            VideoWidth = 4,
            VideoHeight = 3,
            VideoDuration = duration,
        });

        Assert.Equal(kept, result.Content!.MimeType);
        Assert.Equal(duration, result.Content.Attributes.OfType<Tl.DocumentAttributeVideo>().Single().Duration);
    }

    [Fact]
    public void Sounds_say_who_and_how_long()
    {
        var audio = (Tl.InputBotInlineResult)Map(new InlineQueryResultAudio { Id = "1", AudioUrl = "https://a.b/c.mp3", Title = "Song", Performer = "Band", AudioDuration = 7 });
        var voice = (Tl.InputBotInlineResult)Map(new InlineQueryResultVoice { Id = "1", VoiceUrl = "https://a.b/c.ogg", Title = "Note", VoiceDuration = 8 });

        var sound = audio.Content!.Attributes.OfType<Tl.DocumentAttributeAudio>().Single();
        Assert.Equal((false, 7, "Song", "Band"), (sound.Voice, sound.Duration, sound.Title, sound.Performer));
        var spoken = voice.Content!.Attributes.OfType<Tl.DocumentAttributeAudio>().Single();
        Assert.Equal((true, 8), (spoken.Voice, spoken.Duration));
    }

    [Fact]
    public void Known_files_go_by_their_ids()
    {
        var photo = new FileId { Type = FileType.Photo, Id = 5, AccessHash = 6, FileReference = new byte[] { 7 }, Source = new PhotoSource(PhotoSourceKind.Thumbnail) { FileType = FileType.Photo, ThumbnailType = 'm' } };
        var video = new FileId { Type = FileType.Video, Id = 8, AccessHash = 9, FileReference = new byte[] { 7 } };

        var sent = (Tl.InputBotInlineResultPhoto)Map(new InlineQueryResultCachedPhoto { Id = "1", PhotoFileId = photo.ToString() });
        var played = (Tl.InputBotInlineResultDocument)Map(new InlineQueryResultCachedMpeg4Gif { Id = "1", Mpeg4FileId = video.ToString(), Title = "T" });

        Assert.Equal(5, ((Tl.InputPhoto)sent.Photo).Id);
        Assert.Equal(("gif", "T", 8L), (played.Type, played.Title, ((Tl.InputDocument)played.Document).Id));
        Assert.Equal("Bad Request: can't use file of type Photo as Video", Assert.Throws<BotApiException>(() => Map(new InlineQueryResultCachedVideo { Id = "1", VideoFileId = photo.ToString(), Title = "T" })).Description);
    }

    [Fact]
    public void Contacts_and_places_are_listed_by_what_they_are()
    {
        var contact = (Tl.InputBotInlineResult)Map(new InlineQueryResultContact { Id = "1", PhoneNumber = " +1 ", FirstName = "A", LastName = "B", ThumbnailUrl = "https://a.b/t", ThumbnailWidth = 2, ThumbnailHeight = 1 });
        var place = (Tl.InputBotInlineResult)Map(new InlineQueryResultLocation { Id = "1", Latitude = 1.5, Longitude = -2, Title = "Here" });

        Assert.Equal(("contact", "A B", "+1"), (contact.Type, contact.Title, contact.Description));
        Assert.Equal(2, contact.Thumb!.Attributes.OfType<Tl.DocumentAttributeImageSize>().Single().W);
        Assert.Equal(("geo", "Here", "1.5 -2"), (place.Type, place.Title, place.Description));
    }

    [Fact]
    public void A_place_that_lives_has_a_period_and_a_radius()
    {
        var still = (Tl.InputBotInlineMessageMediaGeo)InlineMessageMapper.ToTl(new InputLocationMessageContent { Latitude = 1, Longitude = 2, HorizontalAccuracy = 9999 }, null);
        var live = (Tl.InputBotInlineMessageMediaGeo)InlineMessageMapper.ToTl(new InputLocationMessageContent { Latitude = 1, Longitude = 2, LivePeriod = 60, Heading = 5 }, null);

        Assert.Equal((null, null, 1500), (still.Period, still.ProximityNotificationRadius, ((Tl.InputGeoPoint)still.GeoPoint).AccuracyRadius));
        Assert.Equal((60, 0, 5), (live.Period, live.ProximityNotificationRadius, live.Heading));
    }

    [Fact]
    public void An_invoice_asks_for_what_it_passes_on()
    {
        var invoice = ((Tl.InputBotInlineMessageMediaInvoice)InlineMessageMapper.ToTl(
            new InputInvoiceMessageContent
            {
                Title = "T",
                Description = "D",
                Payload = "P",
                Currency = "USD",
                Prices = [new LabeledPrice { Label = "one", Amount = 100 }],
                SendEmailToProvider = true,
                IsFlexible = true,
                MaxTipAmount = 50,
                SuggestedTipAmounts = [10, 20],
            },
            null)).Invoice;

        Assert.True(invoice is { EmailRequested: true, EmailToProvider: true, ShippingAddressRequested: true, Flexible: true, PhoneRequested: false });
        Assert.Equal([10, 20], invoice.SuggestedTipAmounts!);
    }

    private static Tl.InputBotInlineResultBase Map(InlineQueryResult result) => InlineResultMapper.ToTl(InlineResultReader.Read(result), _message);
}
