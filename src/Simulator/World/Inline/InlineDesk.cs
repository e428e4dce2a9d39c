using System.Buffers.Binary;
using System.Security.Cryptography;
using TelegramRest.Simulator.Rpc;
using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.World.Inline;

/// <summary>
/// Inline queries between people and bots, their answers, and prepared messages (https://core.telegram.org/api/bots/inline). None of it outlives the process:
/// Telegram too asks the bot again when it has forgotten.
/// </summary>
internal sealed class InlineDesk(SimulatorWorld world)
{
    private const int PreparedSeconds = 24 * 3600;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Dictionary<long, InlineQuery> _waiting = [];
    private readonly Dictionary<long, InlineAnswer> _answers = [];
    private readonly Dictionary<(long BotId, long UserId, string Text, string Offset), InlineAnswer> _cache = [];
    private readonly Dictionary<string, PreparedMessage> _prepared = new(StringComparer.Ordinal);

    public InlineAnswer? Cached(Account bot, Account person, string text, string offset)
    {
        foreach (var userId in (ReadOnlySpan<long>)[person.Id, 0])
        {
            if (_cache.TryGetValue((bot.Id, userId, text, offset), out var answer) && answer.ExpiresAt > world.Clock.Now)
                return answer;
        }

        return null;
    }

    /// <summary>Asks the bot. To be called under the world's lock; the answer is awaited outside of it.</summary>
    public InlineQuery Ask(Account bot, Account person, string text, string offset, Tl.GeoPoint? place, Tl.InlineQueryPeerTypeBase? peerType)
    {
        var query = new InlineQuery(NewId(), bot.Id, person.Id, text, offset);
        _waiting[query.Id] = query;
        world.Posts.Announce(bot.Id, scene =>
        {
            scene.See(person);
            return new Tl.UpdateBotInlineQuery { QueryId = query.Id, UserId = person.Id, Query = text, Geo = place, PeerType = peerType, Offset = offset };
        });
        return query;
    }

    /// <exception cref="RpcError">BOT_RESPONSE_TIMEOUT.</exception>
    public async Task<InlineAnswer> WaitAsync(InlineQuery query, CancellationToken cancellationToken)
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
                _waiting.Remove(query.Id);
        }
    }

    /// <exception cref="RpcError">QUERY_ID_INVALID for a query that is answered, too old, or another bot's.</exception>
    public InlineQuery Waiting(Account bot, long queryId) =>
        _waiting.TryGetValue(queryId, out var query) && query.BotId == bot.Id && !query.Answer.Task.IsCompleted ? query : throw new RpcError(400, "QUERY_ID_INVALID");

    public void Answer(InlineQuery query, InlineAnswer answer)
    {
        _answers[query.Id] = answer;
        if (answer.CacheTime > 0)
            _cache[(query.BotId, answer.Private ? query.UserId : 0, query.Text, query.Offset)] = answer;
        query.Answer.TrySetResult(answer);
    }

    /// <returns>The result that a person chose, and what was asked for it.</returns>
    /// <exception cref="RpcError">INLINE_RESULT_EXPIRED.</exception>
    public (Account Bot, string Text, InlineResult Result) Choose(Account person, long queryId, string resultId)
    {
        if (_answers.TryGetValue(queryId, out var answer) && answer.Results.FirstOrDefault(result => result.Id == resultId) is { } result && world.Roster.Account(answer.BotId) is { } bot)
            return (bot, answer.Text, result);
        if (_prepared.Values.FirstOrDefault(each => each.QueryId == queryId && each.Result.Id == resultId && each.UserId == person.Id && each.ExpiresAt > world.Clock.Now) is { } prepared
            && world.Roster.Account(prepared.BotId) is { } preparer)
            return (preparer, "", prepared.Result);
        throw new RpcError(400, "INLINE_RESULT_EXPIRED");
    }

    public PreparedMessage Prepare(Account bot, Account person, InlineResult result, Tl.InlineQueryPeerTypeBase[] peerTypes)
    {
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12));
        return _prepared[id] = new PreparedMessage(id, bot.Id, person.Id, NewId(), result, peerTypes, world.Clock.Now + PreparedSeconds);
    }

    public PreparedMessage? Prepared(Account bot, Account person, string id) =>
        _prepared.TryGetValue(id, out var prepared) && prepared.BotId == bot.Id && prepared.UserId == person.Id && prepared.ExpiresAt > world.Clock.Now ? prepared : null;

    private static long NewId() => BinaryPrimitives.ReadInt64LittleEndian(RandomNumberGenerator.GetBytes(8)) & long.MaxValue;
}
