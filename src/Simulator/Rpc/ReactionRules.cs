using TelegramRest.Simulator.World;
using TelegramRest.Simulator.World.Messages;
using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.Rpc;

/// <summary>Which reactions may be given, where, and how many (https://core.telegram.org/api/reactions).</summary>
internal sealed class ReactionRules(SimulatorWorld world)
{
    private const int Limit = 1;

    /// <summary>The reactions that every account has.</summary>
    public static readonly string[] Standard =
    [
        "❤", "👍", "👎", "🔥", "🥰", "👏", "😁", "🤔", "🤯", "😱", "🤬", "😢", "🎉", "🤩", "🤮", "💩", "🙏", "👌", "🕊", "🤡", "🥱", "🥴", "😍", "🐳", "❤‍🔥",
        "🌚", "🌭", "💯", "🤣", "⚡", "🍌", "🏆", "💔", "🤨", "😐", "🍓", "🍾", "💋", "🖕", "😈", "😴", "😭", "🤓", "👻", "👨‍💻", "👀", "🎃", "🙈", "😇", "😨",
        "🤝", "✍", "🤗", "🫡", "🎅", "🎄", "☃", "💅", "🤪", "🗿", "🆒", "💘", "🙉", "🦄", "😘", "💊", "🙊", "😎", "👾", "🤷‍♂", "🤷", "🤷‍♀", "😡",
    ];

    /// <summary>Whether somebody may react in a chat at all.</summary>
    /// <exception cref="RpcError">403 CHAT_WRITE_FORBIDDEN, USER_BANNED_IN_CHANNEL.</exception>
    public void CheckMay(Account me, PeerKey chat)
    {
        var (banned, admin, member) = chat.Kind switch
        {
            PeerKind.Channel when world.Roster.Channel(chat.Id)! is var channel => (channel.Find(me.Id)?.BannedRights is { SendReactions: true } || channel.DefaultBannedRights.SendReactions, channel.Find(me.Id) is { IsAdmin: true }, channel.Has(me.Id)),
            PeerKind.Group when world.Roster.Group(chat.Id)! is var group => (group.DefaultBannedRights.SendReactions, group.CreatorId == me.Id || group.Members.GetValueOrDefault(me.Id) is { Admin: true }, group.Members.ContainsKey(me.Id)),
            _ => (false, true, true),
        };
        if (!member || (banned && !admin))
            throw new RpcError(403, "CHAT_WRITE_FORBIDDEN");
    }

    /// <exception cref="RpcError">REACTIONS_TOO_MANY, REACTION_INVALID.</exception>
    public void Check(PeerKey chat, Tl.ReactionBase[] reactions)
    {
        if (reactions.Length > Limit)
            throw new RpcError(400, "REACTIONS_TOO_MANY");
        var available = chat.Kind switch
        {
            PeerKind.Channel => world.Roster.Channel(chat.Id)?.AvailableReactions,
            PeerKind.Group => world.Roster.Group(chat.Id)?.AvailableReactions,
            _ => null,
        };
        if (!reactions.All(reaction => IsKnown(reaction) && IsAvailable(available, reaction)))
            throw new RpcError(400, "REACTION_INVALID");
    }

    private static bool IsKnown(Tl.ReactionBase reaction) => reaction switch
    {
        // Clients send hearts and the like with and without the mark that asks for a coloured picture.
        Tl.ReactionEmoji emoji => Standard.Contains(emoji.Emoticon.Replace("\ufe0f", "", StringComparison.Ordinal)),
        Tl.ReactionCustomEmoji => true,
        _ => false,
    };

    private static bool IsAvailable(Tl.ChatReactionsBase? available, Tl.ReactionBase reaction) => available switch
    {
        null => true,
        Tl.ChatReactionsAll all => all.AllowCustom || reaction is Tl.ReactionEmoji,
        Tl.ChatReactionsSome some => some.Reactions.Any(each => ReactionCounts.Key(each) == ReactionCounts.Key(reaction)),
        _ => false,
    };
}
