using System.Globalization;
using System.Text.Json;
using TelegramRest.Simulator.World;
using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.Control;

/// <summary>Accounts and chats as control requests name them: Bot API ids, or @usernames.</summary>
internal static class ChatNames
{
    public static Account Account(SimulatorWorld world, long id) => world.Roster.Account(id) ?? throw ControlException.Missing($"There is no account {id}.");

    public static Account Person(SimulatorWorld world, long id) => Account(world, id) is { IsBot: false } person ? person : throw ControlException.Bad($"{id} is a bot; only a person can do that.");

    /// <summary>A chat that a request names, looked up under the world's lock.</summary>
    public static PeerKey Chat(this SimulatorHost host, JsonElement chat)
    {
        lock (host.World.Gate)
            return Chat(host.World, chat);
    }

    public static PeerKey Chat(this SimulatorHost host, string chat)
    {
        lock (host.World.Gate)
            return Chat(host.World, chat);
    }

    public static PeerKey Chat(SimulatorWorld world, JsonElement chat) => chat.ValueKind switch
    {
        JsonValueKind.Number when chat.TryGetInt64(out var id) => Known(world, PeerKey.FromBotApiId(id)),
        JsonValueKind.String => Chat(world, chat.GetString()!),
        _ => throw ControlException.Bad("A chat is an id or an @username."),
    };

    public static PeerKey Chat(SimulatorWorld world, string chat)
    {
        if (long.TryParse(chat, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id))
            return Known(world, PeerKey.FromBotApiId(id));
        return world.Roster.ByUsername(chat.TrimStart('@')) ?? throw ControlException.Missing($"There is no chat {chat}.");
    }

    private static PeerKey Known(SimulatorWorld world, PeerKey peer)
    {
        var known = peer.Kind switch
        {
            PeerKind.User => world.Roster.Account(peer.Id) is not null,
            PeerKind.Group => world.Roster.Group(peer.Id) is not null,
            _ => world.Roster.Channel(peer.Id) is not null,
        };
        return known ? peer : throw ControlException.Missing($"There is no chat {peer.BotApiId}.");
    }
}
