using TelegramRest.Simulator.World;
using TelegramRest.Simulator.World.Messages;
using TelegramRest.Simulator.World.Model;
using TelegramRest.Simulator.World.Polls;

namespace TelegramRest.Simulator.Rpc.Services;

/// <summary>messages.forwardMessages, which is copying too (https://core.telegram.org/method/messages.forwardMessages).</summary>
internal sealed class ForwardService(SimulatorWorld world, PeerResolver peers, SendDesk desk) : IRpcService
{
    private const int Limit = 100;

    public void Register(RpcTable table) => table.On<Tl.Messages.ForwardMessages, Tl.UpdatesBase>(Access.Account, Forward);

    private Tl.UpdatesBase Forward(Caller caller, Tl.Messages.ForwardMessages method)
    {
        var me = caller.Me;
        if (method.Id.Length is 0 or > Limit)
            throw new RpcError(400, method.Id.Length == 0 ? "MESSAGE_IDS_EMPTY" : "MESSAGE_ID_INVALID");
        if (method.RandomId.Length != method.Id.Length || method.RandomId.Distinct().Count() != method.RandomId.Length)
            throw new RpcError(400, "RANDOM_ID_INVALID");
        var source = peers.Peer(me, method.FromPeer);
        var messages = Find(me, source, method.Id);
        var terms = SendTerms.Of(method);
        var (target, draft) = desk.Open(caller, terms, [.. messages.Select(message => ContentKinds.Of(message.Media))]);
        foreach (var message in messages)
            CheckMay(me, target, message, method.DropAuthor);
        foreach (var randomId in method.RandomId)
            desk.RequireNew(me, randomId);

        var copy = method.DropAuthor || method.DropMediaCaptions;
        var albums = new Dictionary<long, long>();
        var drafts = messages.Select((message, index) => Content(draft, message, me, copy, method.DropMediaCaptions) with
        {
            Forward = copy ? null : Origin(message, source, target == me.Peer ? method.Id[index] : null),
            GroupedId = Album(albums, message.GroupedId),
            RandomId = method.RandomId[index],
        }).ToList();
        foreach (var message in messages.Where(message => message.SentAs is not null))
            message.Forwards++;
        return desk.Close(caller, target, terms, drafts);
    }

    private List<StoredMessage> Find(Account me, PeerKey source, int[] ids)
    {
        var box = world.Boxes.For(me, source);
        var restricted = source.Kind switch
        {
            PeerKind.Channel => world.Roster.Channel(source.Id) is { NoForwards: true },
            PeerKind.Group => world.Roster.Group(source.Id) is { NoForwards: true },
            _ => false,
        };
        var messages = new List<StoredMessage>();
        foreach (var id in ids)
        {
            if (!box.Messages.TryGetValue(id, out var message) || Boxes.PeerIn(message, box.Key) != source || message.Action is not null)
                throw new RpcError(400, "MESSAGE_ID_INVALID");
            if (message.NoForwards || restricted)
                throw new RpcError(400, "CHAT_FORWARDS_RESTRICTED");
            messages.Add(message);
        }

        return messages;
    }

    private void CheckMay(Account me, PeerKey target, StoredMessage message, bool copy)
    {
        if (message.Media is not Tl.MessageMediaPoll media || world.Polls.Find(media.Poll.Id) is not { } poll)
            return;
        if (poll.Poll.PublicVoters && target.Kind == PeerKind.Channel && world.Roster.Channel(target.Id) is { Broadcast: true })
            throw new RpcError(400, "BROADCAST_PUBLIC_VOTERS_FORBIDDEN");

        // A copy is a new quiz, and whoever makes one must know its answer.
        if (copy && poll is { Poll: { Quiz: true, Closed: false } } && poll.CreatorId != me.Id && !poll.Votes.ContainsKey(me.Id))
            throw new RpcError(400, "QUIZ_ANSWER_MISSING");
    }

    private Draft Content(Draft draft, StoredMessage message, Account me, bool copy, bool dropCaption)
    {
        dropCaption &= message.Media is not (null or Tl.MessageMediaWebPage);
        return draft with
        {
            Text = dropCaption ? "" : message.Text,
            Entities = dropCaption ? [] : message.Entities,
            Media = copy && message.Media is Tl.MessageMediaPoll media && world.Polls.Find(media.Poll.Id) is { } poll ? world.Polls.Copy(poll, me) : message.Media,
            Rich = message.Rich,
            Markup = Markup(message.Markup),
            ViaBotId = message.ViaBotId,
            InvertMedia = message.InvertMedia,
        };
    }

    /// <summary>Links go along; buttons that only the bot understands do not.</summary>
    private static Tl.ReplyInlineMarkup? Markup(Tl.ReplyMarkupBase? markup) =>
        markup is Tl.ReplyInlineMarkup inline && inline.Rows.SelectMany(row => row.Buttons).All(button => button is Tl.KeyboardButtonUrl or Tl.KeyboardButtonUrlAuth) ? inline : null;

    /// <summary>Who wrote it first, however often it was forwarded; a channel's post names the channel.</summary>
    private static ForwardOrigin Origin(StoredMessage message, PeerKey source, int? savedId)
    {
        var origin = message.Forward ?? (message.SentAs is { Kind: PeerKind.Channel } channel
            ? new ForwardOrigin(channel, null, message.Date, message.Ids.GetValueOrDefault(-channel.Id) is var id and > 0 ? id : null, message.PostAuthor)
            : new ForwardOrigin(PeerKey.User(message.SenderId), null, message.Date, null, null));
        return savedId is null ? origin : origin with { SavedFrom = source, SavedFromId = savedId };
    }

    private static long? Album(Dictionary<long, long> albums, long? before)
    {
        if (before is not { } id)
            return null;
        if (!albums.TryGetValue(id, out var after))
            albums[id] = after = PollDesk.NewId();
        return after;
    }
}
