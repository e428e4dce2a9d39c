using System.Globalization;
using TelegramRest.BotApi;
using TelegramRest.Mapping.FileIds;

namespace TelegramRest.Mapping.Inline;

/// <summary>The twenty kinds of results of the Bot API in one shape.</summary>
/// <remarks>https://core.telegram.org/bots/api#inlinequeryresult</remarks>
public static class InlineResultReader
{
    private const string Gif = "image/gif";
    private const string Mp4 = "video/mp4";

    /// <exception cref="BotApiException">400: a kind of file that Telegram would not fetch.</exception>
    public static InlineResult Read(InlineQueryResult result) => result switch
    {
        InlineQueryResultArticle r => new InlineResult { Id = r.Id, Type = "article", Title = r.Title, Description = r.Description, Url = r.Url, Message = r.InputMessageContent, ReplyMarkup = r.ReplyMarkup }
            .WithThumbnail(r.ThumbnailUrl, r.ThumbnailWidth, r.ThumbnailHeight),
        InlineQueryResultContact r => Contact(r).WithThumbnail(r.ThumbnailUrl, r.ThumbnailWidth, r.ThumbnailHeight),
        InlineQueryResultLocation r => Location(r).WithThumbnail(r.ThumbnailUrl, r.ThumbnailWidth, r.ThumbnailHeight),
        InlineQueryResultVenue r => Venue(r).WithThumbnail(r.ThumbnailUrl, r.ThumbnailWidth, r.ThumbnailHeight),
        InlineQueryResultGame r => new InlineResult { Id = r.Id, Type = "game", GameShortName = r.GameShortName, ReplyMarkup = r.ReplyMarkup },
        InlineQueryResultPhoto or InlineQueryResultGif or InlineQueryResultMpeg4Gif or InlineQueryResultVideo
            or InlineQueryResultAudio or InlineQueryResultVoice or InlineQueryResultDocument => Fetched(result),
        _ => Cached(result),
    };

    private static InlineResult Fetched(InlineQueryResult result) => result switch
    {
        InlineQueryResultPhoto r => File(r.Id, "photo", r.PhotoUrl, FileType.Photo, r.InputMessageContent, r.ReplyMarkup) with
        {
            Title = r.Title,
            Description = r.Description,
            ContentType = "image/jpeg",
            ThumbnailUrl = r.ThumbnailUrl,
            Width = r.PhotoWidth ?? 0,
            Height = r.PhotoHeight ?? 0,
            Caption = r.Caption,
            ParseMode = r.ParseMode,
            CaptionEntities = r.CaptionEntities,
            IsCaptionAbove = r.ShowCaptionAboveMedia == true,
        },
        InlineQueryResultGif r => File(r.Id, "gif", r.GifUrl, FileType.Animation, r.InputMessageContent, r.ReplyMarkup) with
        {
            Title = r.Title,
            ContentType = Gif,
            ThumbnailUrl = r.ThumbnailUrl,
            ThumbnailType = r.ThumbnailMimeType,
            Width = r.GifWidth ?? 0,
            Height = r.GifHeight ?? 0,
            Duration = r.GifDuration ?? 0,
            Caption = r.Caption,
            ParseMode = r.ParseMode,
            CaptionEntities = r.CaptionEntities,
            IsCaptionAbove = r.ShowCaptionAboveMedia == true,
        },
        InlineQueryResultMpeg4Gif r => File(r.Id, "gif", r.Mpeg4Url, FileType.Animation, r.InputMessageContent, r.ReplyMarkup) with
        {
            Title = r.Title,
            ContentType = Mp4,
            ThumbnailUrl = r.ThumbnailUrl,
            ThumbnailType = r.ThumbnailMimeType,
            Width = r.Mpeg4Width ?? 0,
            Height = r.Mpeg4Height ?? 0,
            Duration = r.Mpeg4Duration ?? 0,
            Caption = r.Caption,
            ParseMode = r.ParseMode,
            CaptionEntities = r.CaptionEntities,
            IsCaptionAbove = r.ShowCaptionAboveMedia == true,
        },
        InlineQueryResultVideo r => File(r.Id, "video", r.VideoUrl, FileType.Video, r.InputMessageContent, r.ReplyMarkup) with
        {
            Title = r.Title,
            Description = r.Description,
            ContentType = Allowed(r.MimeType, "video", Mp4, "text/html"),
            ThumbnailUrl = r.ThumbnailUrl,
            Width = r.VideoWidth ?? 0,
            Height = r.VideoHeight ?? 0,
            Duration = r.VideoDuration ?? 0,
            Caption = r.Caption,
            ParseMode = r.ParseMode,
            CaptionEntities = r.CaptionEntities,
            IsCaptionAbove = r.ShowCaptionAboveMedia == true,
        },
        InlineQueryResultAudio r => File(r.Id, "audio", r.AudioUrl, FileType.Audio, r.InputMessageContent, r.ReplyMarkup) with
        {
            Title = r.Title,
            Description = r.Performer,
            ContentType = "audio/mpeg",
            Duration = r.AudioDuration ?? 0,
            Caption = r.Caption,
            ParseMode = r.ParseMode,
            CaptionEntities = r.CaptionEntities,
        },
        InlineQueryResultVoice r => File(r.Id, "voice", r.VoiceUrl, FileType.VoiceNote, r.InputMessageContent, r.ReplyMarkup) with
        {
            Title = r.Title,
            ContentType = "audio/ogg",
            Duration = r.VoiceDuration ?? 0,
            Caption = r.Caption,
            ParseMode = r.ParseMode,
            CaptionEntities = r.CaptionEntities,
        },
        InlineQueryResultDocument r => File(r.Id, "file", r.DocumentUrl, FileType.Document, r.InputMessageContent, r.ReplyMarkup) with
        {
            Title = r.Title,
            Description = r.Description,
            ContentType = Allowed(r.MimeType, "document", "application/pdf", "application/zip"),
            ThumbnailUrl = r.ThumbnailUrl,
            ThumbnailWidth = r.ThumbnailWidth ?? 0,
            ThumbnailHeight = r.ThumbnailHeight ?? 0,
            Caption = r.Caption,
            ParseMode = r.ParseMode,
            CaptionEntities = r.CaptionEntities,
        },
        _ => throw Unknown(result),
    };

    private static InlineResult Cached(InlineQueryResult result) => result switch
    {
        InlineQueryResultCachedPhoto r => File(r.Id, "photo", r.PhotoFileId, FileType.Photo, r.InputMessageContent, r.ReplyMarkup) with
        {
            Title = r.Title,
            Description = r.Description,
            Caption = r.Caption,
            ParseMode = r.ParseMode,
            CaptionEntities = r.CaptionEntities,
            IsCaptionAbove = r.ShowCaptionAboveMedia == true,
        },
        InlineQueryResultCachedGif r => File(r.Id, "gif", r.GifFileId, FileType.Animation, r.InputMessageContent, r.ReplyMarkup) with
        {
            Title = r.Title,
            ContentType = Gif,
            Caption = r.Caption,
            ParseMode = r.ParseMode,
            CaptionEntities = r.CaptionEntities,
            IsCaptionAbove = r.ShowCaptionAboveMedia == true,
        },
        InlineQueryResultCachedMpeg4Gif r => File(r.Id, "gif", r.Mpeg4FileId, FileType.Animation, r.InputMessageContent, r.ReplyMarkup) with
        {
            Title = r.Title,
            ContentType = Mp4,
            Caption = r.Caption,
            ParseMode = r.ParseMode,
            CaptionEntities = r.CaptionEntities,
            IsCaptionAbove = r.ShowCaptionAboveMedia == true,
        },
        InlineQueryResultCachedSticker r => r.StickerFileId.Contains('.', StringComparison.Ordinal)
            ? throw BotApiException.BadRequest("wrong sticker_file_id specified")
            : File(r.Id, "sticker", r.StickerFileId, FileType.Sticker, r.InputMessageContent, r.ReplyMarkup),
        InlineQueryResultCachedVideo r => File(r.Id, "video", r.VideoFileId, FileType.Video, r.InputMessageContent, r.ReplyMarkup) with
        {
            Title = r.Title,
            Description = r.Description,
            Caption = r.Caption,
            ParseMode = r.ParseMode,
            CaptionEntities = r.CaptionEntities,
            IsCaptionAbove = r.ShowCaptionAboveMedia == true,
        },
        InlineQueryResultCachedAudio r => File(r.Id, "audio", r.AudioFileId, FileType.Audio, r.InputMessageContent, r.ReplyMarkup) with
        {
            Caption = r.Caption,
            ParseMode = r.ParseMode,
            CaptionEntities = r.CaptionEntities,
        },
        InlineQueryResultCachedVoice r => File(r.Id, "voice", r.VoiceFileId, FileType.VoiceNote, r.InputMessageContent, r.ReplyMarkup) with
        {
            Title = r.Title,
            Caption = r.Caption,
            ParseMode = r.ParseMode,
            CaptionEntities = r.CaptionEntities,
        },
        InlineQueryResultCachedDocument r => File(r.Id, "file", r.DocumentFileId, FileType.Document, r.InputMessageContent, r.ReplyMarkup) with
        {
            Title = r.Title,
            Description = r.Description,
            Caption = r.Caption,
            ParseMode = r.ParseMode,
            CaptionEntities = r.CaptionEntities,
        },
        _ => throw Unknown(result),
    };

    private static InlineResult Contact(InlineQueryResultContact r)
    {
        var (phone, first, last) = (r.PhoneNumber.Trim(), r.FirstName.Trim(), r.LastName?.Trim() ?? "");
        if (phone.Length == 0)
            throw BotApiException.BadRequest("field \"phone_number\" must contain a valid phone number");
        if (first.Length == 0)
            throw BotApiException.BadRequest("field \"first_name\" must be non-empty");
        return new InlineResult
        {
            Id = r.Id,
            Type = "contact",
            Title = last.Length == 0 ? first : $"{first} {last}",
            Description = phone,
            Message = r.InputMessageContent,
            OwnMessage = new InputContactMessageContent { PhoneNumber = r.PhoneNumber, FirstName = r.FirstName, LastName = r.LastName, Vcard = r.Vcard },
            ReplyMarkup = r.ReplyMarkup,
        };
    }

    private static InlineResult Location(InlineQueryResultLocation r) => new()
    {
        Id = r.Id,
        Type = "geo",
        Title = r.Title,
        Description = string.Create(CultureInfo.InvariantCulture, $"{r.Latitude} {r.Longitude}"),
        Message = r.InputMessageContent,
        OwnMessage = new InputLocationMessageContent
        {
            Latitude = r.Latitude,
            Longitude = r.Longitude,
            HorizontalAccuracy = r.HorizontalAccuracy,
            LivePeriod = r.LivePeriod,
            Heading = r.Heading,
            ProximityAlertRadius = r.ProximityAlertRadius,
        },
        ReplyMarkup = r.ReplyMarkup,
    };

    private static InlineResult Venue(InlineQueryResultVenue r) => new()
    {
        Id = r.Id,
        Type = "venue",
        Title = r.Title,
        Description = r.Address,
        Message = r.InputMessageContent,
        OwnMessage = new InputVenueMessageContent
        {
            Latitude = r.Latitude,
            Longitude = r.Longitude,
            Title = r.Title,
            Address = r.Address,
            FoursquareId = r.FoursquareId,
            FoursquareType = r.FoursquareType,
            GooglePlaceId = r.GooglePlaceId,
            GooglePlaceType = r.GooglePlaceType,
        },
        ReplyMarkup = r.ReplyMarkup,
    };

    private static InlineResult File(string id, string type, string content, FileType fileType, InputMessageContent? message, InlineKeyboardMarkup? markup) =>
        new() { Id = id, Type = type, Content = content, FileType = fileType, Message = message, ReplyMarkup = markup };

    private static InlineResult WithThumbnail(this InlineResult result, string? url, int? width, int? height) => string.IsNullOrEmpty(url)
        ? result
        : result with { ThumbnailUrl = url, ThumbnailWidth = width ?? 0, ThumbnailHeight = height ?? 0 };

    /// <summary>Of a MIME type counts how it begins.</summary>
    private static string Allowed(string mimeType, string what, params ReadOnlySpan<string> allowed)
    {
        foreach (var candidate in allowed)
        {
            if (mimeType.StartsWith(candidate, StringComparison.Ordinal))
                return candidate;
        }

        throw BotApiException.BadRequest($"unallowed {what} MIME type");
    }

    private static InvalidOperationException Unknown(InlineQueryResult result) => new($"{result.GetType().Name} is not a known result.");
}
