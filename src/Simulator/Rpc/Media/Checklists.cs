using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.Rpc.Media;

/// <summary>Checklists (https://core.telegram.org/api/todo).</summary>
internal static class Checklists
{
    private const int TitleLimit = 255;
    private const int ItemLimit = 30;
    private const int ItemTextLimit = 100;

    /// <exception cref="RpcError">403 PREMIUM_ACCOUNT_REQUIRED for bots, who make checklists only for a business; TODO_ITEMS_EMPTY, MEDIA_INVALID, TODO_ITEM_DUPLICATE.</exception>
    public static Tl.MessageMediaToDo Make(Account me, Tl.TodoList list)
    {
        if (me.IsBot)
            throw new RpcError(403, "PREMIUM_ACCOUNT_REQUIRED");
        Check(list);
        return new Tl.MessageMediaToDo { Todo = list };
    }

    /// <summary>The list after its author rewrote it: what was done stays done.</summary>
    public static Tl.MessageMediaToDo Rewrite(Tl.MessageMediaToDo before, Tl.TodoList list)
    {
        Check(list);
        var done = (before.Completions ?? []).Where(completion => list.List.Any(item => item.Id == completion.Id)).ToArray();
        return new Tl.MessageMediaToDo { Todo = list, Completions = done.Length == 0 ? null : done };
    }

    public static Tl.MessageMediaToDo Append(Tl.MessageMediaToDo before, Tl.TodoItem[] items)
    {
        var list = new Tl.TodoList
        {
            OthersCanAppend = before.Todo.OthersCanAppend,
            OthersCanComplete = before.Todo.OthersCanComplete,
            Title = before.Todo.Title,
            List = [.. before.Todo.List, .. items],
        };
        Check(list);
        return new Tl.MessageMediaToDo { Todo = list, Completions = before.Completions };
    }

    /// <param name="now">Unix seconds.</param>
    /// <returns>Null when nothing changes.</returns>
    public static Tl.MessageMediaToDo? Tick(Tl.MessageMediaToDo before, Account actor, int[] completed, int[] incompleted, int now)
    {
        var known = before.Todo.List.Select(item => item.Id).ToHashSet();
        var done = (before.Completions ?? []).ToDictionary(completion => completion.Id);
        var changed = false;
        foreach (var id in completed.Where(id => known.Contains(id) && !done.ContainsKey(id)))
        {
            done[id] = new Tl.TodoCompletion { Id = id, CompletedBy = actor.Peer.ToTl(), Date = now };
            changed = true;
        }

        foreach (var id in incompleted)
            changed |= done.Remove(id);
        return changed ? new Tl.MessageMediaToDo { Todo = before.Todo, Completions = done.Count == 0 ? null : [.. done.Values] } : null;
    }

    private static void Check(Tl.TodoList list)
    {
        if (list.List.Length == 0)
            throw new RpcError(400, "TODO_ITEMS_EMPTY");
        var textsFit = list.Title.Text.Length is > 0 and <= TitleLimit && list.List.All(item => item.Title.Text.Length is > 0 and <= ItemTextLimit);
        if (!textsFit || list.List.Length > ItemLimit)
            throw new RpcError(400, "MEDIA_INVALID");
        if (list.List.Select(item => item.Id).Distinct().Count() < list.List.Length || list.List.Any(item => item.Id <= 0))
            throw new RpcError(400, "TODO_ITEM_DUPLICATE");
    }
}
