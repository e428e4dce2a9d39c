using TelegramRest.BotApi;
using TelegramRest.Mapping.FileIds;

namespace TelegramRest.Mapping.Inline;

/// <summary>A result of an inline query, whatever its kind: how it is listed, what it shows, and what choosing it sends.</summary>
/// <remarks>https://core.telegram.org/constructor/inputBotInlineResult</remarks>
public sealed record InlineResult
{
    public required string Id { get; init; }

    /// <summary>Telegram's name of the kind.</summary>
    public required string Type { get; init; }

    public string? Title { get; init; }

    public string? Description { get; init; }

    /// <summary>Of the page that an article stands for.</summary>
    public string? Url { get; init; }

    public string? ThumbnailUrl { get; init; }

    public string? ThumbnailType { get; init; }

    public int ThumbnailWidth { get; init; }

    public int ThumbnailHeight { get; init; }

    /// <summary>A file_id, or, when there is a dot in it, an address.</summary>
    public string? Content { get; init; }

    /// <summary>MIME type of what the address gives.</summary>
    public string? ContentType { get; init; }

    public int Width { get; init; }

    public int Height { get; init; }

    /// <summary>Seconds.</summary>
    public int Duration { get; init; }

    /// <summary>What <see cref="Content"/> has to be; null for results that are no files.</summary>
    public FileType? FileType { get; init; }

    public string? GameShortName { get; init; }

    /// <summary>What is sent; null sends the file itself, or what <see cref="OwnMessage"/> says.</summary>
    public InputMessageContent? Message { get; init; }

    /// <summary>What results that are neither files nor texts send unless told otherwise.</summary>
    public InputMessageContent? OwnMessage { get; init; }

    public string? Caption { get; init; }

    public string? ParseMode { get; init; }

    public MessageEntity[]? CaptionEntities { get; init; }

    public bool IsCaptionAbove { get; init; }

    public InlineKeyboardMarkup? ReplyMarkup { get; init; }

    /// <summary>Looks best among pictures, in a grid.</summary>
    public bool IsPicture => Type is "photo" or "gif" or "sticker";

    /// <summary>Has to be read, in a list.</summary>
    public bool IsLine => Type is "article" or "audio" or "contact" or "voice";
}
