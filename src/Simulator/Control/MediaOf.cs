using System.Security.Cryptography;
using System.Text;

namespace TelegramRest.Simulator.Control;

/// <summary>Makes the media that a control request describes, and uploads it as an app would.</summary>
internal sealed class MediaOf(SimulatorHost host, ActingPerson person)
{
    private const int PartSize = 128 * 1024;

    public async Task<Tl.InputMediaBase> MakeAsync(MediaRequest request, CancellationToken cancellationToken)
    {
        switch (request.Type)
        {
            case "photo":
                return new Tl.InputMediaUploadedPhoto { File = await UploadAsync(request, Samples.Picture, "photo.png", cancellationToken), Spoiler = request.Spoiler };
            case "sticker" when request.Set is { } set:
                return await StickerAsync(set, request.Emoji, cancellationToken);
            case "sticker":
                var sticker = new Tl.DocumentAttributeSticker { Alt = request.Emoji ?? "🙂", Stickerset = new Tl.InputStickerSetEmpty() };
                return await DocumentAsync(request, Samples.Sticker, "sticker.webp", "image/webp", [new Tl.DocumentAttributeImageSize { W = request.Width ?? 512, H = request.Height ?? 512 }, sticker], cancellationToken);
            case "video":
                return await DocumentAsync(request, Samples.Any, "video.mp4", "video/mp4", [Video(request, 640, 360)], cancellationToken);
            case "animation":
                return await DocumentAsync(request, Samples.Any, "animation.mp4", "video/mp4", [Video(request, 320, 180), new Tl.DocumentAttributeAnimated()], cancellationToken);
            case "video_note":
                var round = Video(request, 240, 240);
                round.RoundMessage = true;
                return await DocumentAsync(request, Samples.Any, "note.mp4", "video/mp4", [round], cancellationToken);
            case "audio":
                var audio = new Tl.DocumentAttributeAudio { Duration = request.Duration ?? 10, Title = request.Title, Performer = request.Performer };
                return await DocumentAsync(request, Samples.Any, "audio.mp3", "audio/mpeg", [audio], cancellationToken);
            case "voice":
                return await DocumentAsync(request, Samples.Any, "voice.ogg", "audio/ogg", [new Tl.DocumentAttributeAudio { Voice = true, Duration = request.Duration ?? 3 }], cancellationToken);
            case "document":
                return await DocumentAsync(request, Samples.Any, "document.bin", "application/octet-stream", [], cancellationToken);
            default:
                return Simple(request);
        }
    }

    private static Tl.DocumentAttributeVideo Video(MediaRequest request, int width, int height) =>
        new() { Duration = request.Duration ?? 5, W = request.Width ?? width, H = request.Height ?? height, SupportsStreaming = true };

    private static Tl.InputMediaBase Simple(MediaRequest request) => request.Type switch
    {
        "location" => new Tl.InputMediaGeoPoint { GeoPoint = Point(request) },
        "live_location" => new Tl.InputMediaGeoLive { GeoPoint = Point(request), Period = request.LivePeriod ?? 600 },
        "venue" => new Tl.InputMediaVenue { GeoPoint = Point(request), Title = request.Title ?? "Venue", Address = request.Address ?? "Street 1", Provider = "", VenueId = "", VenueType = "" },
        "contact" => new Tl.InputMediaContact { PhoneNumber = request.PhoneNumber ?? "+99966200", FirstName = request.FirstName ?? "Somebody", LastName = request.LastName ?? "", Vcard = "" },
        "dice" => new Tl.InputMediaDice { Emoticon = request.Emoji ?? "🎲" },
        "poll" => Poll(request),
        "checklist" => new Tl.InputMediaTodo
        {
            Todo = new Tl.TodoList
            {
                OthersCanAppend = true,
                OthersCanComplete = true,
                Title = Plain(request.Title ?? "Checklist"),
                List = [.. (request.Tasks ?? ["First", "Second"]).Select((task, index) => new Tl.TodoItem { Id = index + 1, Title = Plain(task) })],
            },
        },
        _ => throw ControlException.Bad($"There is no media of the type {request.Type}."),
    };

    private static Tl.InputMediaPoll Poll(MediaRequest request) => new()
    {
        Poll = new Tl.Poll
        {
            Id = 0,
            PublicVoters = !request.Anonymous,
            MultipleChoice = request.Multiple,
            Quiz = request.CorrectOption is not null,
            Question = Plain(request.Question ?? "Which?"),
            Answers = [.. (request.Options ?? ["One", "Two"]).Select(option => new Tl.InputPollAnswer { Text = Plain(option) })],
            Hash = 0,
        },
        CorrectAnswers = request.CorrectOption is { } correct ? [correct] : null,
    };

    private static Tl.InputGeoPoint Point(MediaRequest request) => new() { Lat = request.Latitude ?? 50.0755, Long = request.Longitude ?? 14.4378 };

    private static Tl.TextWithEntities Plain(string text) => new() { Text = text, Entities = [] };

    private async Task<Tl.InputMediaDocument> StickerAsync(string set, string? emoji, CancellationToken cancellationToken)
    {
        var found = await person.CallAsync(new Tl.Messages.GetStickerSet { Stickerset = new Tl.InputStickerSetShortName { ShortName = set }, Hash = 0 }, cancellationToken);
        var document = found is Tl.Messages.StickerSet stickers
            ? stickers.Documents.OfType<Tl.Document>().FirstOrDefault(each => emoji is null || each.Attributes.OfType<Tl.DocumentAttributeSticker>().Any(attribute => attribute.Alt == emoji))
            : null;
        return document is null
            ? throw ControlException.Missing($"The set {set} has no such sticker.")
            : new Tl.InputMediaDocument { Id = new Tl.InputDocument { Id = document.Id, AccessHash = document.AccessHash, FileReference = document.FileReference } };
    }

    private async Task<Tl.InputMediaBase> DocumentAsync(MediaRequest request, byte[] sample, string name, string mimeType, Tl.DocumentAttributeBase[] attributes, CancellationToken cancellationToken) =>
        new Tl.InputMediaUploadedDocument
        {
            File = await UploadAsync(request, sample, name, cancellationToken),
            MimeType = request.MimeType ?? mimeType,
            Attributes = [.. attributes, new Tl.DocumentAttributeFilename { FileName = request.FileName ?? name }],
            Spoiler = request.Spoiler,
        };

    private async Task<Tl.InputFile> UploadAsync(MediaRequest request, byte[] sample, string name, CancellationToken cancellationToken)
    {
        var content = request.Content is null ? sample : Decode(request.Content);
        if (content.Length is 0 or > 10 * 1024 * 1024)
            throw ControlException.Bad("The content of a file is 1 byte to 10 MiB.");
        var id = BitConverter.ToInt64(RandomNumberGenerator.GetBytes(8));
        var parts = content.Chunk(PartSize).ToArray();
        for (var part = 0; part < parts.Length; part++)
            await host.World.Files.Parts.SaveAsync(person.Account, id, part, parts[part], cancellationToken);
        return new Tl.InputFile { Id = id, Parts = parts.Length, Name = request.FileName ?? name, Md5Checksum = "" };
    }

    private static byte[] Decode(string content)
    {
        var bytes = new byte[Encoding.UTF8.GetByteCount(content)];
        return Convert.TryFromBase64String(content, bytes, out var written) ? bytes[..written] : throw ControlException.Bad("The content of a file is base64.");
    }
}
