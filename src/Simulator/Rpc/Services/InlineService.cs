using TelegramRest.Simulator.Rpc.Rich;
using TelegramRest.Simulator.World;
using TelegramRest.Simulator.World.Inline;
using TelegramRest.Simulator.World.Messages;
using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.Rpc.Services;

/// <summary>Inline mode: queries, answers, choices and prepared messages (https://core.telegram.org/api/bots/inline).</summary>
internal sealed class InlineService(SimulatorWorld world, PeerResolver peers, SendRules rules, ContentRules content, MediaMaker media, RichMaker rich) : IRpcService
{
    private const int ResultLimit = 50;
    private const int QueryLimit = 256;
    private const int OffsetLimit = 64;

    private readonly InlineResults _results = new(world, content, rich);
    private readonly InlineSender _sender = new(world, media);

    public void Register(RpcTable table)
    {
        table.OnAsync<Tl.Messages.GetInlineBotResults, Tl.Messages.BotResults>(Access.Person, AskAsync);
        table.On<Tl.Messages.SetInlineBotResults, bool>(Access.Bot, Answer);
        table.OnAsync<Tl.Messages.SendInlineBotResult, Tl.UpdatesBase>(Access.Person, SendAsync);
        table.On<Tl.Messages.SavePreparedInlineMessage, Tl.Messages.BotPreparedInlineMessage>(Access.Bot, Prepare);
        table.On<Tl.Messages.GetPreparedInlineMessage, Tl.Messages.PreparedInlineMessage>(Access.Person, GetPrepared);
    }

    private async Task<Tl.Messages.BotResults> AskAsync(Caller caller, Tl.Messages.GetInlineBotResults method, CancellationToken cancellationToken)
    {
        var me = caller.Me;
        InlineQuery? query = null;
        var answer = await world.ChangeAsync(
            () =>
            {
                var bot = peers.TryUser(me, method.Bot) is { IsBot: true } found ? found : throw new RpcError(400, "BOT_INVALID");
                if (bot.Bot!.InlinePlaceholder is null)
                    throw new RpcError(400, "BOT_INLINE_DISABLED");
                var text = method.Query.Length <= QueryLimit ? method.Query : method.Query[..QueryLimit];
                if (world.Inline.Cached(bot, me, text, method.Offset) is { } cached)
                    return cached;
                var place = bot.Bot.InlineGeo && method.GeoPoint is Tl.InputGeoPoint point ? new Tl.GeoPoint { Lat = point.Lat, Long = point.Long, AccuracyRadius = point.AccuracyRadius } : null;
                query = world.Inline.Ask(bot, me, text, method.Offset, place, PeerType(me, bot, method.Peer));
                return null;
            },
            cancellationToken);
        answer ??= await world.Inline.WaitAsync(query!, cancellationToken);
        return new Tl.Messages.BotResults
        {
            Gallery = answer.Gallery,
            QueryId = answer.QueryId,
            NextOffset = answer.NextOffset,
            SwitchPm = answer.SwitchPm,
            SwitchWebview = answer.SwitchWebview,
            Results = [.. answer.Results.Select(result => result.Shown)],
            CacheTime = answer.CacheTime,
            Users = [],
        };
    }

    private Tl.InlineQueryPeerTypeBase? PeerType(Account me, Account bot, Tl.InputPeerBase peer)
    {
        if (peer is Tl.InputPeerEmpty)
            return null;
        var chat = peers.Peer(me, peer);
        return chat.Kind switch
        {
            PeerKind.User when chat.Id == bot.Id => new Tl.InlineQueryPeerTypeSameBotPM(),
            PeerKind.User when world.Roster.Account(chat.Id) is { IsBot: true } => new Tl.InlineQueryPeerTypeBotPM(),
            PeerKind.User => new Tl.InlineQueryPeerTypePM(),
            PeerKind.Group => new Tl.InlineQueryPeerTypeChat(),
            _ => world.Roster.Channel(chat.Id)!.Broadcast ? new Tl.InlineQueryPeerTypeBroadcast() : new Tl.InlineQueryPeerTypeMegagroup(),
        };
    }

    private bool Answer(Caller caller, Tl.Messages.SetInlineBotResults method)
    {
        var bot = caller.Me;
        var query = world.Inline.Waiting(bot, method.QueryId);
        if (method.Results.Length > ResultLimit)
            throw new RpcError(400, "RESULTS_TOO_MUCH");
        if (method.NextOffset is { Length: > OffsetLimit })
            throw new RpcError(400, "NEXT_OFFSET_INVALID");
        if (method.SwitchPm is { } button)
            CheckSwitch(button);
        if (method.SwitchWebview is { } app && (app.Text.Length == 0 || !app.Url.StartsWith("https://", StringComparison.OrdinalIgnoreCase)))
            throw new RpcError(400, app.Text.Length == 0 ? "SWITCH_PM_TEXT_EMPTY" : "URL_INVALID");
        var results = method.Results.Select(result => _results.Check(bot, result)).ToList();
        if (results.DistinctBy(result => result.Id).Count() != results.Count)
            throw new RpcError(400, "RESULT_ID_DUPLICATE");
        world.Inline.Answer(query, new InlineAnswer(query.Id, bot.Id, query.Text, results)
        {
            Gallery = method.Gallery,
            Private = method.Private,
            NextOffset = method.NextOffset is { Length: > 0 } offset ? offset : null,
            SwitchPm = method.SwitchPm,
            SwitchWebview = method.SwitchWebview,
            CacheTime = method.CacheTime,
            ExpiresAt = world.Clock.Now + method.CacheTime,
        });
        return true;
    }

    private static void CheckSwitch(Tl.InlineBotSwitchPM button)
    {
        if (button.Text.Trim().Length == 0)
            throw new RpcError(400, "SWITCH_PM_TEXT_EMPTY");
        if (button.StartParam.Length == 0)
            throw new RpcError(400, "START_PARAM_EMPTY");
        if (button.StartParam.Length > 64 || !button.StartParam.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-'))
            throw new RpcError(400, "START_PARAM_INVALID");
    }

    private async Task<Tl.UpdatesBase> SendAsync(Caller caller, Tl.Messages.SendInlineBotResult method, CancellationToken cancellationToken)
    {
        var me = caller.Me;
        (PeerKey Chat, (ReplyTarget? Target, int? TopicId) Reply, Account Bot, string Text, InlineResult Result) Prepare()
        {
            if (method.RandomId == 0)
                throw new RpcError(400, "RANDOM_ID_EMPTY");
            if (world.Boxes.HasRandomId(me.Id, method.RandomId))
                throw new RpcError(500, "RANDOM_ID_DUPLICATE");
            if (method.ScheduleDate is not null)
                throw new RpcError(400, "SCHEDULE_DATE_INVALID");
            if (method.Id.Length == 0)
                throw new RpcError(400, "RESULT_ID_EMPTY");
            var chat = peers.Peer(me, method.Peer);
            var (bot, text, result) = world.Inline.Choose(me, method.QueryId, method.Id);
            rules.Check(me, chat, _sender.Kind(result.Message));
            InlineRights.Check(world, me, chat);
            rules.CheckPace(me, chat);
            return (chat, content.Reply(me, chat, method.ReplyTo), bot, text, result);
        }

        InlineMessage message;
        lock (world.Gate)
            message = Prepare().Result.Message;
        var made = await _sender.MakeAsync(me, message, cancellationToken);
        return await world.ChangeAsync(
            () =>
            {
                var (chat, reply, bot, text, result) = Prepare();
                var sent = _sender.Send(me, chat, bot, message, made, new Draft { Reply = reply.Target, TopicId = reply.TopicId, Silent = method.Silent, RandomId = method.RandomId, FromSessionId = caller.SessionId });
                if (bot.Bot!.InlineFeedback)
                    TellChoice(me, bot, text, result, sent.Message);
                return SentAnswer.Of(world, me, sent);
            },
            cancellationToken);
    }

    private void TellChoice(Account me, Account bot, string text, InlineResult result, StoredMessage message) => world.Posts.Announce(bot.Id, scene =>
    {
        scene.See(me);
        return new Tl.UpdateBotInlineSend { UserId = me.Id, Query = text, Id = result.Id, MsgId = message.Markup is Tl.ReplyInlineMarkup ? world.InlineIds.Of(message, bot) : null };
    });

    private Tl.Messages.BotPreparedInlineMessage Prepare(Caller caller, Tl.Messages.SavePreparedInlineMessage method)
    {
        var person = peers.User(caller.Me, method.UserId);
        var prepared = world.Inline.Prepare(caller.Me, person, _results.Check(caller.Me, method.Result), method.PeerTypes ?? []);
        return new Tl.Messages.BotPreparedInlineMessage { Id = prepared.Id, ExpireDate = prepared.ExpiresAt };
    }

    private Tl.Messages.PreparedInlineMessage GetPrepared(Caller caller, Tl.Messages.GetPreparedInlineMessage method)
    {
        var bot = peers.User(caller.Me, method.Bot);
        var prepared = world.Inline.Prepared(bot, caller.Me, method.Id) ?? throw new RpcError(400, "ID_INVALID");
        return new Tl.Messages.PreparedInlineMessage
        {
            QueryId = prepared.QueryId,
            Result = prepared.Result.Shown,
            PeerTypes = prepared.PeerTypes,
            CacheTime = 0,
            Users = world.Scene(caller.Me).See(bot).Users(),
        };
    }
}
