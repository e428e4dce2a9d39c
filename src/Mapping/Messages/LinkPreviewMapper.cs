using TelegramRest.BotApi;

namespace TelegramRest.Mapping.Messages;

/// <summary>Which link of a text is previewed, and how.</summary>
/// <remarks>https://core.telegram.org/bots/api#linkpreviewoptions</remarks>
public static class LinkPreviewMapper
{
    /// <summary>A text with links but without a preview says that previews are off.</summary>
    public static LinkPreviewOptions? ToBotApi(Tl.Message message)
    {
        if (message.Media is not Tl.MessageMediaWebPage media)
            return HasLink(message) ? new LinkPreviewOptions { IsDisabled = true } : null;

        return ToBotApi(media, message.InvertMedia);
    }

    /// <summary>A preview that is shown.</summary>
    /// <param name="media">What is previewed.</param>
    /// <param name="isAbove">It stands above its text.</param>
    public static LinkPreviewOptions ToBotApi(Tl.MessageMediaWebPage media, bool isAbove) => new()
    {
        Url = UrlOf(media.Webpage),
        PreferSmallMedia = media.ForceSmallMedia.OrNull(),
        PreferLargeMedia = media.ForceLargeMedia.OrNull(),
        ShowAboveText = isAbove.OrNull(),
    };

    /// <summary>The media that asks for a preview of a certain link or size; null when Telegram may choose.</summary>
    /// <param name="options">As requested.</param>
    /// <param name="firstUrl">The first link of the text, previewed when none is named.</param>
    public static Tl.InputMediaWebPage? ToTl(LinkPreviewOptions? options, string? firstUrl)
    {
        if (options is null or { IsDisabled: true })
            return null;

        var isForced = options.PreferSmallMedia == true || options.PreferLargeMedia == true;
        var url = options.Url.OrNull() ?? (isForced ? firstUrl : null);
        return url == null ? null : new Tl.InputMediaWebPage
        {
            Url = url,
            ForceSmallMedia = options.PreferSmallMedia == true,
            ForceLargeMedia = options.PreferLargeMedia == true,
            Optional = true,
        };
    }

    private static bool HasLink(Tl.Message message) =>
        message.Entities?.Any(entity => entity is Tl.MessageEntityUrl or Tl.MessageEntityTextUrl) == true;

    private static string? UrlOf(Tl.WebPageBase page) => page switch
    {
        Tl.WebPage full => full.Url.OrNull(),
        Tl.WebPagePending pending => pending.Url.OrNull(),
        Tl.WebPageEmpty empty => empty.Url.OrNull(),
        _ => null,
    };
}
