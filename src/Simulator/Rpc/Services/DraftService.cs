using TelegramRest.Simulator.Rpc.Rich;
using TelegramRest.Simulator.World;
using TelegramRest.Simulator.World.Messages;
using TelegramRest.Simulator.World.Text;

namespace TelegramRest.Simulator.Rpc.Services;

/// <summary>messages.*: unfinished messages (https://core.telegram.org/api/drafts).</summary>
internal sealed class DraftService(SimulatorWorld world, PeerResolver peers, RichMaker rich) : IRpcService
{
    public void Register(RpcTable table)
    {
        table.On<Tl.Messages.SaveDraft, bool>(Access.Person, Save);
        table.On<Tl.Messages.GetAllDrafts, Tl.UpdatesBase>(Access.Person, GetAll);
        table.On<Tl.Messages.ClearAllDrafts, bool>(Access.Person, ClearAll);
    }

    private bool Save(Caller caller, Tl.Messages.SaveDraft method)
    {
        var me = caller.Me;
        var chat = peers.Peer(me, method.Peer);
        var topicId = (method.ReplyTo as Tl.InputReplyToMessage)?.TopMsgId;
        var text = TextRules.Clean(method.Message, method.Entities, user => peers.TryUser(me, user)?.Id);
        if (text.Text.Length == 0 && method.ReplyTo is not Tl.InputReplyToMessage { ReplyToMsgId: not 0 } && method.RichMessage is null && method.Media is null)
        {
            world.Drafts.Clear(me, chat, topicId, caller.SessionId);
            return true;
        }

        world.Drafts.Put(
            new StoredDraft
            {
                OwnerId = me.Id,
                Peer = chat,
                TopicId = topicId,
                Message = new Tl.DraftMessage
                {
                    NoWebpage = method.NoWebpage,
                    InvertMedia = method.InvertMedia,
                    ReplyTo = method.ReplyTo,
                    Message = text.Text,
                    Entities = text.Entities.Length == 0 ? null : text.Entities,
                    Media = method.Media,
                    Date = world.Clock.Now,
                    Effect = method.Effect,
                    RichMessage = method.RichMessage is { } article ? rich.Make(me, article, draft: true) : null,
                },
            },
            caller.SessionId);
        return true;
    }

    private Tl.UpdatesBase GetAll(Caller caller, Tl.Messages.GetAllDrafts method)
    {
        var scene = world.Scene(caller.Me);
        return scene.Updates([.. world.Drafts.Of(caller.Me).Select(draft => new Tl.UpdateDraftMessage { Peer = scene.Peer(draft.Peer), TopMsgId = draft.TopicId, Draft = draft.Message })]);
    }

    private bool ClearAll(Caller caller, Tl.Messages.ClearAllDrafts method)
    {
        foreach (var draft in world.Drafts.Of(caller.Me))
            world.Drafts.Clear(caller.Me, draft.Peer, draft.TopicId, caller.SessionId);
        return true;
    }
}
