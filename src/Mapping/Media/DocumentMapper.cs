using TelegramRest.BotApi;
using TelegramRest.Mapping.FileIds;

namespace TelegramRest.Mapping.Media;

/// <summary>Everything that Telegram keeps as a document: files, videos, sounds, animations. Thumbnails also go by their old name.</summary>
/// <remarks>https://core.telegram.org/bots/api#document</remarks>
public static class DocumentMapper
{
    internal static Document ToDocument(DocumentFacts facts)
    {
        var file = facts.File(facts.Type == FileType.Animation ? FileType.Animation : FileType.Document);
        var thumbnail = PhotoMapper.Thumbnail(facts.Document);
        return new Document
        {
            FileId = file.ToString(),
            FileUniqueId = file.UniqueId,
            Thumbnail = thumbnail,
            Thumb = thumbnail,
            FileName = facts.FileName.OrNull(),
            MimeType = facts.Document.MimeType.OrNull(),
            FileSize = facts.Document.Size.OrNull(),
        };
    }

    internal static Animation ToAnimation(DocumentFacts facts)
    {
        var file = facts.File(FileType.Animation);
        var thumbnail = PhotoMapper.Thumbnail(facts.Document);
        return new Animation
        {
            FileId = file.ToString(),
            FileUniqueId = file.UniqueId,
            Width = facts.Width,
            Height = facts.Height,
            Duration = facts.Duration,
            Thumbnail = thumbnail,
            Thumb = thumbnail,
            FileName = facts.FileName.OrNull(),
            MimeType = facts.Document.MimeType.OrNull(),
            FileSize = facts.Document.Size.OrNull(),
        };
    }

    public static Audio ToAudio(Tl.Document document) => ToAudio(new DocumentFacts(document));

    internal static Audio ToAudio(DocumentFacts facts)
    {
        var file = facts.File(FileType.Audio);
        var thumbnail = PhotoMapper.Thumbnail(facts.Document);
        return new Audio
        {
            FileId = file.ToString(),
            FileUniqueId = file.UniqueId,
            Duration = facts.Duration,
            Performer = facts.Audio?.Performer.OrNull(),
            Title = facts.Audio?.Title.OrNull(),
            FileName = facts.FileName.OrNull(),
            MimeType = facts.Document.MimeType.OrNull(),
            FileSize = facts.Document.Size.OrNull(),
            Thumbnail = thumbnail,
            Thumb = thumbnail,
        };
    }

    internal static Voice ToVoice(DocumentFacts facts)
    {
        var file = facts.File(FileType.VoiceNote);
        return new Voice
        {
            FileId = file.ToString(),
            FileUniqueId = file.UniqueId,
            Duration = facts.Duration,
            MimeType = facts.Document.MimeType.OrNull(),
            FileSize = facts.Document.Size.OrNull(),
        };
    }

    internal static VideoNote ToVideoNote(DocumentFacts facts)
    {
        var file = facts.File(FileType.VideoNote);
        var thumbnail = PhotoMapper.Thumbnail(facts.Document);
        return new VideoNote
        {
            FileId = file.ToString(),
            FileUniqueId = file.UniqueId,
            Length = facts.Width,
            Duration = facts.Duration,
            Thumbnail = thumbnail,
            Thumb = thumbnail,
            FileSize = facts.Document.Size.OrNull(),
        };
    }

    /// <param name="facts">The video.</param>
    /// <param name="media">The message's view of it, which holds cover, start and other qualities.</param>
    internal static Video ToVideo(DocumentFacts facts, Tl.MessageMediaDocument? media)
    {
        var file = facts.File(FileType.Video);
        var thumbnail = PhotoMapper.Thumbnail(facts.Document);
        return new Video
        {
            FileId = file.ToString(),
            FileUniqueId = file.UniqueId,
            Width = facts.Width,
            Height = facts.Height,
            Duration = facts.Duration,
            Thumbnail = thumbnail,
            Thumb = thumbnail,
            Cover = PhotoMapper.ToBotApi(media?.VideoCover).OrNull(),
            StartTimestamp = media?.VideoTimestamp,
            Qualities = media?.AltDocuments?.Select(Quality).OfType<VideoQuality>().ToArray().OrNull(),
            FileName = facts.FileName.OrNull(),
            MimeType = facts.Document.MimeType.OrNull(),
            FileSize = facts.Document.Size.OrNull(),
        };
    }

    private static VideoQuality? Quality(Tl.DocumentBase document)
    {
        if (document is not Tl.Document full || new DocumentFacts(full) is not { Video: { } video } facts)
            return null;

        var file = facts.File(FileType.Video);
        return new VideoQuality
        {
            FileId = file.ToString(),
            FileUniqueId = file.UniqueId,
            Width = video.W,
            Height = video.H,
            Codec = video.VideoCodec ?? "",
            FileSize = full.Size.OrNull(),
        };
    }
}
