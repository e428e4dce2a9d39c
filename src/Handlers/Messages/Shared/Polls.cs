using TelegramRest.Accounts;
using TelegramRest.Accounts.Files.Media;
using TelegramRest.Accounts.Peers;
using TelegramRest.BotApi;
using TelegramRest.Handlers.Shared;
using TelegramRest.Mapping.Text;

namespace TelegramRest.Handlers.Messages.Shared;

/// <summary>Polls and quizzes on their way to Telegram, which stores their pictures first.</summary>
/// <remarks>https://core.telegram.org/api/poll</remarks>
internal sealed class Polls(IAccount account, TextEntities entities, InputMediaContents contents)
{
    private const int MaxQuestion = 300;
    private const int MaxOption = 100;
    private const int MaxOptions = 12;
    private const int MaxCountries = 12;

    /// <summary>Everything about a poll that can be said without asking Telegram.</summary>
    /// <exception cref="BotApiException">400: what is asked, whom, or for how long is wrong.</exception>
    public void Check(SendPollRequest request, PeerRef chat)
    {
        if (request.Options.Length == 0)
            throw BotApiException.BadRequest("poll must have at least one answer option");
        if (request.Options.Length > MaxOptions)
            throw BotApiException.BadRequest($"poll can't have more than {MaxOptions} options");
        if (request.Type == PollType.Quiz)
            CheckCorrect(Correct(request), request.Options.Length);

        var countries = request.CountryCodes ?? [];
        if (countries.Any(code => code.Length != 2 || !code.All(char.IsAsciiLetterUpper)))
            throw BotApiException.BadRequest("invalid country code specified");
        if (countries.Length > MaxCountries)
            throw BotApiException.BadRequest("too many countries specified");

        var isBroadcast = chat is ChannelPeer { Broadcast: true };
        if (!isBroadcast && (request.MembersOnly == true || countries.Length > 0))
            throw BotApiException.BadRequest("poll voters can be restricted only in channel chats");
        if (isBroadcast && !request.IsAnonymous)
            throw BotApiException.BadRequest("non-anonymous polls can't be sent to channel chats");
        if (chat is ChannelPeer { Chat: Tl.Channel { Monoforum: true } })
            throw BotApiException.BadRequest("polls can't be sent to channel direct messages chats");

        // People ask each other in words; bots may ask everybody, and may be asked.
        if (!account.IsBot && chat is UserPeer { User.Bot: false, InputPeer: not Tl.InputPeerSelf })
            throw BotApiException.BadRequest("polls can't be sent to the private chat");
    }

    /// <param name="request">Checked.</param>
    /// <param name="place">Where it will be sent to.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async Task<Tl.InputMediaPoll> ToTlAsync(SendPollRequest request, UploadPlace place, CancellationToken cancellationToken)
    {
        var question = Text(request.Question, request.QuestionParseMode, request.QuestionEntities, MaxQuestion, "poll question length must not exceed ");
        var options = request.Options
            .Select(option => Text(option.Text, option.TextParseMode, option.TextEntities, MaxOption, "poll options length must not exceed "))
            .ToList();
        var isQuiz = request.Type == PollType.Quiz;
        var explanation = isQuiz
            ? TextParser.Prepare(TextParser.Parse(request.Explanation, request.ExplanationParseMode, request.ExplanationEntities), mayBeEmpty: true)
            : FormattedText.Empty;

        var answers = new Tl.InputPollAnswer[options.Count];
        for (var index = 0; index < answers.Length; index++)
        {
            answers[index] = new Tl.InputPollAnswer
            {
                Text = await entities.ToTextAsync(options[index], cancellationToken),
                Media = await MediaAsync(request.Options[index].Media, place, cancellationToken),
            };
        }

        return new Tl.InputMediaPoll
        {
            Poll = new Tl.Poll
            {
                Question = await entities.ToTextAsync(question, cancellationToken),
                Answers = answers,
                PublicVoters = !request.IsAnonymous,
                MultipleChoice = request.AllowsMultipleAnswers == true,
                Quiz = isQuiz,
                OpenAnswers = !isQuiz && request.AllowAddingOptions == true,
                RevotingDisabled = !(request.AllowsRevoting ?? !isQuiz),
                ShuffleAnswers = request.ShuffleOptions == true,
                HideResultsUntilClose = request.HideResultsUntilCloses == true,
                Creator = true,
                SubscribersOnly = request.MembersOnly == true,
                CountriesIso2 = request.CountryCodes is { Length: > 0 } countries ? countries : null,
                Closed = request.IsClosed == true,
                ClosePeriod = request.OpenPeriod is > 0 ? request.OpenPeriod : null,
                CloseDate = request.OpenPeriod is not > 0 && request.CloseDate is > 0 ? request.CloseDate : null,
            },
            CorrectAnswers = isQuiz ? Correct(request) : null,
            AttachedMedia = await MediaAsync(request.Media, place, cancellationToken),
            Solution = explanation.IsEmpty ? null : explanation.Text,
            SolutionEntities = explanation.IsEmpty ? null : await entities.ToTlAsync(explanation, cancellationToken) ?? [],
            SolutionMedia = isQuiz ? await MediaAsync(request.ExplanationMedia, place, cancellationToken) : null,
        };
    }

    private static int[] Correct(SendPollRequest request) => request.CorrectOptionIds ?? (request.CorrectOptionId is { } only ? [only] : []);

    private static void CheckCorrect(int[] correct, int options)
    {
        if (correct.Length == 0)
            throw BotApiException.BadRequest("correct quiz option list must be non-empty");
        for (var index = 1; index < correct.Length; index++)
        {
            if (correct[index] <= correct[index - 1])
                throw BotApiException.BadRequest("correct quiz option list must be increasing");
        }

        if (correct.Any(option => option < 0 || option >= options))
            throw BotApiException.BadRequest("wrong quiz correct_option_id");
    }

    private static FormattedText Text(string text, string? parseMode, MessageEntity[]? explicitEntities, int limit, string tooLong)
    {
        var prepared = TextParser.Prepare(TextParser.Parse(text, parseMode, explicitEntities), mayBeEmpty: false);
        return prepared.Text.EnumerateRunes().Count() <= limit ? prepared : throw BotApiException.BadRequest(tooLong + limit);
    }

    private async Task<Tl.InputMediaBase?> MediaAsync(InputMedia? media, UploadPlace place, CancellationToken cancellationToken) =>
        media is null ? null : await contents.ToTlAsync(media, place, cancellationToken);
}
