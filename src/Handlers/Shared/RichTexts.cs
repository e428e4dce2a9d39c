using TelegramRest.BotApi;

namespace TelegramRest.Handlers.Shared;

/// <summary>Rich messages on their way to Telegram, which reads their markup itself.</summary>
/// <remarks>https://core.telegram.org/bots/api#inputrichmessage</remarks>
internal static class RichTexts
{
    /// <exception cref="BotApiException">400: blocks and media, which need more than a text, or nothing at all.</exception>
    public static Tl.InputRichMessageBase ToTl(InputRichMessage message) => message switch
    {
        { Blocks: not null } or { Media.Length: > 0 } => throw BotApiException.BadRequest("rich messages can be sent only as HTML or Markdown without media"),
        { Html.Length: > 0 } => new Tl.InputRichMessageHTML { Html = message.Html, Rtl = message.IsRtl == true, Noautolink = message.SkipEntityDetection == true },
        { Markdown.Length: > 0 } => new Tl.InputRichMessageMarkdown { Markdown = message.Markdown, Rtl = message.IsRtl == true, Noautolink = message.SkipEntityDetection == true },
        _ => throw BotApiException.BadRequest("message text is empty"),
    };
}
