using TelegramRest.BotApi;
using TelegramRest.Mapping.Text;

namespace TelegramRest.Handlers.Shared;

/// <summary>What stands below, or above, a medium that a request describes.</summary>
/// <remarks>https://core.telegram.org/bots/api#inputmedia</remarks>
internal static class MediaCaptions
{
    /// <exception cref="BotApiException">400: broken markup, or too long.</exception>
    public static FormattedText Of(InputMedia media) => media switch
    {
        InputMediaAnimation m => TextParser.Caption(m.Caption, m.ParseMode, m.CaptionEntities),
        InputMediaAudio m => TextParser.Caption(m.Caption, m.ParseMode, m.CaptionEntities),
        InputMediaDocument m => TextParser.Caption(m.Caption, m.ParseMode, m.CaptionEntities),
        InputMediaLivePhoto m => TextParser.Caption(m.Caption, m.ParseMode, m.CaptionEntities),
        InputMediaPhoto m => TextParser.Caption(m.Caption, m.ParseMode, m.CaptionEntities),
        InputMediaVideo m => TextParser.Caption(m.Caption, m.ParseMode, m.CaptionEntities),
        _ => FormattedText.Empty,
    };

    public static bool IsAbove(InputMedia media) => media switch
    {
        InputMediaAnimation m => m.ShowCaptionAboveMedia == true,
        InputMediaLivePhoto m => m.ShowCaptionAboveMedia == true,
        InputMediaPhoto m => m.ShowCaptionAboveMedia == true,
        InputMediaVideo m => m.ShowCaptionAboveMedia == true,
        _ => false,
    };
}
