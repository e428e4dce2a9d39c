using System.Buffers.Binary;
using System.Security.Cryptography;
using TelegramRest.Simulator.Rpc;
using TelegramRest.Simulator.World.Messages;
using TelegramRest.Simulator.World.Model;
using TelegramRest.Simulator.World.Text;

namespace TelegramRest.Simulator.World.Inline;

/// <summary>Bots that are called from chats which they are not in: a mention asks them, and they may answer once (https://core.telegram.org/constructor/updateBotGuestChatQuery).</summary>
internal sealed class GuestDesk(SimulatorWorld world)
{
    private readonly Dictionary<long, GuestQuery> _waiting = [];

    /// <summary>Asks every guest bot that a person's message mentions and that does not see it anyway.</summary>
    public void Call(StoredMessage message)
    {
        if (message.Action is not null || world.Roster.Account(message.SenderId) is not { IsBot: false } || !message.Text.Contains('@', StringComparison.Ordinal))
            return;
        foreach (var bot in Mentioned(message).Where(bot => bot.Bot is { GuestChats: true } && !IsIn(bot, message.Chat)).DistinctBy(bot => bot.Id).ToList())
            Ask(bot, message);
    }

    /// <exception cref="RpcError">QUERY_ID_INVALID for a query that is answered or another bot's.</exception>
    public StoredMessage Take(Account bot, long queryId)
    {
        if (_waiting.TryGetValue(queryId, out var query) && query.BotId == bot.Id && world.Boxes.Message(query.MessageUid) is { } message)
        {
            _waiting.Remove(queryId);
            return message;
        }

        throw new RpcError(400, "QUERY_ID_INVALID");
    }

    private IEnumerable<Account> Mentioned(StoredMessage message) => message.Entities
        .OfType<Tl.MessageEntityMention>()
        .Select(mention => world.Roster.ByUsername(message.Text.Substring(mention.Offset + 1, mention.Length - 1)))
        .Select(peer => peer is { Kind: PeerKind.User } user ? world.Roster.Account(user.Id) : null)
        .OfType<Account>();

    private bool IsIn(Account bot, PeerKey chat) => chat.Kind switch
    {
        PeerKind.User => chat.Id == bot.Id,
        PeerKind.Group => world.Roster.Group(chat.Id)!.Members.ContainsKey(bot.Id),
        _ => world.Roster.Channel(chat.Id)!.Has(bot.Id),
    };

    private void Ask(Account bot, StoredMessage message)
    {
        var query = new GuestQuery(BinaryPrimitives.ReadInt64LittleEndian(RandomNumberGenerator.GetBytes(8)) & long.MaxValue, bot.Id, message.Uid);
        _waiting[query.Id] = query;
        var box = message.Chat.Kind == PeerKind.Channel ? -message.Chat.Id : message.SenderId;
        world.Bots.Guest(bot, query.Id, message, box, message.Reply is { } reply && world.Boxes.Message(reply.Uid) is { } target && target.Ids.ContainsKey(box) ? target : null);
    }
}
