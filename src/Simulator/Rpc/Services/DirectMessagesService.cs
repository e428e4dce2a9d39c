using TelegramRest.Simulator.World;
using TelegramRest.Simulator.World.Chats;
using TelegramRest.Simulator.World.Messages;
using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.Rpc.Services;

/// <summary>Direct messages to channels (https://core.telegram.org/api/monoforum) and the posts that are suggested in them (https://core.telegram.org/api/suggested-posts). Nobody has Stars here, so a post with a price is never paid.</summary>
internal sealed class DirectMessagesService(SimulatorWorld world, PeerResolver peers) : IRpcService
{
    private const int CommentLimit = 128;

    public void Register(RpcTable table)
    {
        table.On<Tl.Channels.UpdatePaidMessagesPrice, Tl.UpdatesBase>(Access.Person, Open);
        table.On<Tl.Messages.ToggleSuggestedPostApproval, Tl.UpdatesBase>(Access.Account, Decide);
    }

    private Tl.UpdatesBase Open(Caller caller, Tl.Channels.UpdatePaidMessagesPrice method)
    {
        var me = caller.Me;
        var channel = peers.Channel(me, method.Channel);
        if (!channel.Broadcast)
            throw new RpcError(400, "CHANNEL_INVALID");
        if (channel.Find(me.Id) is not ({ Status: MemberStatus.Creator } or { AdminRights.ChangeInfo: true }))
            throw new RpcError(400, "CHAT_ADMIN_REQUIRED");
        if (method.SendPaidMessagesStars != 0)
            throw new RpcError(400, "STARS_AMOUNT_INVALID");
        if (channel.DirectMessages == method.BroadcastMessagesAllowed)
            throw new RpcError(400, "CHAT_NOT_MODIFIED");
        world.Direct.Set(channel, method.BroadcastMessagesAllowed);
        world.Chats.TellChanged(channel, caller.SessionId);
        var scene = world.Scene(me);
        return scene.Updates(ChatRegistry.Seen(scene, channel));
    }

    private Tl.UpdatesBase Decide(Caller caller, Tl.Messages.ToggleSuggestedPostApproval method)
    {
        var me = caller.Me;
        var chat = peers.Peer(me, method.Peer);
        if (chat.Kind != PeerKind.Channel || world.Roster.Channel(chat.Id) is not { } forum || world.Direct.ParentOf(forum) is not { } channel)
            throw new RpcError(400, "SUGGESTED_POST_PEER_INVALID");
        if (!world.Boxes.Of(forum).Messages.TryGetValue(method.MsgId, out var message) || message.HiddenFrom.Contains(me.Id) || message.SuggestedPost is not { Accepted: false, Rejected: false } suggested)
            throw new RpcError(400, "MESSAGE_ID_INVALID");
        RequireOtherSide(me, forum, channel, message, method.Reject);
        if (method.RejectComment is { Length: > CommentLimit })
            throw new RpcError(400, "MESSAGE_TOO_LONG");

        var date = method.ScheduleDate ?? suggested.ScheduleDate;
        if (!method.Reject && date is { } given && given < world.Clock.Now)
            throw new RpcError(400, "SCHEDULE_DATE_INVALID");
        var poor = !method.Reject && suggested.Price is Tl.StarsAmount { Amount: > 0 } or Tl.StarsTonAmount { Amount: > 0 };
        var action = new Tl.MessageActionSuggestedPostApproval
        {
            Rejected = method.Reject,
            BalanceTooLow = poor && !method.Reject,
            RejectComment = method.Reject ? method.RejectComment : null,
            ScheduleDate = method.Reject ? null : date ?? world.Clock.Now,
            Price = suggested.Price,
        };
        var updates = new List<Tl.UpdateBase>();
        var scene = world.Scene(me);
        if (method.Reject || !poor)
        {
            message.SuggestedPost = new Tl.SuggestedPost { Accepted = !method.Reject, Rejected = method.Reject, Price = suggested.Price, ScheduleDate = method.Reject ? suggested.ScheduleDate : date };
            updates.Add(scene.Update(world.Boxes.Of(forum), world.Posts.Edited(message, me, caller.SessionId))!);
        }

        var notice = world.Posts.Send(me, forum.Peer, new Draft
        {
            Action = action,
            Reply = new ReplyTarget(message.Uid, null, null, null),
            DirectTopic = message.DirectTopic,
            SendAs = world.Direct.IsAdmin(forum, me) ? channel.Peer : null,
            FromSessionId = caller.SessionId,
        });
        updates.Add(scene.Update(notice.Box, notice.Event)!);
        if (message.SuggestedPost is { Accepted: true })
            world.Direct.Publish(channel, message);
        return scene.Updates([.. updates]);
    }

    /// <summary>A person's suggestion is decided by the channel, the channel's by the person.</summary>
    private void RequireOtherSide(Account me, Channel forum, Channel channel, StoredMessage message, bool reject)
    {
        var admin = world.Direct.IsAdmin(forum, me);
        if (message.SentAs == channel.Peer)
        {
            if (admin || message.DirectTopic != me.Peer)
                throw new RpcError(403, "CHAT_WRITE_FORBIDDEN");
            return;
        }

        if (!admin || (!reject && channel.Find(me.Id) is not ({ Status: MemberStatus.Creator } or { AdminRights.PostMessages: true })))
            throw new RpcError(400, "CHAT_ADMIN_REQUIRED");
    }
}
