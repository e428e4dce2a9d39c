using TelegramRest.BotApi;
using TelegramRest.Mapping.Text;

namespace TelegramRest.Mapping.Media;

/// <summary>Checklists and their tasks.</summary>
/// <remarks>https://core.telegram.org/bots/api#checklist</remarks>
internal static class ChecklistMapper
{
    public static Checklist ToBotApi(Tl.MessageMediaToDo media, PeerIndex peers) => new()
    {
        Title = media.Todo.Title.Text,
        TitleEntities = EntityMapper.ToBotApi(media.Todo.Title.Entities, peers),
        Tasks = [.. media.Todo.List.Select(task => ToTask(task, media.Completions, peers))],
        OthersCanAddTasks = media.Todo.OthersCanAppend.OrNull(),
        OthersCanMarkTasksAsDone = media.Todo.OthersCanComplete.OrNull(),
    };

    public static ChecklistTask ToTask(Tl.TodoItem task, Tl.TodoCompletion[]? completions, PeerIndex peers)
    {
        var completion = completions?.FirstOrDefault(candidate => candidate.Id == task.Id);
        return new ChecklistTask
        {
            Id = task.Id,
            Text = task.Title.Text,
            TextEntities = EntityMapper.ToBotApi(task.Title.Entities, peers),
            CompletedByUser = completion?.CompletedBy is Tl.PeerUser user ? UserMapper.ToBotApi(user.UserId, peers) : null,
            CompletedByChat = completion?.CompletedBy is { } peer and not Tl.PeerUser ? ChatMapper.ToBotApi(peer, peers) : null,
            CompletionDate = completion?.Date,
        };
    }
}
