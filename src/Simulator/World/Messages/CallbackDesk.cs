using System.Buffers.Binary;
using System.Security.Cryptography;
using TelegramRest.Simulator.Rpc;
using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.World.Messages;

/// <summary>Pressed buttons that wait for their bot (https://core.telegram.org/api/bots/buttons#callback-queries).</summary>
internal sealed class CallbackDesk(SimulatorWorld world)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(25);

    private readonly Dictionary<long, PendingCallback> _pending = [];

    /// <summary>Tells the bot that a button was pressed. To be called under the world's lock; the answer is awaited outside of it.</summary>
    /// <exception cref="RpcError">MESSAGE_ID_INVALID, DATA_INVALID.</exception>
    public PendingCallback Press(Account person, Box box, StoredMessage message, ReadOnlyMemory<byte> data)
    {
        var botId = message.ViaBotId ?? message.SenderId;
        if (world.Roster.Account(botId) is not { IsBot: true } bot || message.Markup is not Tl.ReplyInlineMarkup markup)
            throw new RpcError(400, "MESSAGE_ID_INVALID");
        var known = markup.Rows.SelectMany(row => row.Buttons).OfType<Tl.KeyboardButtonCallback>().Any(button => button.Data.Span.SequenceEqual(data.Span));
        if (!known)
            throw new RpcError(400, "DATA_INVALID");

        var botBox = box.IsChannel ? box : world.Boxes.Of(bot);
        if (!message.Ids.TryGetValue(botBox.Key, out var messageId))
            throw new RpcError(400, "MESSAGE_ID_INVALID");
        var query = new PendingCallback(BinaryPrimitives.ReadInt64LittleEndian(RandomNumberGenerator.GetBytes(8)) & long.MaxValue, bot.Id, message.Uid);
        _pending[query.Id] = query;
        world.Posts.Announce(bot.Id, scene =>
        {
            scene.See(person);
            return new Tl.UpdateBotCallbackQuery
            {
                QueryId = query.Id,
                UserId = person.Id,
                Peer = scene.Peer(Boxes.PeerIn(message, botBox.Key)),
                MsgId = messageId,
                ChatInstance = world.Hashes.For(bot.Id, message.Chat.Kind == PeerKind.User ? person.Peer : message.Chat),
                Data = data,
            };
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

    /// <returns>The message under which a waiting query's button is; null for an unknown query.</returns>
    public long? MessageOf(long queryId, Account bot) => _pending.TryGetValue(queryId, out var query) && query.BotId == bot.Id ? query.MessageUid : null;
}
