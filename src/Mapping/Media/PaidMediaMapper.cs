using TelegramRest.BotApi;
using TelegramRest.Mapping.FileIds;

namespace TelegramRest.Mapping.Media;

/// <summary>Media that is paid for, bought or not.</summary>
/// <remarks>https://core.telegram.org/bots/api#paidmediainfo</remarks>
internal static class PaidMediaMapper
{
    public static PaidMediaInfo ToBotApi(Tl.MessageMediaPaidMedia media) => new()
    {
        StarCount = (int)media.StarsAmount,
        PaidMedia = [.. media.ExtendedMedia.Select(ToBotApi).OfType<PaidMedia>()],
    };

    private static PaidMedia? ToBotApi(Tl.MessageExtendedMediaBase item) => item switch
    {
        Tl.MessageExtendedMediaPreview preview => new PaidMediaPreview
        {
            Width = preview.W,
            Height = preview.H,
            Duration = preview.VideoDuration,
        },
        Tl.MessageExtendedMedia { Media: Tl.MessageMediaPhoto { LivePhoto: true, Video: Tl.Document video } photo } =>
            new PaidMediaLivePhoto { LivePhoto = LivePhotoMapper.ToBotApi(PhotoMapper.ToBotApi(photo.Photo), video) },
        Tl.MessageExtendedMedia { Media: Tl.MessageMediaPhoto photo } => new PaidMediaPhoto { Photo = PhotoMapper.ToBotApi(photo.Photo) },
        Tl.MessageExtendedMedia { Media: Tl.MessageMediaDocument { Document: Tl.Document document } media }
            when new DocumentFacts(document) is { Type: FileType.Video } facts => new PaidMediaVideo { Video = DocumentMapper.ToVideo(facts, media) },
        _ => null,
    };
}
