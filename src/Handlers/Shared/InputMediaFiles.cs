using TelegramRest.Accounts.Files.Media;
using TelegramRest.BotApi;

namespace TelegramRest.Handlers.Shared;

/// <summary>The file of a medium that a request describes, by the kind that it is to be sent as.</summary>
/// <remarks>https://core.telegram.org/bots/api#inputmedia</remarks>
internal static class InputMediaFiles
{
    /// <exception cref="InvalidOperationException">Places and links have no file.</exception>
    public static MediaFile Of(InputMedia media) => media switch
    {
        InputMediaPhoto m => new PhotoFile(m.Media) { HasSpoiler = m.HasSpoiler == true },
        InputMediaLivePhoto m => new LivePhotoFile(m.Photo, m.Media) { HasSpoiler = m.HasSpoiler == true },
        InputMediaVideo m => new VideoFile(m.Media)
        {
            Thumbnail = m.Thumbnail,
            Cover = m.Cover,
            StartTimestamp = m.StartTimestamp,
            Duration = m.Duration,
            Width = m.Width,
            Height = m.Height,
            SupportsStreaming = m.SupportsStreaming == true,
            HasSpoiler = m.HasSpoiler == true,
        },
        InputMediaAnimation m => new AnimationFile(m.Media)
        {
            Thumbnail = m.Thumbnail,
            Duration = m.Duration,
            Width = m.Width,
            Height = m.Height,
            HasSpoiler = m.HasSpoiler == true,
        },
        InputMediaAudio m => new AudioFile(m.Media) { Thumbnail = m.Thumbnail, Duration = m.Duration, Performer = m.Performer, Title = m.Title },
        InputMediaVoiceNote m => new VoiceFile(m.Media) { Duration = m.Duration },
        InputMediaDocument m => new DocumentFile(m.Media) { Thumbnail = m.Thumbnail, DisableContentTypeDetection = m.DisableContentTypeDetection == true },
        InputMediaSticker m => new StickerFile(m.Media) { Emoji = m.Emoji },
        _ => throw new InvalidOperationException($"{media.GetType().Name} has no file."),
    };

    /// <summary>The file of a part of paid media.</summary>
    public static MediaFile Of(InputPaidMedia media) => media switch
    {
        InputPaidMediaPhoto m => new PhotoFile(m.Media),
        InputPaidMediaLivePhoto m => new LivePhotoFile(m.Photo, m.Media),
        InputPaidMediaVideo m => new VideoFile(m.Media)
        {
            Thumbnail = m.Thumbnail,
            Cover = m.Cover,
            StartTimestamp = m.StartTimestamp,
            Duration = m.Duration,
            Width = m.Width,
            Height = m.Height,
            SupportsStreaming = m.SupportsStreaming == true,
        },
        _ => throw new InvalidOperationException($"{media.GetType().Name} is no paid media."),
    };
}
