using System.Security.Cryptography;
using TelegramRest.Simulator.Rpc.Media;
using TelegramRest.Simulator.World;
using TelegramRest.Simulator.World.Files;
using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.Rpc;

/// <summary>Makes the media of a message of what a client sends (https://core.telegram.org/type/InputMedia). Files are joined or fetched here, outside of the world's lock.</summary>
internal sealed class MediaMaker(SimulatorWorld world)
{
    private const int StarsLimit = 25_000;
    private const int PaidLimit = 10;

    private static readonly Dictionary<string, int> Dice = new(StringComparer.Ordinal)
    {
        ["🎲"] = 6,
        ["🎯"] = 6,
        ["🎳"] = 6,
        ["🏀"] = 5,
        ["⚽"] = 5,
        ["⚽️"] = 5,
        ["🎰"] = 64,
    };

    /// <returns>Null for media that leaves nothing in a message.</returns>
    /// <exception cref="RpcError">The error that Telegram gives for unusable media.</exception>
    public async Task<Tl.MessageMediaBase?> MakeAsync(Account me, Tl.InputMediaBase media, CancellationToken cancellationToken)
    {
        switch (media)
        {
            case Tl.InputMediaUploadedPhoto uploaded:
                return Photo(await world.Files.MakePhotoAsync(me, uploaded.File, cancellationToken), uploaded.Spoiler, uploaded.TtlSeconds, LiveVideo(uploaded.LivePhoto, uploaded.Video));
            case Tl.InputMediaPhotoExternal external:
                return Photo(await world.Files.FetchPhotoAsync(me, external.Url, cancellationToken), external.Spoiler, external.TtlSeconds);
            case Tl.InputMediaPhoto { Id: Tl.InputPhoto id } known:
                return Photo(world.Files.Require(id.Id, id.AccessHash, id.FileReference, FileKind.Photo, "MEDIA_INVALID"), known.Spoiler, known.TtlSeconds, LiveVideo(known.LivePhoto, known.Video));
            case Tl.InputMediaUploadedDocument uploaded:
                return Document(await world.Files.MakeDocumentAsync(me, uploaded, cancellationToken), uploaded.Spoiler, uploaded.TtlSeconds, uploaded.VideoCover, uploaded.VideoTimestamp);
            case Tl.InputMediaDocumentExternal external:
                return Document(await world.Files.FetchDocumentAsync(me, external.Url, cancellationToken), external.Spoiler, external.TtlSeconds, external.VideoCover, external.VideoTimestamp);
            case Tl.InputMediaDocument { Id: Tl.InputDocument id } known:
                return Document(world.Files.Require(id.Id, id.AccessHash, id.FileReference, FileKind.Document, "MEDIA_INVALID"), known.Spoiler, known.TtlSeconds, known.VideoCover, known.VideoTimestamp);
            case Tl.InputMediaPoll poll:
                return await new PollMaker(world, inner => PollMediaAsync(me, inner, cancellationToken)).MakeAsync(me, poll);
            case Tl.InputMediaPaidMedia paid:
                return await PaidAsync(me, paid, cancellationToken);
            case Tl.InputMediaTodo todo:
                return Checklists.Make(me, todo.Todo);
            case Tl.InputMediaWebPage page:
                return await new WebPages(world).PreviewAsync(me, page, cancellationToken);
            default:
                return Simple(media);
        }
    }

    /// <summary>Finds or makes the photo of a chat.</summary>
    /// <returns>Null for the wish to have none.</returns>
    public async Task<StoredFile?> ChatPhotoAsync(Account me, Tl.InputChatPhotoBase photo, CancellationToken cancellationToken) => photo switch
    {
        Tl.InputChatPhotoEmpty => null,
        Tl.InputChatUploadedPhoto { File: { } file } => await world.Files.MakePhotoAsync(me, file, cancellationToken),
        Tl.InputChatPhoto { Id: Tl.InputPhoto id } => world.Files.Require(id.Id, id.AccessHash, id.FileReference, FileKind.Photo, "PHOTO_INVALID"),
        _ => throw new RpcError(400, "PHOTO_INVALID"),
    };

    /// <summary>What may stand in a poll: files, places and links.</summary>
    public async Task<Tl.MessageMediaBase?> PollMediaAsync(Account me, Tl.InputMediaBase media, CancellationToken cancellationToken) => media switch
    {
        Tl.InputMediaPoll or Tl.InputMediaPaidMedia or Tl.InputMediaTodo or Tl.InputMediaDice or Tl.InputMediaContact or Tl.InputMediaGeoLive or Tl.InputMediaGame => throw new RpcError(400, "MEDIA_INVALID"),
        _ => await MakeAsync(me, media, cancellationToken),
    };

    /// <summary>Which rights sending this media takes; that of a stored file is known by the file.</summary>
    public ContentKind KindOf(Tl.InputMediaBase media) =>
        media is Tl.InputMediaDocument { Id: Tl.InputDocument document } && world.Files.Find(document.Id) is { } file ? ContentKinds.Of(file.Attributes) : ContentKinds.Of(media);

    private async Task<Tl.MessageMediaPaidMedia> PaidAsync(Account me, Tl.InputMediaPaidMedia paid, CancellationToken cancellationToken)
    {
        if (paid.StarsAmount is < 1 or > StarsLimit)
            throw new RpcError(400, "STARS_AMOUNT_INVALID");
        if (paid.ExtendedMedia.Length is 0 or > PaidLimit)
            throw new RpcError(400, paid.ExtendedMedia.Length == 0 ? "MEDIA_EMPTY" : "MULTI_MEDIA_TOO_LONG");
        var items = new List<Tl.MessageExtendedMediaBase>();
        foreach (var item in paid.ExtendedMedia)
        {
            var made = await MakeAsync(me, item, cancellationToken);
            if (ContentKinds.Of(made) is not (ContentKind.Photo or ContentKind.Video))
                throw new RpcError(400, "MEDIA_INVALID");
            items.Add(new Tl.MessageExtendedMedia { Media = made! });
        }

        return new Tl.MessageMediaPaidMedia { StarsAmount = paid.StarsAmount, ExtendedMedia = [.. items] };
    }

    private StoredFile? LiveVideo(bool live, Tl.InputDocumentBase? video) => (live, video) switch
    {
        (false, _) => null,
        (true, Tl.InputDocument id) => world.Files.Require(id.Id, id.AccessHash, id.FileReference, FileKind.Document, "MEDIA_INVALID"),
        _ => throw new RpcError(400, "MEDIA_INVALID"),
    };

    private Tl.MessageMediaPhoto Photo(StoredFile file, bool spoiler, int? ttl, StoredFile? video = null) => new()
    {
        Photo = world.Files.ToPhoto(file),
        Spoiler = spoiler,
        TtlSeconds = ttl,
        LivePhoto = video is not null,
        Video = video is null ? null : world.Files.ToDocument(video),
    };

    private Tl.MessageMediaDocument Document(StoredFile file, bool spoiler, int? ttl, Tl.InputPhotoBase? cover, int? timestamp)
    {
        var kind = ContentKinds.Of(file.Attributes);
        var coverFile = cover is Tl.InputPhoto id ? world.Files.Require(id.Id, id.AccessHash, id.FileReference, FileKind.Photo, "MEDIA_INVALID") : null;
        return new Tl.MessageMediaDocument
        {
            Document = world.Files.ToDocument(file),
            Spoiler = spoiler,
            TtlSeconds = ttl,
            Video = kind == ContentKind.Video,
            Round = kind == ContentKind.RoundVideo,
            Voice = kind == ContentKind.Voice,
            VideoCover = coverFile is null ? null : world.Files.ToPhoto(coverFile),
            VideoTimestamp = timestamp,
        };
    }

    private Tl.MessageMediaBase? Simple(Tl.InputMediaBase media) => media switch
    {
        Tl.InputMediaEmpty => null,
        Tl.InputMediaContact contact => Contact(contact),
        Tl.InputMediaGeoPoint point => Places.Make(point),
        Tl.InputMediaGeoLive live => Places.Make(live),
        Tl.InputMediaVenue venue => Places.Make(venue),
        Tl.InputMediaDice dice when Dice.TryGetValue(dice.Emoticon, out var sides) => new Tl.MessageMediaDice { Emoticon = dice.Emoticon, Value = RandomNumberGenerator.GetInt32(1, sides + 1) },
        Tl.InputMediaDice => throw new RpcError(400, "EMOTICON_INVALID"),
        Tl.InputMediaPhoto or Tl.InputMediaDocument => throw new RpcError(400, "MEDIA_EMPTY"),
        _ => throw new RpcError(400, "MEDIA_INVALID"),
    };

    private Tl.MessageMediaContact Contact(Tl.InputMediaContact contact)
    {
        var digits = string.Concat(contact.PhoneNumber.Where(char.IsAsciiDigit));
        Account? known;
        lock (world.Gate)
            known = world.Roster.ByPhone(digits);
        return new Tl.MessageMediaContact
        {
            PhoneNumber = contact.PhoneNumber,
            FirstName = contact.FirstName,
            LastName = contact.LastName,
            Vcard = contact.Vcard,
            UserId = known?.Id ?? 0,
        };
    }
}
