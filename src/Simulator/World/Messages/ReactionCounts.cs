using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.World.Messages;

/// <summary>How often each reaction stands under a message.</summary>
internal static class ReactionCounts
{
    public static Tl.ReactionCount[] Of(StoredMessage message, long viewerId)
    {
        var own = message.Reactions.TryGetValue(viewerId, out var mine) ? mine.Reactions.Select(Key).ToList() : [];
        return
        [
            .. message.Reactions.Values.SelectMany(each => each.Reactions).GroupBy(Key).Select(same => new Tl.ReactionCount
            {
                ChosenOrder = own.IndexOf(same.Key) is var order and >= 0 ? order : null,
                Reaction = same.First(),
                Count = same.Count(),
            }),
        ];
    }

    /// <returns>A text that two equal reactions share.</returns>
    public static string Key(Tl.ReactionBase reaction) => reaction switch
    {
        Tl.ReactionEmoji emoji => emoji.Emoticon,
        Tl.ReactionCustomEmoji custom => $"#{custom.DocumentId}",
        _ => reaction.GetType().Name,
    };
}
