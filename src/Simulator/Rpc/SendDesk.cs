using TelegramRest.Simulator.World;
using TelegramRest.Simulator.World.Messages;
using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.Rpc;

/// <summary>The way that every new message takes: may it be sent, what does it answer, and is it sent now or later.</summary>
internal sealed class SendDesk(SimulatorWorld world, PeerResolver peers, SendRules rules, ContentRules content)
{
    private const int ScheduleLimit = 100;

    // What is due within seconds is sent at once (https://core.telegram.org/api/scheduled-messages).
    private const int AtOnce = 10;
    private const int FarthestDate = 366 * 86_400;

    /// <summary>Checks the terms. The draft has everything but its content.</summary>
    /// <exception cref="RpcError">The error that Telegram gives for the first rule broken.</exception>
    public (PeerKey Chat, Draft Draft) Open(Caller caller, SendTerms terms, IReadOnlyList<ContentKind> kinds)
    {
        var me = caller.Me;
        var chat = peers.Peer(me, terms.Peer);
        foreach (var kind in kinds)
            rules.Check(me, chat, kind);
        CheckDate(me, chat, terms.ScheduleDate, kinds.Count);
        if (!IsLater(chat, terms.ScheduleDate))
            rules.CheckPace(me, chat, terms.IsAlbum ? 1 : kinds.Count);
        var sendAs = SendAs(me, chat, terms.SendAs);
        var (reply, topicId) = content.Reply(me, chat, terms.ReplyTo);
        var direct = Direct(me, chat, terms, reply);
        return (chat, new Draft
        {
            Markup = content.Markup(me, terms.Markup),
            Reply = reply,
            TopicId = topicId,
            SendAs = direct?.SendAs ?? sendAs,
            DirectTopic = direct?.Topic,
            SuggestedPost = terms.SuggestedPost,
            Silent = terms.Silent,
            NoForwards = terms.NoForwards,
            InvertMedia = terms.InvertMedia,
            EffectId = chat.Kind == PeerKind.User ? terms.Effect : null,
            FromSessionId = caller.SessionId,
        });
    }

    /// <summary>Sends the drafts, or puts them among those that wait.</summary>
    public Tl.UpdatesBase Close(Caller caller, PeerKey chat, SendTerms terms, params IReadOnlyList<Draft> drafts)
    {
        var me = caller.Me;
        if (terms.ClearDraft && drafts.Count > 0)
            world.Drafts.Clear(me, chat, drafts[0].TopicId, caller.SessionId);
        if (IsLater(chat, terms.ScheduleDate))
            return Schedule(me, chat, drafts, terms.ScheduleDate!.Value);
        var sent = new List<Sent>();
        foreach (var draft in drafts)
        {
            world.Flood.Count(me, chat);
            sent.Add(world.Posts.Send(me, chat, draft));
        }

        return SentAnswer.Of(world, me, sent);
    }

    /// <exception cref="RpcError">RANDOM_ID_EMPTY, 500 RANDOM_ID_DUPLICATE.</exception>
    public void RequireNew(Account me, long randomId)
    {
        if (randomId == 0)
            throw new RpcError(400, "RANDOM_ID_EMPTY");
        if (world.Boxes.HasRandomId(me.Id, randomId))
            throw new RpcError(500, "RANDOM_ID_DUPLICATE");
    }

    public void CheckDate(Account me, PeerKey chat, int? date, int count)
    {
        if (date is null)
            return;
        if (me.IsBot)
            throw new RpcError(400, "SCHEDULE_BOT_NOT_ALLOWED");
        if (date == ScheduledMessage.WhenOnline && (chat.Kind != PeerKind.User || chat == me.Peer || world.Roster.Account(chat.Id) is { IsBot: true }))
            throw new RpcError(400, "SCHEDULE_STATUS_PRIVATE");
        if (date != ScheduledMessage.WhenOnline && date > world.Clock.Now + FarthestDate)
            throw new RpcError(400, "SCHEDULE_DATE_TOO_LATE");
        if (world.Scheduled.Of(me, chat).Count + count > ScheduleLimit)
            throw new RpcError(400, "SCHEDULE_TOO_MUCH");
    }

    private bool IsLater(PeerKey chat, int? date) => date switch
    {
        null => false,
        ScheduledMessage.WhenOnline => world.Roster.Account(chat.Id) is { Online: false },
        _ => date > world.Clock.Now + AtOnce,
    };

    private Tl.UpdatesConstructor Schedule(Account me, PeerKey chat, IReadOnlyList<Draft> drafts, int date)
    {
        var scene = world.Scene(me);
        var waiting = drafts.Select(draft => world.Scheduled.Add(me, chat, draft, date)).ToList();
        Tl.UpdateBase[] updates =
        [
            .. waiting.Select(each => new Tl.UpdateMessageID { Id = each.Id, RandomId = each.Message.RandomId }),
            .. waiting.Select(each => world.Scheduled.New(scene, each)),
        ];
        foreach (var each in waiting)
            world.Posts.Announce(me.Id, other => world.Scheduled.New(other, each), drafts[0].FromSessionId);
        return scene.Updates(updates);
    }

    /// <summary>In a channel's direct messages every message belongs to somebody's conversation; only there posts are suggested.</summary>
    private (PeerKey Topic, PeerKey? SendAs)? Direct(Account me, PeerKey chat, SendTerms terms, ReplyTarget? reply)
    {
        if (chat.Kind != PeerKind.Channel || world.Roster.Channel(chat.Id) is not { ParentId: not null } forum)
            return terms.SuggestedPost is null ? null : throw new RpcError(400, "SUGGESTED_POST_PEER_INVALID");
        var wanted = terms.ReplyTo switch
        {
            Tl.InputReplyToMonoForum it => it.MonoforumPeerId,
            Tl.InputReplyToMessage it => it.MonoforumPeerId,
            _ => null,
        };
        return world.Direct.Place(forum, me, wanted is null ? null : peers.Peer(me, wanted), reply is null ? null : world.Boxes.Message(reply.Uid));
    }

    /// <summary>Supergroups may be written to in the name of a public channel of one's own.</summary>
    private PeerKey? SendAs(Account me, PeerKey chat, Tl.InputPeerBase? wanted)
    {
        if (wanted is null)
            return null;
        var peer = peers.Peer(me, wanted);
        if (peer == me.Peer && !(chat.Kind == PeerKind.Channel && world.Roster.Channel(chat.Id) is { Broadcast: true }))
            return null;
        var channel = chat.Kind == PeerKind.Channel ? world.Roster.Channel(chat.Id) : null;
        if (channel is not null && peer == chat && (channel.Broadcast || channel.Find(me.Id) is { AdminRights.Anonymous: true }))
            return chat;
        if (channel is { Broadcast: false } && peer.Kind == PeerKind.Channel && world.Roster.Channel(peer.Id) is { Broadcast: true, Username: not null } own && own.CreatorId == me.Id)
            return peer;
        throw new RpcError(400, "SEND_AS_PEER_INVALID");
    }
}
