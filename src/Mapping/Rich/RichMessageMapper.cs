using TelegramRest.BotApi;

namespace TelegramRest.Mapping.Rich;

/// <summary>Messages with structure: blocks of text and media.</summary>
/// <remarks>https://core.telegram.org/bots/api#richmessage</remarks>
internal static class RichMessageMapper
{
    public static RichMessage? ToBotApi(Tl.RichMessage? message, PeerIndex peers)
    {
        if (message is null)
            return null;

        var texts = new RichTextMapper(RichAnchors.Of(message.Blocks), peers);
        return new RichMessage
        {
            Blocks = new RichBlockMapper(message, texts).ToBotApi(message.Blocks),
            IsRtl = message.Rtl.OrNull(),
        };
    }
}
