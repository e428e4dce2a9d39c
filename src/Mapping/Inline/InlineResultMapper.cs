using TelegramRest.BotApi;
using TelegramRest.Mapping.FileIds;
using TelegramRest.Mapping.Text;

namespace TelegramRest.Mapping.Inline;

/// <summary>Results of inline queries as Telegram takes them: with a file that it has, one that it fetches, or none.</summary>
/// <remarks>https://core.telegram.org/type/InputBotInlineResult</remarks>
public static class InlineResultMapper
{
    /// <param name="result">How it is listed.</param>
    /// <param name="message">What choosing it sends.</param>
    /// <exception cref="BotApiException">400: a file_id that is none, or of another kind of file; a text that is broken.</exception>
    public static Tl.InputBotInlineResultBase ToTl(InlineResult result, Tl.InputBotInlineMessageBase message)
    {
        if (result.GameShortName is { } game)
            return new Tl.InputBotInlineResultGame { Id = result.Id, ShortName = game, SendMessage = message };

        var (title, description) = (Clean(result.Title), Clean(result.Description));
        if (result is { FileType: { } type, Content: { } fileId } && !fileId.Contains('.', StringComparison.Ordinal))
        {
            var file = FileId.Parse(fileId, type);
            if (file.Url is not null)
                throw BotApiException.BadRequest("can't send web file");
            return type == FileType.Photo
                ? new Tl.InputBotInlineResultPhoto { Id = result.Id, Type = result.Type, Photo = file.ToInputPhoto(), SendMessage = message }
                : new Tl.InputBotInlineResultDocument
                {
                    Id = result.Id,
                    Type = result.Type,
                    Title = title,
                    Description = description,
                    Document = file.ToInputDocument(),
                    SendMessage = message,
                };
        }

        return new Tl.InputBotInlineResult
        {
            Id = result.Id,
            Type = result.Type,
            Title = title,
            Description = description,
            Url = Clean(result.Url),
            Thumb = Thumbnail(result),
            Content = Content(result, title, description),
            SendMessage = message,
        };
    }

    /// <summary>The button above the results.</summary>
    /// <param name="button">As requested.</param>
    /// <param name="isTest">The Telegram test environment, where plain http is good enough.</param>
    /// <exception cref="BotApiException">400: it does nothing, or its parameter or address is broken.</exception>
    public static (Tl.InlineBotSwitchPM? Start, Tl.InlineBotWebView? WebApp) ToTl(InlineQueryResultsButton? button, bool isTest)
    {
        const int maxParameter = 64;
        switch (button)
        {
            case null:
                return (null, null);
            case { StartParameter: { } parameter }:
                if (parameter.Length == 0)
                    throw BotApiException.BadRequest("can't use empty start_parameter");
                if (parameter.Length > maxParameter)
                    throw BotApiException.BadRequest("too long start_parameter specified");
                if (!parameter.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_'))
                    throw BotApiException.BadRequest("unallowed characters in start_parameter are used");
                return (new Tl.InlineBotSwitchPM { Text = Clean(button.Text) ?? "", StartParam = parameter }, null);
            case { WebApp.Url: var url }:
                if (TextLinks.UserId(url) is not null)
                    throw BotApiException.BadRequest("link to a user can't be used in the Web App button");
                if (!UrlNormalizer.TryNormalize(url, out _, out var error, httpOnly: true, httpsOnly: !isTest))
                    throw BotApiException.BadRequest($"inline query button Web App URL '{url}' is invalid: {error}");
                return (null, new Tl.InlineBotWebView { Text = Clean(button.Text) ?? "", Url = url });
            default:
                throw BotApiException.BadRequest("can't parse inline query results button: InlineQueryResultsButton must have exactly one optional field");
        }
    }

    private static Tl.InputWebDocument? Thumbnail(InlineResult result) => Clean(result.ThumbnailUrl) is not { } url ? null : new Tl.InputWebDocument
    {
        Url = url,
        MimeType = result.ThumbnailType.OrNull() ?? "image/jpeg",
        Attributes = result is { ThumbnailWidth: > 0, ThumbnailHeight: > 0 }
            ? [new Tl.DocumentAttributeImageSize { W = result.ThumbnailWidth, H = result.ThumbnailHeight }]
            : [],
    };

    private static Tl.InputWebDocument? Content(InlineResult result, string? title, string? description)
    {
        if (Clean(result.Content) is not { } url)
            return null;

        var attributes = new List<Tl.DocumentAttributeBase>();
        var type = result.ContentType ?? "";
        var duration = Math.Max(result.Duration, 0);
        if (result is { Width: > 0, Height: > 0 })
        {
            var isVideo = (duration > 0 || result.Type == "video" || type == "video/mp4") && !type.StartsWith("image/", StringComparison.Ordinal);
            attributes.Add(isVideo
                ? new Tl.DocumentAttributeVideo { Duration = duration, W = result.Width, H = result.Height }
                : new Tl.DocumentAttributeImageSize { W = result.Width, H = result.Height });
        }
        else if (result.Type == "audio")
        {
            attributes.Add(new Tl.DocumentAttributeAudio { Duration = duration, Title = title ?? "", Performer = description ?? "" });
        }
        else if (result.Type == "voice")
        {
            attributes.Add(new Tl.DocumentAttributeAudio { Voice = true, Duration = duration });
        }

        attributes.Add(new Tl.DocumentAttributeFilename { FileName = FileName(url) });
        return new Tl.InputWebDocument { Url = url, MimeType = type, Attributes = [.. attributes] };
    }

    private static string FileName(string url)
    {
        var path = url.Split('?', '#')[0];
        return path[(path.LastIndexOf('/') + 1)..];
    }

    private static string? Clean(string? text) => string.IsNullOrEmpty(text) ? null
        : Unicode.IsWellFormed(text) ? TextCleaner.CleanLine(text).OrNull()
        : throw BotApiException.BadRequest("strings must be encoded in UTF-8");
}
