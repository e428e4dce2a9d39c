using System.Buffers.Binary;
using System.Security.Cryptography;
using TelegramRest.Simulator.Rpc;
using TelegramRest.Simulator.World.Business;
using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.World.Messages;

/// <summary>Pressed buttons that wait for their bot (https://core.telegram.org/api/bots/buttons#callback-queries).</summary>
internal sealed class CallbackDesk(SimulatorWorld world)
{
    private const int RecentSeconds = 60;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(25);

    private readonly Dictionary<long, PendingCallback> _pending = [];
    private readonly Dictionary<long, (long BotId, long UserId, int Date)> _recent = [];

    /// <summary>Tells the bot that a button was pressed. To be called under the world's lock; the answer is awaited outside of it.</summary>
    /// <exception cref="RpcError">MESSAGE_ID_INVALID, DATA_INVALID.</exception>
    public PendingCallback Press(Account person, Box box, StoredMessage message, ReadOnlyMemory<byte> data)
    {
        var botId = message.BusinessBotId ?? message.ViaBotId ?? message.SenderId;
        if (world.Roster.Account(botId) is not { IsBot: true } bot || message.Markup is not Tl.ReplyInlineMarkup markup)
            throw new RpcError(400, "MESSAGE_ID_INVALID");
        var known = markup.Rows.SelectMany(row => row.Buttons).OfType<Tl.KeyboardButtonCallback>().Any(button => button.Data.Span.SequenceEqual(data.Span));
        if (!known)
            throw new RpcError(400, "DATA_INVALID");

        if (message.BusinessBotId == bot.Id)
            return PressBusiness(person, bot, message, data);

        // A message that was sent through the bot is not in the bot's own chats: it goes by another kind of id.
        if (message.SenderId != bot.Id)
        {
            return Ask(person, bot, message.Uid, (queryId, _) => new Tl.UpdateInlineBotCallbackQuery
            {
                QueryId = queryId,
                UserId = person.Id,
                MsgId = world.InlineIds.Of(message, bot),
                ChatInstance = Instance(bot, person, message),
                Data = data,
            });
        }

        var botBox = box.IsChannel ? box : world.Boxes.Of(bot);
        if (!message.Ids.TryGetValue(botBox.Key, out var messageId))
            throw new RpcError(400, "MESSAGE_ID_INVALID");
        return Ask(person, bot, message.Uid, (queryId, scene) => new Tl.UpdateBotCallbackQuery
        {
            QueryId = queryId,
            UserId = person.Id,
            Peer = scene.Peer(Boxes.PeerIn(message, botBox.Key)),
            MsgId = messageId,
            ChatInstance = Instance(bot, person, message),
            Data = data,
        });
    }

    /// <summary>Sends a bot a query of its own number, which it answers with <c>messages.setBotCallbackAnswer</c>.</summary>
    public PendingCallback Ask(Account person, Account bot, long messageUid, Func<long, Scene, Tl.UpdateBase> make)
    {
        var query = new PendingCallback(BinaryPrimitives.ReadInt64LittleEndian(RandomNumberGenerator.GetBytes(8)) & long.MaxValue, bot.Id, messageUid);
        _pending[query.Id] = query;
        foreach (var old in _recent.Where(each => each.Value.Date < world.Clock.Now - RecentSeconds).Select(each => each.Key).ToList())
            _recent.Remove(old);
        _recent[query.Id] = (bot.Id, person.Id, world.Clock.Now);
        world.Posts.Announce(bot.Id, scene =>
        {
            scene.See(person);
            return make(query.Id, scene);
        });
        return query;
    }

    /// <exception cref="RpcError">BOT_RESPONSE_TIMEOUT.</exception>
    public async Task<Tl.Messages.BotCallbackAnswer> WaitAsync(PendingCallback query, CancellationToken cancellationToken)
    {
        try
        {
            return await query.Answer.Task.WaitAsync(Patience, world.Clock.Provider, cancellationToken);
        }
        catch (TimeoutException)
        {
            throw new RpcError(400, "BOT_RESPONSE_TIMEOUT");
        }
        finally
        {
            lock (world.Gate)
                _pending.Remove(query.Id);
        }
    }

    /// <exception cref="RpcError">QUERY_ID_INVALID for a query that is answered, too old, or another bot's.</exception>
    public void Answer(Account bot, long queryId, Tl.Messages.BotCallbackAnswer answer)
    {
        if (!_pending.TryGetValue(queryId, out var query) || query.BotId != bot.Id || !query.Answer.TrySetResult(answer))
            throw new RpcError(400, "QUERY_ID_INVALID");
    }

    /// <summary>Whether a person pressed a button of that bot within the last seconds, answered or not.</summary>
    public bool IsRecent(long queryId, Account bot, Account person, int seconds) =>
        _recent.TryGetValue(queryId, out var query) && query.BotId == bot.Id && query.UserId == person.Id && world.Clock.Now - query.Date <= seconds;

    /// <returns>The message under which a waiting query's button is; null for an unknown query.</returns>
    public long? MessageOf(long queryId, Account bot) => _pending.TryGetValue(queryId, out var query) && query.BotId == bot.Id ? query.MessageUid : null;

    private long Instance(Account bot, Account person, StoredMessage message) => world.Hashes.For(bot.Id, message.Chat.Kind == PeerKind.User ? person.Peer : message.Chat);

    private PendingCallback PressBusiness(Account person, Account bot, StoredMessage message, ReadOnlyMemory<byte> data)
    {
        if (world.Roster.Account(message.SenderId) is not { } owner || world.Business.Of(owner) is not { } connection || connection.BotId != bot.Id)
            throw new RpcError(400, "MESSAGE_ID_INVALID");
        return Ask(person, bot, message.Uid, (queryId, scene) => new Tl.UpdateBusinessBotCallbackQuery
        {
            QueryId = queryId,
            UserId = person.Id,
            ConnectionId = connection.Id,
            Message = BusinessDesk.Paint(scene, connection, message),
            ReplyToMessage = world.Business.Reply(scene, connection, message),
            ChatInstance = Instance(bot, person, message),
            Data = data,
        });
    }
}
