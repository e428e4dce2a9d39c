using TelegramRest.Simulator.World;
using TelegramRest.Simulator.World.Model;
using TelegramRest.Simulator.World.Polls;
using TelegramRest.Simulator.World.Text;

namespace TelegramRest.Simulator.Rpc.Media;

/// <summary>Makes a poll of what a client sends (https://core.telegram.org/api/poll).</summary>
internal sealed class PollMaker(SimulatorWorld world, Func<Tl.InputMediaBase, Task<Tl.MessageMediaBase?>> make)
{
    public const int AnswerLimit = 12;

    private const int QuestionLimit = 300;
    private const int AnswerTextLimit = 100;
    private const int SolutionLimit = 200;

    /// <exception cref="RpcError">POLL_QUESTION_INVALID, POLL_ANSWERS_INVALID, POLL_ANSWER_INVALID, POLL_OPTION_DUPLICATE, POLL_OPTION_INVALID, QUIZ_CORRECT_….</exception>
    public async Task<Tl.MessageMediaPoll> MakeAsync(Account me, Tl.InputMediaPoll input)
    {
        var given = input.Poll;
        var question = Text(given.Question, QuestionLimit, "POLL_QUESTION_INVALID");
        if (given.Answers.Length is 0 or > AnswerLimit)
            throw new RpcError(400, "POLL_ANSWERS_INVALID");
        var count = 0;
        var answers = new List<Tl.PollAnswer>();
        foreach (var answer in given.Answers)
            answers.Add(await AnswerAsync(answer, count++));
        if (answers.Select(answer => answer.Text.Text).Distinct(StringComparer.Ordinal).Count() < answers.Count)
            throw new RpcError(400, "POLL_OPTION_DUPLICATE");
        if (answers.Select(answer => Convert.ToHexString(answer.Option.Span)).Distinct().Count() < answers.Count)
            throw new RpcError(400, "POLL_OPTION_INVALID");
        var correct = given.Quiz ? Correct(input, answers) : [];
        var solution = input.Solution is null ? null : Text(new Tl.TextWithEntities { Text = input.Solution, Entities = input.SolutionEntities ?? [] }, SolutionLimit, "MESSAGE_TOO_LONG");
        var now = world.Clock.Now;
        var poll = new StoredPoll
        {
            Id = PollDesk.NewId(),
            CreatorId = me.Id,
            Poll = new Tl.Poll
            {
                Closed = given.Closed,
                PublicVoters = given.PublicVoters,
                MultipleChoice = given.MultipleChoice,
                Quiz = given.Quiz,
                OpenAnswers = given.OpenAnswers,
                RevotingDisabled = given.RevotingDisabled,
                ShuffleAnswers = given.ShuffleAnswers,
                HideResultsUntilClose = given.HideResultsUntilClose,
                SubscribersOnly = given.SubscribersOnly,
                Question = question,
                Answers = [.. answers],
                ClosePeriod = given.ClosePeriod,
                CloseDate = given.CloseDate ?? (given.ClosePeriod is { } period ? now + period : null),
                CountriesIso2 = given.CountriesIso2,
            },
            Correct = correct,
            Solution = solution?.Text,
            SolutionEntities = solution?.Entities ?? [],
            SolutionMedia = input.SolutionMedia is null ? null : await make(input.SolutionMedia),
            AttachedMedia = input.AttachedMedia is null ? null : await make(input.AttachedMedia),
            LastOption = count,
        };
        poll.Poll.Id = poll.Id;
        lock (world.Gate)
            world.Polls.Add(poll);
        return PollDesk.Bare(poll);
    }

    /// <exception cref="RpcError">POLL_ANSWER_INVALID.</exception>
    public async Task<Tl.PollAnswer> AnswerAsync(Tl.PollAnswerBase answer, int number)
    {
        (Tl.TextWithEntities Text, ReadOnlyMemory<byte> Option, Tl.InputMediaBase? Media) given = answer switch
        {
            Tl.PollAnswer own => (own.Text, own.Option, null),
            Tl.InputPollAnswer input => (input.Text, ReadOnlyMemory<byte>.Empty, input.Media),
            _ => throw new RpcError(400, "POLL_ANSWER_INVALID"),
        };
        return new Tl.PollAnswer
        {
            Text = Text(given.Text, AnswerTextLimit, "POLL_ANSWER_INVALID"),
            Option = given.Option.Length > 0 ? given.Option : System.Text.Encoding.ASCII.GetBytes(World.Persistence.Rows.Text(number)),
            Media = given.Media is null ? null : await make(given.Media),
        };
    }

    private static Tl.TextWithEntities Text(Tl.TextWithEntities given, int limit, string error)
    {
        var text = TextRules.Clean(given.Text, given.Entities, _ => null);
        if (text.Text.Length == 0 || TextRules.Length(text.Text) > limit)
            throw new RpcError(400, error);
        return new Tl.TextWithEntities { Text = text.Text, Entities = text.Entities };
    }

    private static byte[][] Correct(Tl.InputMediaPoll input, List<Tl.PollAnswer> answers)
    {
        // Clients of older layers name the right answers by their options, later ones by their places.
        byte[][] correct = input switch
        {
            { CorrectAnswers: { } places } when places.All(place => place >= 0 && place < answers.Count) => [.. places.Select(place => answers[place].Option.ToArray())],
            { CorrectAnswersBefore224: { } options } when options.All(option => answers.Any(answer => answer.Option.Span.SequenceEqual(option.Span))) => [.. options.Select(option => option.ToArray())],
            { CorrectAnswers: null, CorrectAnswersBefore224: null } => [],
            _ => throw new RpcError(400, "QUIZ_CORRECT_ANSWER_INVALID"),
        };
        return correct.Length switch
        {
            0 => throw new RpcError(400, "QUIZ_CORRECT_ANSWERS_EMPTY"),
            > 1 when !input.Poll.MultipleChoice => throw new RpcError(400, "QUIZ_CORRECT_ANSWERS_TOO_MUCH"),
            _ => correct,
        };
    }
}
