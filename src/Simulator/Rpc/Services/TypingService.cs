using TelegramRest.Simulator.Rpc.Rich;
using TelegramRest.Simulator.World;
using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.Rpc.Services;

/// <summary>messages.setTyping: that somebody is writing, and what a bot has written so far (https://core.telegram.org/api/bots/streaming).</summary>
internal sealed class TypingService(SimulatorWorld world, PeerResolver peers, SendRules rules, ContentRules content, RichMaker rich) : IRpcService
{
    public void Register(RpcTable table) => table.On<Tl.Messages.SetTyping, bool>(Access.Account, SetTyping);

    private bool SetTyping(Caller caller, Tl.Messages.SetTyping method)
    {
        var me = caller.Me;
        var chat = peers.Peer(me, method.Peer);
        rules.Check(me, chat, ContentKind.Plain);
        var action = Action(me, chat, method.Action);
        IEnumerable<long> others = chat.Kind switch
        {
            PeerKind.User => [chat.Id],
            PeerKind.Group => world.Roster.Group(chat.Id)!.Members.Keys,
            _ => world.Roster.Channel(chat.Id)! is { Broadcast: false } channel ? channel.MemberIds() : [],
        };
        foreach (var other in others.Where(id => id != me.Id && world.Roster.Account(id) is { IsBot: false }).ToList())
        {
            world.Posts.Announce(other, scene =>
            {
                scene.See(me).See(chat.Kind == PeerKind.User ? me.Peer : chat);
                return chat.Kind switch
                {
                    PeerKind.User => new Tl.UpdateUserTyping { UserId = me.Id, TopMsgId = method.TopMsgId, Action = action },
                    PeerKind.Group => new Tl.UpdateChatUserTyping { ChatId = chat.Id, FromId = me.Peer.ToTl(), Action = action },
                    _ => new Tl.UpdateChannelUserTyping { ChannelId = chat.Id, TopMsgId = method.TopMsgId, FromId = me.Peer.ToTl(), Action = action },
                };
            });
        }

        return true;
    }

    /// <summary>Drafts are for bots in private chats; their text is cleaned as a message's is, but may be empty.</summary>
    private Tl.SendMessageActionBase Action(Account me, PeerKey chat, Tl.SendMessageActionBase action)
    {
        if (action is not (Tl.SendMessageTextDraftAction or Tl.InputSendMessageRichMessageDraftAction))
            return action;
        if (!me.IsBot)
            throw new RpcError(400, "USER_BOT_REQUIRED");
        if (chat.Kind != PeerKind.User)
            throw new RpcError(400, "PEER_ID_INVALID");
        switch (action)
        {
            case Tl.SendMessageTextDraftAction { RandomId: not 0 } draft:
                var text = draft.Text.Text.Trim().Length == 0 ? null : content.Text(me, draft.Text.Text, draft.Text.Entities);
                return new Tl.SendMessageTextDraftAction { RandomId = draft.RandomId, Text = new Tl.TextWithEntities { Text = text?.Text ?? "", Entities = text?.Entities ?? [] } };
            case Tl.InputSendMessageRichMessageDraftAction { RandomId: not 0 } draft:
                return new Tl.SendMessageRichMessageDraftAction { RandomId = draft.RandomId, RichMessage = rich.Make(me, draft.RichMessage, draft: true) };
            default:
                throw new RpcError(400, "RANDOM_ID_EMPTY");
        }
    }
}
