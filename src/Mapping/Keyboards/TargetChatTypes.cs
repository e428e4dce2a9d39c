using TelegramRest.BotApi;

namespace TelegramRest.Mapping.Keyboards;

/// <summary>Kinds of chats that a person may choose among.</summary>
/// <remarks>https://core.telegram.org/type/InlineQueryPeerType</remarks>
public static class TargetChatTypes
{
    /// <exception cref="BotApiException">400: none is left to choose.</exception>
    public static Tl.InlineQueryPeerTypeBase[] ToTl(bool? users, bool? bots, bool? groups, bool? channels)
    {
        var types = new List<Tl.InlineQueryPeerTypeBase>(5);
        if (users == true)
            types.Add(new Tl.InlineQueryPeerTypePM());
        if (bots == true)
            types.Add(new Tl.InlineQueryPeerTypeBotPM());
        if (groups == true)
            types.AddRange([new Tl.InlineQueryPeerTypeChat(), new Tl.InlineQueryPeerTypeMegagroup()]);
        if (channels == true)
            types.Add(new Tl.InlineQueryPeerTypeBroadcast());
        return types.Count != 0 ? [.. types] : throw BotApiException.BadRequest("at least one target chat type must be allowed");
    }
}
