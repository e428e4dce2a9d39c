using System.Security.Cryptography;
using TelegramRest.Simulator.World.Model;
using TelegramRest.Simulator.World.Persistence;

namespace TelegramRest.Simulator.World.Business;

/// <summary>Connections of bots to people's accounts, and what connected bots are told (https://core.telegram.org/api/bots/connected-business-bots).</summary>
internal sealed class BusinessDesk(SimulatorWorld world)
{
    private readonly Dictionary<string, BusinessConnection> _connections = new(StringComparer.Ordinal);

    public BusinessConnection? Find(string id) => _connections.GetValueOrDefault(id);

    /// <summary>A person has one connected bot at most.</summary>
    public BusinessConnection? Of(Account person) => _connections.Values.FirstOrDefault(connection => connection.UserId == person.Id && !connection.Disabled);

    public BusinessConnection Connect(Account person, Account bot, Tl.BusinessBotRights rights, Tl.BusinessBotRecipients recipients)
    {
        if (Of(person) is { } before && before.BotId != bot.Id)
            Disconnect(before);
        var connection = Of(person) ?? new BusinessConnection
        {
            Id = Convert.ToBase64String(RandomNumberGenerator.GetBytes(15)).Replace('+', '-').Replace('/', '_'),
            UserId = person.Id,
            BotId = bot.Id,
            Date = world.Clock.Now,
            DcId = person.HomeDc,
            Rights = rights,
            Recipients = recipients,
        };
        (connection.Rights, connection.Recipients) = (rights, recipients);
        Changed(connection);
        return connection;
    }

    public void Disconnect(BusinessConnection connection)
    {
        connection.Disabled = true;
        Changed(connection);
    }

    /// <summary>Keeps a bot out of one chat.</summary>
    public void Exclude(BusinessConnection connection, long userId)
    {
        connection.Recipients.ExcludeUsers = [.. connection.Recipients.ExcludeUsers ?? [], userId];
        world.Rows.Save(connection);
    }

    /// <summary>Whether a connection is about the private chat with somebody.</summary>
    public bool Covers(BusinessConnection connection, PeerKey chat)
    {
        if (connection.Disabled || chat.Kind != PeerKind.User || world.Roster.Account(connection.UserId) is not { } person || world.Roster.Account(chat.Id) is not { IsBot: false, Service: false })
            return false;
        var rules = connection.Recipients;
        if (rules.ExcludeUsers?.Contains(chat.Id) == true)
            return false;
        var contact = person.Contacts.ContainsKey(chat.Id);
        var selected = rules.Users?.Contains(chat.Id) == true || (rules.Contacts && contact) || (rules.NonContacts && !contact)
            || (world.Boxes.Of(person).Dialogs.TryGetValue(chat, out var dialog) && dialog.Ids.Count > 1 ? rules.ExistingChats : rules.NewChats);
        return selected != rules.ExcludeSelected;
    }

    /// <summary>Tells the bots of both sides about a private message.</summary>
    public void Sent(StoredMessage message) => Tell(message, (connection, painted, reply, qts) =>
        new Tl.UpdateBotNewBusinessMessage { ConnectionId = connection.Id, Message = painted, ReplyToMessage = reply, Qts = qts });

    public void Edited(StoredMessage message) => Tell(message, (connection, painted, reply, qts) =>
        new Tl.UpdateBotEditBusinessMessage { ConnectionId = connection.Id, Message = painted, ReplyToMessage = reply, Qts = qts });

    /// <summary>Tells a bot that messages went from a person's box.</summary>
    public void Deleted(long box, PeerKey chat, int[] ids)
    {
        if (box < 0 || chat.Kind != PeerKind.User || world.Roster.Account(box) is not { } person || Of(person) is not { } connection || !Covers(connection, chat) || IsOwn(connection))
            return;
        world.Bots.Tell(world.Roster.Account(connection.BotId)!, qts => new Tl.UpdateBotDeleteBusinessMessage { ConnectionId = connection.Id, Peer = chat.ToTl(), Messages = ids, Qts = qts });
    }

    /// <summary>A person's message as the connected bot sees it: in the person's numbering, with everybody under the bot's access hashes.</summary>
    public static Tl.MessageBase Paint(Scene scene, BusinessConnection connection, StoredMessage message)
    {
        var painted = scene.Message(message, connection.UserId);
        if (painted is Tl.Message it)
        {
            it.Out = message.SenderId == connection.UserId;
            it.FromId = scene.Peer(PeerKey.User(message.SenderId));
        }

        return painted;
    }

    public Tl.MessageBase? Reply(Scene scene, BusinessConnection connection, StoredMessage message) =>
        message.Reply is { } reply && world.Boxes.Message(reply.Uid) is { } target && target.Ids.ContainsKey(connection.UserId) ? Paint(scene, connection, target) : null;

    public void Load()
    {
        foreach (var (_, connection) in world.Rows.Load(Rows.Business, WorldJson.Default.BusinessConnection))
            _connections[connection.Id] = connection;
    }

    private static bool IsOwn(BusinessConnection connection) => BusinessScope.Current?.Id == connection.Id;

    private void Changed(BusinessConnection connection)
    {
        _connections[connection.Id] = connection;
        world.Rows.Save(connection);
        world.Bots.Tell(world.Roster.Account(connection.BotId)!, qts => new Tl.UpdateBotBusinessConnect { Connection = connection.ToTl(), Qts = qts });
    }

    private void Tell(StoredMessage message, Func<BusinessConnection, Tl.MessageBase, Tl.MessageBase?, int, Tl.UpdateBase> make)
    {
        if (message.Chat.Kind != PeerKind.User || message.Action is not null)
            return;
        foreach (var connection in _connections.Values.Where(each => message.Ids.ContainsKey(each.UserId)).ToList())
        {
            if (!Covers(connection, Boxes.PeerIn(message, connection.UserId)) || IsOwn(connection))
                continue;
            var bot = world.Roster.Account(connection.BotId)!;
            var scene = world.Scene(bot);
            world.Bots.Tell(bot, qts => make(connection, Paint(scene, connection, message), Reply(scene, connection, message), qts));
        }
    }
}
