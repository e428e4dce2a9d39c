using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.World.Polls;

/// <summary>A poll as one account may see it: results only after a vote or the end, the right answer of a quiz too (https://core.telegram.org/constructor/pollResults).</summary>
internal static class PollPainter
{
    private const int RecentVoters = 3;

    public static Tl.MessageMediaPoll Paint(StoredPoll poll, Scene scene) => new() { Poll = Poll(poll, scene.Viewer.Id), Results = Results(poll, scene), AttachedMedia = poll.AttachedMedia };

    public static Tl.UpdateMessagePoll Update(StoredPoll poll, Scene scene, StoredMessage? message)
    {
        var box = message is null ? 0 : message.Chat.Kind == PeerKind.Channel ? -message.Chat.Id : scene.Viewer.Id;
        int? id = message is not null && message.Ids.TryGetValue(box, out var known) ? known : null;
        return new Tl.UpdateMessagePoll
        {
            Peer = id is null ? null : scene.Peer(Boxes.PeerIn(message!, box)),
            MsgId = id,
            TopMsgId = id is null ? null : message!.TopicId,
            PollId = poll.Id,
            Poll = Poll(poll, scene.Viewer.Id),
            Results = Results(poll, scene),
        };
    }

    private static Tl.Poll Poll(StoredPoll poll, long viewerId) => new()
    {
        Id = poll.Id,
        Closed = poll.Poll.Closed,
        PublicVoters = poll.Poll.PublicVoters,
        MultipleChoice = poll.Poll.MultipleChoice,
        Quiz = poll.Poll.Quiz,
        OpenAnswers = poll.Poll.OpenAnswers,
        RevotingDisabled = poll.Poll.RevotingDisabled,
        ShuffleAnswers = poll.Poll.ShuffleAnswers,
        HideResultsUntilClose = poll.Poll.HideResultsUntilClose,
        Creator = poll.CreatorId == viewerId,
        SubscribersOnly = poll.Poll.SubscribersOnly,
        Question = poll.Poll.Question,
        Answers = poll.Poll.Answers,
        ClosePeriod = poll.Poll.ClosePeriod,
        CloseDate = poll.Poll.CloseDate,
        CountriesIso2 = poll.Poll.CountriesIso2,
        Hash = poll.Poll.Hash,
    };

    private static Tl.PollResults Results(StoredPoll poll, Scene scene)
    {
        var own = poll.Votes.GetValueOrDefault(scene.Viewer.Id);
        var answered = own is not null || poll.Poll.Closed || poll.CreatorId == scene.Viewer.Id;
        var open = answered && (!poll.Poll.HideResultsUntilClose || poll.Poll.Closed || poll.CreatorId == scene.Viewer.Id);
        var results = new Tl.PollResults { TotalVoters = poll.Votes.Count };
        if (open)
            results.Results = [.. poll.Answers.Select(answer => Voters(poll, answer, own, scene))];
        else if (own is not null)
            results.Results = [.. poll.Answers.Select(answer => new Tl.PollAnswerVoters { Chosen = Chose(own, answer), Correct = IsCorrect(poll, answer), Option = answer.Option })];
        if (poll.Poll.PublicVoters && open && poll.Votes.Count > 0)
            results.RecentVoters = Recent(poll.Votes, scene);
        if (answered && poll.Solution is { Length: > 0 } solution)
            (results.Solution, results.SolutionEntities) = (solution, poll.SolutionEntities);
        if (answered)
            results.SolutionMedia = poll.SolutionMedia;
        return results;
    }

    private static Tl.PollAnswerVoters Voters(StoredPoll poll, Tl.PollAnswer answer, StoredVote? own, Scene scene)
    {
        if (answer.AddedBy is { } author)
            scene.See(PeerKey.From(author));
        var votes = poll.Votes.Where(vote => Chose(vote.Value, answer)).ToDictionary();
        return new Tl.PollAnswerVoters
        {
            Chosen = own is not null && Chose(own, answer),
            Correct = IsCorrect(poll, answer),
            Option = answer.Option,
            Voters = votes.Count,
            RecentVoters = poll.Poll.PublicVoters ? Recent(votes, scene) : [],
        };
    }

    private static Tl.PeerBase[] Recent(Dictionary<long, StoredVote> votes, Scene scene) =>
        [.. votes.OrderByDescending(vote => vote.Value.Date).Take(RecentVoters).Select(vote => scene.Peer(PeerKey.User(vote.Key)))];

    private static bool Chose(StoredVote vote, Tl.PollAnswer answer) => vote.Options.Any(option => answer.Option.Span.SequenceEqual(option));

    private static bool IsCorrect(StoredPoll poll, Tl.PollAnswer answer) => poll.Correct.Any(option => answer.Option.Span.SequenceEqual(option));
}
