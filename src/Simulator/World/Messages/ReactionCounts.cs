using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.World.Messages;

/// <summary>How often each reaction stands under a message, and where it may be known, whose it is.</summary>
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
            }).OrderByDescending(count => count.Count),
        ];
    }

    /// <summary>In channels nobody is told who reacted.</summary>
    public static Tl.MessageReactions Paint(SimulatorWorld world, StoredMessage message, Scene scene)
    {
        var open = message.Chat.Kind != PeerKind.Channel || world.Roster.Channel(message.Chat.Id) is { Broadcast: false };
        return new Tl.MessageReactions
        {
            CanSeeList = open,
            Results = Of(message, scene.Viewer.Id),
            RecentReactions = !open || message.Reactions.Count == 0
                ? null
                : [.. message.Reactions.SelectMany(each => each.Value.Reactions.Select(reaction => new Tl.MessagePeerReaction
                {
                    My = each.Key == scene.Viewer.Id,
                    PeerId = scene.Peer(each.Value.Actor ?? PeerKey.User(each.Key)),
                    Date = each.Value.Date,
                    Reaction = reaction,
                }))],
        };
    }

    /// <returns>A text that two equal reactions share.</returns>
    public static string Key(Tl.ReactionBase reaction) => reaction switch
    {
        Tl.ReactionEmoji emoji => emoji.Emoticon,
        Tl.ReactionCustomEmoji custom => $"#{custom.DocumentId}",
        _ => reaction.GetType().Name,
    };
}
