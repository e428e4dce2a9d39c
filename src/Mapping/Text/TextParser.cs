using System.Text;
using TelegramRest.BotApi;

namespace TelegramRest.Mapping.Text;

/// <summary>Turns what a request says about a text (the text, a parse mode, explicit entities) into a text with entities.</summary>
/// <remarks>https://core.telegram.org/bots/api#formatting-options</remarks>
public static class TextParser
{
    /// <summary>Code points that a message may have.</summary>
    public const int MaxMessageLength = 4096;

    /// <summary>Code points that a caption may have.</summary>
    public const int MaxCaptionLength = 1024;

    /// <summary>Bytes of UTF-8 that are looked at before anything is parsed.</summary>
    private const int MaxBytes = 32768;

    /// <summary>Reads markup or takes explicit entities; nothing is cleaned, trimmed or detected.</summary>
    /// <exception cref="BotApiException">400: too long, unknown parse mode, or broken markup.</exception>
    public static FormattedText Parse(string? text, string? parseMode, IReadOnlyList<MessageEntity>? entities)
    {
        text ??= "";
        if (Encoding.UTF8.GetByteCount(text) > MaxBytes)
            throw BotApiException.BadRequest("text is too long");

        var mode = parseMode?.ToLowerInvariant() ?? "";
        if (text.Length == 0 || mode is "" or "none")
            return new FormattedText(text, EntityMapper.FromBotApi(entities));
        if (mode is not ("markdown" or "markdownv2" or "html"))
            throw BotApiException.BadRequest("unsupported parse_mode");
        if (!Unicode.IsWellFormed(text))
            throw BotApiException.BadRequest("text must be encoded in UTF-8");

        return mode switch
        {
            "markdown" => MarkdownParser.Parse(text),
            "markdownv2" => MarkdownV2Parser.Parse(text),
            _ => HtmlParser.Parse(text),
        };
    }

    /// <summary>A message's text, ready to be sent.</summary>
    /// <exception cref="BotApiException">400: as <see cref="Parse"/>, and nothing visible, or more than 4096 characters.</exception>
    public static FormattedText Message(string? text, string? parseMode, IReadOnlyList<MessageEntity>? entities)
    {
        if (string.IsNullOrEmpty(text))
            throw BotApiException.BadRequest("message text is empty");

        var message = Prepare(Parse(text, parseMode, entities), mayBeEmpty: false);
        return Unicode.CountCodePoints(message.Text) <= MaxMessageLength ? message : throw BotApiException.BadRequest("message is too long");
    }

    /// <summary>A caption, ready to be sent; it may be empty.</summary>
    /// <exception cref="BotApiException">400: as <see cref="Parse"/>, and more than <paramref name="limit"/> characters.</exception>
    public static FormattedText Caption(string? caption, string? parseMode, IReadOnlyList<MessageEntity>? entities, int limit = MaxCaptionLength)
    {
        var text = Prepare(Parse(caption, parseMode, entities), mayBeEmpty: true);
        return Unicode.CountCodePoints(text.Text) <= limit ? text : throw BotApiException.BadRequest("message caption is too long");
    }

    /// <summary>Cleans, trims, and adds what marks itself.</summary>
    public static FormattedText Prepare(FormattedText text, bool mayBeEmpty)
    {
        var clean = TextCleaner.Clean(text, mayBeEmpty);
        return clean with { Entities = EntityNesting.Merge([.. clean.Entities], EntityDetector.Detect(clean.Text)) };
    }
}
