using TelegramRest.Simulator.Rpc.Media;
using TelegramRest.Simulator.World;
using TelegramRest.Simulator.World.Messages;
using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.Rpc.Services;

/// <summary>messages.*: ticking the items of checklists and adding some (https://core.telegram.org/api/todo).</summary>
internal sealed class ChecklistService(SimulatorWorld world, PeerResolver peers) : IRpcService
{
    public void Register(RpcTable table)
    {
        table.On<Tl.Messages.ToggleTodoCompleted, Tl.UpdatesBase>(Access.Account, Toggle);
        table.On<Tl.Messages.AppendTodoList, Tl.UpdatesBase>(Access.Account, Append);
    }

    private Tl.UpdatesBase Toggle(Caller caller, Tl.Messages.ToggleTodoCompleted method)
    {
        var (box, message, list) = Find(caller.Me, method.Peer, method.MsgId);
        if (message.SenderId != caller.Me.Id && !list.Todo.OthersCanComplete)
            throw new RpcError(403, "MESSAGE_AUTHOR_REQUIRED");
        var after = Checklists.Tick(list, caller.Me, method.Completed, method.Incompleted, world.Clock.Now) ?? throw new RpcError(400, "TODO_NOT_MODIFIED");
        return Change(caller, box, message, after, new Tl.MessageActionTodoCompletions { Completed = method.Completed, Incompleted = method.Incompleted });
    }

    private Tl.UpdatesBase Append(Caller caller, Tl.Messages.AppendTodoList method)
    {
        var (box, message, list) = Find(caller.Me, method.Peer, method.MsgId);
        if (message.SenderId != caller.Me.Id && !list.Todo.OthersCanAppend)
            throw new RpcError(403, "MESSAGE_AUTHOR_REQUIRED");
        if (method.List.Length == 0)
            throw new RpcError(400, "TODO_ITEMS_EMPTY");
        return Change(caller, box, message, Checklists.Append(list, method.List), new Tl.MessageActionTodoAppendTasks { List = method.List });
    }

    /// <summary>The list changes without being marked as edited, and a service message says what was done.</summary>
    private Tl.UpdatesConstructor Change(Caller caller, Box box, StoredMessage message, Tl.MessageMediaToDo after, Tl.MessageActionBase action)
    {
        message.Media = after;
        var entry = world.Posts.Edited(message, caller.Me, caller.SessionId);
        var notice = world.Posts.Send(caller.Me, Boxes.PeerIn(message, box.Key), new Draft
        {
            Action = action,
            Reply = new ReplyTarget(message.Uid, null, null, null),
            TopicId = message.TopicId,
            FromSessionId = caller.SessionId,
        });
        var scene = world.Scene(caller.Me);
        Tl.UpdateBase?[] updates = [scene.Update(box, entry), scene.Update(notice.Box, notice.Event)];
        return scene.Updates([.. updates.OfType<Tl.UpdateBase>()]);
    }

    private (Box Box, StoredMessage Message, Tl.MessageMediaToDo List) Find(Account me, Tl.InputPeerBase peer, int id)
    {
        var chat = peers.Peer(me, peer);
        var box = world.Boxes.For(me, chat);
        return box.Messages.TryGetValue(id, out var message) && Boxes.PeerIn(message, box.Key) == chat && message is { Media: Tl.MessageMediaToDo list, Forward: null }
            ? (box, message, list)
            : throw new RpcError(400, "MESSAGE_ID_INVALID");
    }
}
