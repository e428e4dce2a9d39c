using System.Security.Cryptography;
using TelegramRest.Simulator.Rpc;
using TelegramRest.Simulator.Sessions;
using TelegramRest.Simulator.World;
using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.Control;

/// <summary>
/// Somebody with an app in the hand: every act of the control surface is the request that the app would send, answered by the same services under the
/// same rules. Chats and messages are named as control requests name them and become what the person calls them.
/// </summary>
internal sealed class ActingPerson(SimulatorHost host, Account person)
{
    private readonly SimulatorWorld _world = host.World;
    private readonly Lazy<AuthKey> _key = new(() => LogIn(person));

    public Account Account => person;

    public static ActingPerson Of(SimulatorHost host, long id)
    {
        lock (host.World.Gate)
            return new ActingPerson(host, ChatNames.Person(host.World, id));
    }

    /// <exception cref="RpcError">What Telegram refuses the act with.</exception>
    public async Task<TResult> CallAsync<TResult>(Tl.ITlMethod<TResult> method, CancellationToken cancellationToken)
    {
        var context = new RpcContext(_key.Value, sessionId: 0, messageId: 0, host.DataCenters) { Layer = Tl.Schema.Layer };
        return (TResult)await host.Dispatcher.InvokeAsync(context, method.Method, cancellationToken);
    }

    public Tl.InputPeerBase Peer(PeerKey peer) => peer.Kind switch
    {
        PeerKind.User when peer.Id == person.Id => new Tl.InputPeerSelf(),
        PeerKind.User => new Tl.InputPeerUser { UserId = peer.Id, AccessHash = _world.Hashes.For(person.Id, peer) },
        PeerKind.Group => new Tl.InputPeerChat { ChatId = peer.Id },
        _ => new Tl.InputPeerChannel { ChannelId = peer.Id, AccessHash = _world.Hashes.For(person.Id, peer) },
    };

    public Tl.InputUser User(long id) => new() { UserId = id, AccessHash = _world.Hashes.For(person.Id, PeerKey.User(id)) };

    public Tl.InputChannel Channel(PeerKey peer) => peer.Kind == PeerKind.Channel
        ? new Tl.InputChannel { ChannelId = peer.Id, AccessHash = _world.Hashes.For(person.Id, peer) }
        : throw ControlException.Bad("Only a supergroup or channel can do that.");

    /// <summary>
    /// The person's number of a message that is named by a bot's number, or by the person's own where no bot of the chat has such a message
    /// (in private chats and basic groups everybody has numbers of an own).
    /// </summary>
    public (Box Box, StoredMessage Message, int Id) Message(PeerKey chat, int messageId)
    {
        lock (_world.Gate)
        {
            var own = _world.Boxes.For(person, chat);
            var message = Candidates(chat, messageId).FirstOrDefault(each => each.Ids.ContainsKey(own.Key) && Boxes.PeerIn(each, own.Key) == chat)
                ?? own.Messages.GetValueOrDefault(messageId) ?? throw ControlException.Missing($"There is no message {messageId} in that chat.");
            return (own, message, message.Ids[own.Key]);
        }
    }

    public static long NewRandomId() => BitConverter.ToInt64(RandomNumberGenerator.GetBytes(8)) | 1;

    /// <summary>The message that a person has just sent, by the updates of the answer.</summary>
    public SendMessageResponse Sent(PeerKey chat, Tl.UpdatesBase updates)
    {
        lock (_world.Gate)
        {
            var id = ((Tl.UpdatesConstructor)updates).Updates.Select(NewId).FirstOrDefault(each => each != 0);
            var numbers = _world.Boxes.For(person, chat).Messages.GetValueOrDefault(id)?.Ids ?? [];
            return new SendMessageResponse(id, numbers.Where(pair => pair.Key > 0).ToDictionary(pair => World.Persistence.Rows.Text(pair.Key), pair => pair.Value));
        }
    }

    private static int NewId(Tl.UpdateBase update) => update switch
    {
        Tl.UpdateNewMessage { Message: Tl.Message it } => it.Id,
        Tl.UpdateNewMessage { Message: Tl.MessageService it } => it.Id,
        Tl.UpdateNewChannelMessage { Message: Tl.Message it } => it.Id,
        Tl.UpdateNewChannelMessage { Message: Tl.MessageService it } => it.Id,
        _ => 0,
    };

    private static AuthKey LogIn(Account person)
    {
        var key = new AuthKey(RandomNumberGenerator.GetBytes(256), person.HomeDc, (_, _) => { });
        key.Bind(person.Id);
        return key;
    }

    private IEnumerable<StoredMessage> Candidates(PeerKey chat, int messageId)
    {
        IEnumerable<long> bots = chat.Kind switch
        {
            PeerKind.User => [chat.Id],
            PeerKind.Group => _world.Roster.Group(chat.Id)!.Members.Keys,
            _ => [],
        };
        return bots
            .Where(id => _world.Roster.Account(id) is { IsBot: true })
            .Select(id => _world.Boxes.Get(id).Messages.GetValueOrDefault(messageId))
            .OfType<StoredMessage>()
            .OrderByDescending(message => _world.Roster.Account(message.SenderId) is { IsBot: true });
    }
}
