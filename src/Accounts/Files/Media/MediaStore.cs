using TelegramRest.BotApi;
using TelegramRest.Mapping.Errors;
using TelegramRest.Mtproto;

namespace TelegramRest.Accounts.Files.Media;

/// <summary>Media that must lie with Telegram before a message can name it: items of albums, covers, the videos of live photos.</summary>
/// <remarks>https://core.telegram.org/method/messages.uploadMedia</remarks>
internal sealed class MediaStore(Account account)
{
    /// <summary>The same media by id; what has an id already, or needs none, is given back as it is.</summary>
    public async Task<Tl.InputMediaBase> StoreAsync(Tl.InputMediaBase media, UploadPlace place, CancellationToken cancellationToken)
    {
        if (media is not (Tl.InputMediaUploadedPhoto or Tl.InputMediaUploadedDocument or Tl.InputMediaPhotoExternal or Tl.InputMediaDocumentExternal))
            return media;

        return await UploadAsync(media, place, cancellationToken) switch
        {
            Tl.MessageMediaPhoto { Photo: Tl.Photo photo } result => new Tl.InputMediaPhoto
            {
                Id = new Tl.InputPhoto { Id = photo.Id, AccessHash = photo.AccessHash, FileReference = photo.FileReference },
                Spoiler = HasSpoiler(media),
                LivePhoto = result.LivePhoto,
                Video = result.Video is Tl.Document video ? Input(video) : null,
            },
            Tl.MessageMediaDocument { Document: Tl.Document document } => new Tl.InputMediaDocument
            {
                Id = Input(document),
                Spoiler = HasSpoiler(media),
                VideoCover = Cover(media),
                VideoTimestamp = Start(media),
            },
            _ => throw BotApiException.BadRequest("wrong file identifier/HTTP URL specified"),
        };
    }

    public async Task<Tl.InputPhotoBase> PhotoAsync(Tl.InputMediaBase media, UploadPlace place, CancellationToken cancellationToken) =>
        await StoreAsync(media, place, cancellationToken) is Tl.InputMediaPhoto photo ? photo.Id : throw BotApiException.BadRequest("wrong type of the web page content");

    public async Task<Tl.InputDocumentBase> DocumentAsync(Tl.InputMediaBase media, UploadPlace place, CancellationToken cancellationToken) =>
        await StoreAsync(media, place, cancellationToken) is Tl.InputMediaDocument document ? document.Id : throw BotApiException.BadRequest("wrong type of the web page content");

    /// <summary>Refusals are worded as those of the message that the media is for.</summary>
    private async Task<Tl.MessageMediaBase> UploadAsync(Tl.InputMediaBase media, UploadPlace place, CancellationToken cancellationToken)
    {
        try
        {
            return await account.InvokeRawAsync(
                new Tl.Messages.UploadMedia { Peer = place.Peer, BusinessConnectionId = place.BusinessConnectionId, Media = media }, cancellationToken);
        }
        catch (RpcException refusal)
        {
            throw RpcErrorMapper.SendFailure(refusal.Code, refusal.ErrorMessage, SendKind.Other, place.Peer is Tl.InputPeerUser or Tl.InputPeerSelf, place.Position);
        }
    }

    private static Tl.InputDocument Input(Tl.Document document) => new() { Id = document.Id, AccessHash = document.AccessHash, FileReference = document.FileReference };

    private static bool HasSpoiler(Tl.InputMediaBase media) => media
        is Tl.InputMediaUploadedPhoto { Spoiler: true } or Tl.InputMediaUploadedDocument { Spoiler: true }
        or Tl.InputMediaPhotoExternal { Spoiler: true } or Tl.InputMediaDocumentExternal { Spoiler: true };

    private static Tl.InputPhotoBase? Cover(Tl.InputMediaBase media) => media switch
    {
        Tl.InputMediaUploadedDocument uploaded => uploaded.VideoCover,
        Tl.InputMediaDocumentExternal external => external.VideoCover,
        _ => null,
    };

    private static int? Start(Tl.InputMediaBase media) => media switch
    {
        Tl.InputMediaUploadedDocument uploaded => uploaded.VideoTimestamp,
        Tl.InputMediaDocumentExternal external => external.VideoTimestamp,
        _ => null,
    };
}
