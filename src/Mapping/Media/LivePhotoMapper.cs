using TelegramRest.BotApi;
using TelegramRest.Mapping.FileIds;

namespace TelegramRest.Mapping.Media;

/// <summary>Photos that move: a photo and a short video.</summary>
/// <remarks>https://core.telegram.org/bots/api#livephoto</remarks>
internal static class LivePhotoMapper
{
    public static LivePhoto ToBotApi(PhotoSize[] photo, Tl.Document video)
    {
        var facts = new DocumentFacts(video);
        var file = facts.File(FileType.LivePhoto);
        return new LivePhoto
        {
            Photo = photo,
            FileId = file.ToString(),
            FileUniqueId = file.UniqueId,
            Width = facts.Width,
            Height = facts.Height,
            Duration = facts.Duration,
            MimeType = video.MimeType.OrNull(),
            FileSize = video.Size.OrNull(),
        };
    }
}
