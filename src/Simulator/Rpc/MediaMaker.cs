using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using TelegramRest.Simulator.World;
using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.Rpc;

/// <summary>Makes the media of a message of what a client sends (https://core.telegram.org/type/InputMedia). Files are joined or fetched here, outside of the world's lock.</summary>
internal sealed class MediaMaker(SimulatorWorld world)
{
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
                return Photo(await world.Files.MakePhotoAsync(me, uploaded.File, cancellationToken), uploaded.Spoiler, uploaded.TtlSeconds);
            case Tl.InputMediaPhotoExternal external:
                return Photo(await world.Files.FetchPhotoAsync(me, external.Url, cancellationToken), external.Spoiler, external.TtlSeconds);
            case Tl.InputMediaPhoto { Id: Tl.InputPhoto id } known:
                return Photo(world.Files.Require(id.Id, id.AccessHash, id.FileReference, FileKind.Photo, "MEDIA_INVALID"), known.Spoiler, known.TtlSeconds);
            case Tl.InputMediaUploadedDocument uploaded:
                return Document(await world.Files.MakeDocumentAsync(me, uploaded, cancellationToken), uploaded.Spoiler, uploaded.TtlSeconds);
            case Tl.InputMediaDocumentExternal external:
                return Document(await world.Files.FetchDocumentAsync(me, external.Url, cancellationToken), external.Spoiler, external.TtlSeconds);
            case Tl.InputMediaDocument { Id: Tl.InputDocument id } known:
                return Document(world.Files.Require(id.Id, id.AccessHash, id.FileReference, FileKind.Document, "MEDIA_INVALID"), known.Spoiler, known.TtlSeconds);
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

    private static Tl.MessageMediaWebPage WebPage(Tl.InputMediaWebPage page)
    {
        if (!Uri.TryCreate(page.Url, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            throw new RpcError(400, "WEBPAGE_URL_INVALID");

        // No page is ever fetched, so there is no preview; the wish for one is kept as Telegram keeps it for a page that it found empty.
        return new Tl.MessageMediaWebPage
        {
            ForceLargeMedia = page.ForceLargeMedia,
            ForceSmallMedia = page.ForceSmallMedia,
            Manual = true,
            Webpage = new Tl.WebPageEmpty { Id = BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(page.Url))) & long.MaxValue, Url = page.Url },
        };
    }

    private static Tl.GeoPoint Point(Tl.InputGeoPointBase point)
    {
        if (point is not Tl.InputGeoPoint { Lat: >= -90 and <= 90, Long: >= -180 and <= 180 } it)
            throw new RpcError(400, "GEO_POINT_INVALID");
        return new Tl.GeoPoint { Lat = it.Lat, Long = it.Long, AccuracyRadius = it.AccuracyRadius };
    }

    private Tl.MessageMediaPhoto Photo(StoredFile file, bool spoiler, int? ttl) => new() { Photo = world.Files.ToPhoto(file), Spoiler = spoiler, TtlSeconds = ttl };

    private Tl.MessageMediaDocument Document(StoredFile file, bool spoiler, int? ttl)
    {
        var kind = ContentKinds.Of(file.Attributes);
        return new Tl.MessageMediaDocument
        {
            Document = world.Files.ToDocument(file),
            Spoiler = spoiler,
            TtlSeconds = ttl,
            Video = kind == ContentKind.Video,
            Round = kind == ContentKind.RoundVideo,
            Voice = kind == ContentKind.Voice,
        };
    }

    private Tl.MessageMediaBase? Simple(Tl.InputMediaBase media) => media switch
    {
        Tl.InputMediaEmpty => null,
        Tl.InputMediaWebPage page => WebPage(page),
        Tl.InputMediaContact contact => Contact(contact),
        Tl.InputMediaGeoPoint point => new Tl.MessageMediaGeo { Geo = Point(point.GeoPoint) },
        Tl.InputMediaGeoLive live => new Tl.MessageMediaGeoLive
        {
            Geo = Point(live.GeoPoint),
            Heading = live.Heading,
            Period = live.Stopped ? 0 : live.Period ?? 0,
            ProximityNotificationRadius = live.ProximityNotificationRadius,
        },
        Tl.InputMediaVenue venue => new Tl.MessageMediaVenue
        {
            Geo = Point(venue.GeoPoint),
            Title = venue.Title,
            Address = venue.Address,
            Provider = venue.Provider,
            VenueId = venue.VenueId,
            VenueType = venue.VenueType,
        },
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
