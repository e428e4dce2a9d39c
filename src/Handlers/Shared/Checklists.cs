using TelegramRest.BotApi;
using TelegramRest.Mapping.Text;

namespace TelegramRest.Handlers.Shared;

/// <summary>Checklists on their way to Telegram. Their texts know a few kinds of formatting only, and tasks are lines.</summary>
/// <remarks>https://core.telegram.org/bots/api#inputchecklist</remarks>
internal sealed class Checklists(TextEntities entities)
{
    private const int MaxTitle = 255;
    private const int MaxTask = 100;
    private const int MaxTasks = 30;

    /// <exception cref="BotApiException">400: no tasks or too many, a text that is empty, too long, or broken.</exception>
    public async Task<Tl.InputMediaTodo> ToTlAsync(InputChecklist checklist, CancellationToken cancellationToken)
    {
        var title = Line(checklist.Title, checklist.ParseMode, checklist.TitleEntities);
        if (Length(title) > MaxTitle)
            throw BotApiException.BadRequest($"checklist title length must not exceed {MaxTitle}");

        var tasks = new List<Tl.TodoItem>(checklist.Tasks.Length);
        foreach (var task in checklist.Tasks)
        {
            var text = Line(task.Text, task.ParseMode, task.TextEntities);
            if (Length(text) > MaxTask)
                throw BotApiException.BadRequest($"checklist task text length must not exceed {MaxTask}");
            if (task.Id <= 0)
                throw BotApiException.BadRequest("checklist task identifier must be positive");
            tasks.Add(new Tl.TodoItem { Id = task.Id, Title = await entities.ToTextAsync(text, cancellationToken) });
        }

        if (tasks.Count == 0)
            throw BotApiException.BadRequest("checklist must have at least 1 task");
        if (tasks.Count > MaxTasks)
            throw BotApiException.BadRequest($"checklist must have at most {MaxTasks} tasks");

        return new Tl.InputMediaTodo
        {
            Todo = new Tl.TodoList
            {
                Title = await entities.ToTextAsync(title, cancellationToken),
                List = [.. tasks],
                OthersCanAppend = checklist.OthersCanAddTasks == true,
                OthersCanComplete = checklist.OthersCanMarkTasksAsDone == true,
            },
        };
    }

    private static FormattedText Line(string text, string? parseMode, MessageEntity[]? explicitEntities)
    {
        var clean = TextParser.Prepare(TextParser.Parse(text, parseMode, explicitEntities), mayBeEmpty: false);
        return new FormattedText(
            clean.Text.Replace('\n', ' '),
            [.. clean.Entities.Where(entity => entity.Type is TextEntityType.Bold or TextEntityType.Italic or TextEntityType.Underline
                or TextEntityType.Strikethrough or TextEntityType.Spoiler or TextEntityType.CustomEmoji or TextEntityType.Date)]);
    }

    private static int Length(FormattedText text) => text.Text.EnumerateRunes().Count();
}
