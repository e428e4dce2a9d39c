using TelegramRest.Accounts.Files.Content;
using TelegramRest.BotApi;
using TelegramRest.Mapping.FileIds;

namespace TelegramRest.Accounts.Files.Media;

/// <summary>Turns files into media as a message takes them, with the attributes that official clients set for each kind.</summary>
/// <remarks>https://core.telegram.org/api/files#uploaded-media</remarks>
internal sealed class MediaMaker(FileUploads uploads, MediaStore store)
{
    /// <summary>Pixels of a video note of which nothing is known.</summary>
    private const int UsualVideoNoteLength = 384;

    /// <summary>Pixels of a side; Telegram takes no larger video note.</summary>
    private const int MaxVideoNoteLength = 640;

    public Task<Tl.InputMediaBase> MakeAsync(MediaFile media, UploadPlace place, CancellationToken cancellationToken) => media switch
    {
        PhotoFile photo => PhotoAsync(photo, cancellationToken),
        LivePhotoFile photo => LivePhotoAsync(photo, place, cancellationToken),
        VideoFile video => VideoAsync(video, place, cancellationToken),
        AnimationFile animation => AnimationAsync(animation, cancellationToken),
        AudioFile audio => AudioAsync(audio, cancellationToken),
        VoiceFile voice => VoiceAsync(voice, cancellationToken),
        VideoNoteFile note => VideoNoteAsync(note, cancellationToken),
        DocumentFile document => DocumentAsync(document, cancellationToken),
        StickerFile sticker => StickerAsync(sticker, cancellationToken),
        _ => throw new InvalidOperationException($"{media.GetType().Name} is no kind of media."),
    };

    private async Task<Tl.InputMediaBase> PhotoAsync(PhotoFile photo, CancellationToken cancellationToken) => photo.File switch
    {
        InputFileId { FileId: var text } => new Tl.InputMediaPhoto { Id = FileId.Parse(text, FileType.Photo).ToInputPhoto(), Spoiler = photo.HasSpoiler },
        InputFileUrl { Url: var url } => new Tl.InputMediaPhotoExternal { Url = FileUploads.CheckedUrl(url), Spoiler = photo.HasSpoiler },
        var file => new Tl.InputMediaUploadedPhoto { File = await uploads.PhotoAsync(uploads.Find(file), cancellationToken), Spoiler = photo.HasSpoiler },
    };

    private async Task<Tl.InputMediaBase> LivePhotoAsync(LivePhotoFile photo, UploadPlace place, CancellationToken cancellationToken)
    {
        var still = await PhotoAsync(new PhotoFile(photo.File) { HasSpoiler = photo.HasSpoiler }, cancellationToken);
        var video = photo.Video is InputFileId { FileId: var text }
            ? FileId.Parse(text, FileType.LivePhoto).ToInputDocument()
            : await store.DocumentAsync(await VideoAsync(new VideoFile(photo.Video), place, cancellationToken), place, cancellationToken);
        switch (still)
        {
            case Tl.InputMediaUploadedPhoto uploaded:
                (uploaded.LivePhoto, uploaded.Video) = (true, video);
                return uploaded;
            case Tl.InputMediaPhoto known:
                (known.LivePhoto, known.Video) = (true, video);
                return known;
            default:
                // Media by address has no room for a video: Telegram has to fetch the picture first.
                return new Tl.InputMediaPhoto { Id = await store.PhotoAsync(still, place, cancellationToken), Spoiler = photo.HasSpoiler, LivePhoto = true, Video = video };
        }
    }

    private async Task<Tl.InputMediaBase> VideoAsync(VideoFile video, UploadPlace place, CancellationToken cancellationToken)
    {
        var cover = video.Cover is { } picture
            ? await store.PhotoAsync(await PhotoAsync(new PhotoFile(picture), cancellationToken), place, cancellationToken)
            : null;
        var start = video.StartTimestamp is > 0 ? video.StartTimestamp : null;
        switch (video.File)
        {
            case InputFileId { FileId: var text }:
                return new Tl.InputMediaDocument
                {
                    Id = FileId.Parse(text, FileType.Video).ToInputDocument(),
                    Spoiler = video.HasSpoiler,
                    VideoCover = cover,
                    VideoTimestamp = start,
                };
            case InputFileUrl { Url: var url }:
                return new Tl.InputMediaDocumentExternal { Url = FileUploads.CheckedUrl(url), Spoiler = video.HasSpoiler, VideoCover = cover, VideoTimestamp = start };
        }

        var file = uploads.Find(video.File);
        var media = await UploadedAsync(
            file,
            video.Thumbnail,
            file.MimeType.StartsWith("video/", StringComparison.Ordinal) ? file.MimeType : "video/mp4",
            facts => [Video(facts, video.Duration, video.Width, video.Height, video.SupportsStreaming), new Tl.DocumentAttributeFilename { FileName = file.Name }],
            cancellationToken);
        media.NosoundVideo = true;
        (media.Spoiler, media.VideoCover, media.VideoTimestamp) = (video.HasSpoiler, cover, start);
        return media;
    }

    private async Task<Tl.InputMediaBase> AnimationAsync(AnimationFile animation, CancellationToken cancellationToken)
    {
        if (Known(animation.File, FileType.Animation, animation.HasSpoiler) is { } known)
            return known;

        var file = uploads.Find(animation.File);
        var name = new Tl.DocumentAttributeFilename { FileName = file.Name };

        // That it is an animation is not said: Telegram takes a video without sound, or a GIF, for one.
        var media = await UploadedAsync(
            file,
            animation.Thumbnail,
            file.MimeType,
            facts => file.MimeType == "video/mp4" ? [name, Video(facts, animation.Duration, animation.Width, animation.Height)]
                : Picture(facts, animation.Width, animation.Height) is { } size ? [name, size]
                : [name],
            cancellationToken);
        if (media.Attributes is [_, Tl.DocumentAttributeImageSize] && !file.MimeType.StartsWith("image/", StringComparison.Ordinal))
            media.MimeType = "image/gif";
        media.Spoiler = animation.HasSpoiler;
        return media;
    }

    private async Task<Tl.InputMediaBase> AudioAsync(AudioFile audio, CancellationToken cancellationToken)
    {
        if (Known(audio.File, FileType.Audio) is { } known)
            return known;

        var file = uploads.Find(audio.File);
        return await UploadedAsync(
            file,
            audio.Thumbnail,
            file.MimeType.StartsWith("audio/", StringComparison.Ordinal) ? file.MimeType : "audio/mpeg",
            facts =>
            [
                new Tl.DocumentAttributeAudio
                {
                    Duration = Seconds(audio.Duration, facts),
                    Title = Given(audio.Title) ?? facts.Title ?? "",
                    Performer = Given(audio.Performer) ?? facts.Performer ?? "",
                },
                new Tl.DocumentAttributeFilename { FileName = file.Name },
            ],
            cancellationToken);
    }

    private async Task<Tl.InputMediaBase> VoiceAsync(VoiceFile voice, CancellationToken cancellationToken)
    {
        if (Known(voice.File, FileType.VoiceNote) is { } known)
            return known;

        var file = uploads.Find(voice.File);
        return await UploadedAsync(
            file,
            thumbnail: null,
            file.MimeType is "audio/mpeg" or "audio/mp4" ? file.MimeType : "audio/ogg",
            facts => [new Tl.DocumentAttributeAudio { Voice = true, Duration = Seconds(voice.Duration, facts) }],
            cancellationToken);
    }

    private async Task<Tl.InputMediaBase> VideoNoteAsync(VideoNoteFile note, CancellationToken cancellationToken)
    {
        if (note.Length is < 0 or > MaxVideoNoteLength)
            throw BotApiException.BadRequest("wrong video note length");
        if (Known(note.File, FileType.VideoNote) is { } known)
            return known;

        var file = uploads.Find(note.File);
        var content = await uploads.VideoNoteAsync(file, cancellationToken);
        var length = Given(note.Length) ?? (content.Facts.Width is > 0 and <= MaxVideoNoteLength ? content.Facts.Width.Value : UsualVideoNoteLength);
        return new Tl.InputMediaUploadedDocument
        {
            NosoundVideo = true,
            File = content.File,
            Thumb = await uploads.ThumbnailAsync(note.Thumbnail, cancellationToken),
            MimeType = "video/mp4",
            Attributes = [new Tl.DocumentAttributeVideo { RoundMessage = true, Duration = Given(note.Duration) ?? content.Facts.Duration ?? 0, W = length, H = length }],
        };
    }

    private async Task<Tl.InputMediaBase> DocumentAsync(DocumentFile document, CancellationToken cancellationToken)
    {
        if (Known(document.File, FileType.Document) is { } known)
            return known;

        var file = uploads.Find(document.File);
        var media = await UploadedAsync(file, document.Thumbnail, file.MimeType, _ => [new Tl.DocumentAttributeFilename { FileName = file.Name }], cancellationToken);
        media.ForceFile = document.DisableContentTypeDetection;
        return media;
    }

    private async Task<Tl.InputMediaBase> StickerAsync(StickerFile sticker, CancellationToken cancellationToken)
    {
        switch (sticker.File)
        {
            case InputFileId { FileId: var text }:
                return new Tl.InputMediaDocument { Id = FileId.Parse(text, FileType.Sticker).ToInputDocument(), Query = string.IsNullOrEmpty(sticker.Emoji) ? null : sticker.Emoji };
            case InputFileUrl { Url: var url } when url.EndsWith(".tgs", StringComparison.OrdinalIgnoreCase):
                throw BotApiException.BadRequest("animated stickers can't be uploaded by URL");
            case InputFileUrl { Url: var url } when url.EndsWith(".webm", StringComparison.OrdinalIgnoreCase):
                throw BotApiException.BadRequest("video stickers can't be uploaded by URL");
            case InputFileUrl { Url: var url }:
                return new Tl.InputMediaDocumentExternal { Url = FileUploads.CheckedUrl(url) };
        }

        var file = uploads.Find(sticker.File);
        return await UploadedAsync(
            file,
            thumbnail: null,
            file.MimeType is "application/x-tgsticker" or "video/webm" ? file.MimeType : "image/webp",
            _ => [new Tl.DocumentAttributeSticker { Alt = sticker.Emoji ?? "", Stickerset = new Tl.InputStickerSetEmpty() }],
            cancellationToken);
    }

    /// <summary>Media that Telegram has already, or fetches itself; null when it has to be uploaded.</summary>
    private static Tl.InputMediaBase? Known(InputFile file, FileType type, bool hasSpoiler = false) => file switch
    {
        InputFileId { FileId: var text } => new Tl.InputMediaDocument { Id = FileId.Parse(text, type).ToInputDocument(), Spoiler = hasSpoiler },
        InputFileUrl { Url: var url } => new Tl.InputMediaDocumentExternal { Url = FileUploads.CheckedUrl(url), Spoiler = hasSpoiler },
        _ => null,
    };

    private async Task<Tl.InputMediaUploadedDocument> UploadedAsync(
        SentFile file, InputFile? thumbnail, string mimeType, Func<MediaFacts, Tl.DocumentAttributeBase[]> attributes, CancellationToken cancellationToken)
    {
        var content = await uploads.MediaAsync(file, cancellationToken);
        return new Tl.InputMediaUploadedDocument
        {
            File = content.File,
            Thumb = await uploads.ThumbnailAsync(thumbnail, cancellationToken),
            MimeType = mimeType,
            Attributes = attributes(content.Facts),
        };
    }

    private static Tl.DocumentAttributeVideo Video(MediaFacts facts, int? duration, int? width, int? height, bool supportsStreaming = false) => new()
    {
        SupportsStreaming = supportsStreaming,
        Duration = Given(duration) ?? facts.Duration ?? 0,
        W = Given(width) ?? facts.Width ?? 0,
        H = Given(height) ?? facts.Height ?? 0,
    };

    private static Tl.DocumentAttributeImageSize? Picture(MediaFacts facts, int? width, int? height) =>
        (Given(width) ?? facts.Width) is { } w && (Given(height) ?? facts.Height) is { } h ? new Tl.DocumentAttributeImageSize { W = w, H = h } : null;

    private static int Seconds(int? given, MediaFacts facts) => Given(given) ?? (int)Math.Clamp(Math.Round(facts.Duration ?? 0), 0, int.MaxValue);

    /// <summary>0 says as little as nothing.</summary>
    private static int? Given(int? number) => number is > 0 ? number : null;

    private static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
