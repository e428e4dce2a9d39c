using System.Text;
using TelegramRest.BotApi;
using TelegramRest.Mapping.Text;

namespace TelegramRest.Mapping.Media;

/// <summary>Polls and quizzes with what is known of their results.</summary>
/// <remarks>https://core.telegram.org/bots/api#poll</remarks>
internal static class PollMapper
{
    /// <param name="media">As received.</param>
    /// <param name="peers">Whom it names.</param>
    /// <param name="context">Who asks.</param>
    /// <param name="description">The text of the poll's message.</param>
    /// <param name="descriptionEntities">Of <paramref name="description"/>.</param>
    public static Poll ToBotApi(
        Tl.MessageMediaPoll media, PeerIndex peers, MessageContext context, string? description = null, MessageEntity[]? descriptionEntities = null) =>
        ToBotApi(media.Poll, media.Results, media.AttachedMedia, peers, context, description, descriptionEntities);

    public static Poll ToBotApi(
        Tl.Poll poll, Tl.PollResults results, Tl.MessageMediaBase? attached, PeerIndex peers, MessageContext context, string? description = null, MessageEntity[]? descriptionEntities = null)
    {
        var answers = poll.Answers.OfType<Tl.PollAnswer>().ToArray();
        var correct = poll.Quiz ? CorrectIds(answers, results) : [];
        var explanation = poll.Quiz ? results.Solution.OrNull() : null;
        return new Poll
        {
            Id = poll.Id.Text(),
            Question = poll.Question.Text,
            QuestionEntities = EntityMapper.ToBotApi(poll.Question.Entities, peers),
            Options = [.. answers.Select(answer => ToOption(answer, results, peers, context))],
            TotalVoterCount = results.TotalVoters ?? 0,
            IsClosed = poll.Closed,
            IsAnonymous = !poll.PublicVoters,
            Type = poll.Quiz ? PollType.Quiz : PollType.Regular,
            AllowsMultipleAnswers = poll.MultipleChoice,
            AllowsRevoting = !poll.RevotingDisabled,
            MembersOnly = poll.SubscribersOnly,
            CountryCodes = poll.CountriesIso2.OrNull(),
            CorrectOptionIds = correct.OrNull(),
            CorrectOptionId = correct is [var only] ? only : null,
            Explanation = explanation,

            // An explanation always has them, even none.
            ExplanationEntities = explanation is null ? null : EntityMapper.ToBotApi(results.SolutionEntities, peers) ?? [],
            ExplanationMedia = poll.Quiz ? ToMedia(results.SolutionMedia, peers, context) : null,
            OpenPeriod = poll.CloseDate is > 0 ? (poll.ClosePeriod ?? 0).OrNull() : null,
            CloseDate = poll.ClosePeriod is > 0 ? (poll.CloseDate ?? 0).OrNull() : null,
            Description = description,
            DescriptionEntities = descriptionEntities,
            Media = ToMedia(attached, peers, context),
        };
    }

    /// <summary>The bytes of an option, which stay the same while options come and go; they are not always text.</summary>
    public static string PersistentId(ReadOnlySpan<byte> option) => Encoding.UTF8.GetString(option);

    private static PollOption ToOption(Tl.PollAnswer answer, Tl.PollResults results, PeerIndex peers, MessageContext context)
    {
        return new PollOption
        {
            PersistentId = PersistentId(answer.Option.Span),
            Text = answer.Text.Text,
            TextEntities = EntityMapper.ToBotApi(answer.Text.Entities, peers),
            Media = ToMedia(answer.Media, peers, context),
            VoterCount = VotersOf(answer, results)?.Voters ?? 0,
            AddedByUser = answer.AddedBy is Tl.PeerUser user ? UserMapper.ToBotApi(user.UserId, peers) : null,
            AddedByChat = answer.AddedBy is { } peer and not Tl.PeerUser ? ChatMapper.ToBotApi(peer, peers) : null,
            AdditionDate = answer.Date,
        };
    }

    private static int[] CorrectIds(Tl.PollAnswer[] answers, Tl.PollResults results) =>
        [.. Enumerable.Range(0, answers.Length).Where(index => VotersOf(answers[index], results) is { Correct: true })];

    private static Tl.PollAnswerVoters? VotersOf(Tl.PollAnswer answer, Tl.PollResults results) =>
        results.Results?.FirstOrDefault(voters => voters.Option.Span.SequenceEqual(answer.Option.Span));

    private static PollMedia? ToMedia(Tl.MessageMediaBase? media, PeerIndex peers, MessageContext context)
    {
        if (media == null)
            return null;

        var content = MediaMapper.Map(media, peers, context);
        return new PollMedia
        {
            Animation = content.Animation,
            Audio = content.Audio,
            Document = content.Document,
            Link = media is Tl.MessageMediaWebPage { Webpage: Tl.WebPage page } ? new Link { Url = page.Url } : null,
            LivePhoto = content.LivePhoto,
            Location = content.Venue == null ? content.Location : null,
            Photo = content.Photo,
            Sticker = content.Sticker,
            Venue = content.Venue,
            Video = content.Video,
        };
    }
}
