using System.Text;

namespace TelegramRest.Tests.Unit.Simulator.World;

public sealed class PollTests
{
    [Fact]
    public async Task Votes_are_shown_after_a_vote_and_told_to_the_bot()
    {
        await using var scene = await PollScene.OpenAsync();
        var poll = await scene.SendAsync(PollScene.Poll(publicVoters: true));
        Assert.Null(((Tl.MessageMediaPoll)scene.SeenBy(scene.Reader)).Results.Results);

        var answer = (Tl.UpdatesConstructor)await scene.Reader.CallAsync(scene.Vote(poll.Id, "1"));

        var update = Assert.IsType<Tl.UpdateMessagePoll>(Assert.Single(answer.Updates));
        Assert.Equal([("0", 0, false), ("1", 1, true)], update.Results.Results!.Select(each => (Encoding.ASCII.GetString(each.Option.Span), each.Voters!.Value, each.Chosen)));
        Assert.Equal(1, update.Results.TotalVoters);
        var vote = Assert.Single(scene.World.Pusher.To(scene.Bot.UserId).OfType<Tl.UpdateMessagePollVote>());
        Assert.Equal((scene.Reader.UserId, 1, "1"), (((Tl.PeerUser)vote.Peer).UserId, vote.Positions.Single(), Encoding.ASCII.GetString(vote.Options.Single().Span)));
        var seen = scene.World.Pusher.To(scene.Bot.UserId).OfType<Tl.UpdateMessagePoll>().Last();
        Assert.True(seen.Poll!.Creator && seen.Results.TotalVoters == 1);
    }

    [Fact]
    public async Task Anonymous_vote_names_nobody_and_can_be_taken_back()
    {
        await using var scene = await PollScene.OpenAsync();
        var poll = await scene.SendAsync(PollScene.Poll());
        await scene.Reader.CallAsync(scene.Vote(poll.Id, "0"));
        await scene.Reader.CallAsync(scene.Vote(poll.Id));

        Assert.Empty(scene.World.Pusher.To(scene.Bot.UserId).OfType<Tl.UpdateMessagePollVote>());
        Assert.Equal([1, 0], scene.World.Pusher.To(scene.Bot.UserId).OfType<Tl.UpdateMessagePoll>().Select(update => update.Results.TotalVoters!.Value));
    }

    [Fact]
    public async Task Wrong_votes_are_refused()
    {
        await using var scene = await PollScene.OpenAsync();
        var poll = await scene.SendAsync(PollScene.Poll());

        Assert.Equal("OPTION_INVALID", (await scene.Reader.FailAsync(scene.Vote(poll.Id, "7"))).Message);
        Assert.Equal("OPTIONS_TOO_MUCH", (await scene.Reader.FailAsync(scene.Vote(poll.Id, "0", "1"))).Message);
        Assert.Equal("MESSAGE_ID_INVALID", (await scene.Reader.FailAsync(scene.Vote(999, "0"))).Message);
        Assert.Equal("BOT_METHOD_INVALID", (await scene.Bot.FailAsync(scene.Vote(poll.Id, "0"))).Message);
    }

    [Fact]
    public async Task Quiz_tells_the_answer_after_the_only_vote()
    {
        await using var scene = await PollScene.OpenAsync();
        var quiz = PollScene.Poll();
        quiz.Poll.Quiz = true;
        (quiz.CorrectAnswers, quiz.Solution, quiz.SolutionEntities) = ([1], "because", []);
        var poll = await scene.SendAsync(quiz);
        Assert.Null(((Tl.MessageMediaPoll)scene.SeenBy(scene.Reader)).Results.Solution);

        var answer = (Tl.UpdatesConstructor)await scene.Reader.CallAsync(scene.Vote(poll.Id, "0"));

        var results = ((Tl.UpdateMessagePoll)answer.Updates[0]).Results;
        Assert.Equal([false, true], results.Results!.Select(each => each.Correct));
        Assert.Equal("because", results.Solution);
        Assert.Equal("REVOTE_NOT_ALLOWED", (await scene.Reader.FailAsync(scene.Vote(poll.Id, "1"))).Message);
    }

    [Fact]
    public async Task Quiz_of_an_older_layer_names_its_answer_by_the_option()
    {
        await using var scene = await PollScene.OpenAsync();
        var quiz = PollScene.Poll();
        quiz.Poll.Quiz = true;
        quiz.Poll.Answers = [new Tl.PollAnswer { Text = PollScene.Text("Yes"), Option = "y"u8.ToArray() }, new Tl.PollAnswer { Text = PollScene.Text("No"), Option = "n"u8.ToArray() }];
        quiz.CorrectAnswersBefore224 = ["n"u8.ToArray()];
        var poll = await scene.SendAsync(quiz);

        var answer = (Tl.UpdatesConstructor)await scene.Reader.CallAsync(scene.Vote(poll.Id, "n"));

        Assert.Equal([(false, false), (true, true)], ((Tl.UpdateMessagePoll)answer.Updates[0]).Results.Results!.Select(each => (each.Chosen, each.Correct)));
        quiz.CorrectAnswersBefore224 = ["x"u8.ToArray()];
        Assert.Equal("QUIZ_CORRECT_ANSWER_INVALID", (await scene.Bot.FailAsync(Media.To(scene.World, scene.Bot, scene.Chat, quiz))).Message);
        quiz.CorrectAnswersBefore224 = null;
        Assert.Equal("QUIZ_CORRECT_ANSWERS_EMPTY", (await scene.Bot.FailAsync(Media.To(scene.World, scene.Bot, scene.Chat, quiz))).Message);
    }

    [Fact]
    public async Task Poll_is_closed_by_an_edit_once()
    {
        await using var scene = await PollScene.OpenAsync();
        var poll = await scene.SendAsync(PollScene.Poll());
        var close = new Tl.Messages.EditMessage { Peer = scene.World.Peer(scene.Bot, scene.Chat), Id = poll.Id, Media = PollScene.Poll(closed: true) };

        var answer = (Tl.UpdatesConstructor)await scene.Bot.CallAsync(close);

        var edited = Assert.IsType<Tl.UpdateEditChannelMessage>(answer.Updates[1]);
        Assert.True(((Tl.MessageMediaPoll)((Tl.Message)edited.Message).Media!).Poll.Closed);
        Assert.True(((Tl.UpdateMessagePoll)answer.Updates[0]).Poll!.Closed);
        Assert.Equal("MESSAGE_POLL_CLOSED", (await scene.Reader.FailAsync(scene.Vote(poll.Id, "0"))).Message);
        Assert.Equal("MESSAGE_NOT_MODIFIED", (await scene.Bot.FailAsync(close)).Message);
    }

    [Fact]
    public async Task Poll_closes_itself_when_its_time_is_over()
    {
        await using var scene = await PollScene.OpenAsync();
        var input = PollScene.Poll();
        input.Poll.ClosePeriod = 60;
        await scene.SendAsync(input);

        scene.World.Time.Advance(TimeSpan.FromSeconds(59));
        Assert.Empty(scene.World.Pusher.To(scene.Bot.UserId).OfType<Tl.UpdateMessagePoll>());
        scene.World.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.True(Assert.Single(scene.World.Pusher.To(scene.Bot.UserId).OfType<Tl.UpdateMessagePoll>()).Poll!.Closed);
        Assert.True(((Tl.MessageMediaPoll)scene.SeenBy(scene.Reader)).Poll.Closed);
    }

    [Fact]
    public async Task Open_poll_takes_new_options()
    {
        await using var scene = await PollScene.OpenAsync();
        var input = PollScene.Poll();
        input.Poll.OpenAnswers = true;
        var poll = await scene.SendAsync(input);
        var add = new Tl.Messages.AddPollAnswer { Peer = scene.World.Peer(scene.Reader, scene.Chat), MsgId = poll.Id, Answer = new Tl.InputPollAnswer { Text = PollScene.Text("Sometimes") } };

        var answer = (Tl.UpdatesConstructor)await scene.Reader.CallAsync(add);

        var added = (Tl.PollAnswer)((Tl.UpdateMessagePoll)answer.Updates[0]).Poll!.Answers[2];
        Assert.Equal(("Sometimes", "2", scene.Reader.UserId), (added.Text.Text, Encoding.ASCII.GetString(added.Option.Span), ((Tl.PeerUser)added.AddedBy!).UserId));
        var notice = (Tl.MessageService)((Tl.UpdateNewChannelMessage)answer.Updates[1]).Message;
        Assert.True(notice is { Action: Tl.MessageActionPollAppendAnswer, ReplyTo: Tl.MessageReplyHeader header } && header.ReplyToMsgId == poll.Id);
        Assert.Equal("POLL_OPTION_DUPLICATE", (await scene.Reader.FailAsync(add)).Message);
        await scene.Reader.CallAsync(new Tl.Messages.DeletePollAnswer { Peer = scene.World.Peer(scene.Reader, scene.Chat), MsgId = poll.Id, Option = added.Option });
        Assert.Equal(2, ((Tl.MessageMediaPoll)scene.SeenBy(scene.Reader)).Poll.Answers.Length);
    }

    [Theory]
    [InlineData("POLL_QUESTION_INVALID", "", new[] { "a", "b" })]
    [InlineData("POLL_ANSWERS_INVALID", "q", new string[0])]
    [InlineData("POLL_ANSWER_INVALID", "q", new[] { "a", " " })]
    [InlineData("POLL_OPTION_DUPLICATE", "q", new[] { "a", "a" })]
    public async Task Unusable_polls_are_refused(string error, string question, string[] answers)
    {
        await using var scene = await PollScene.OpenAsync();
        var input = PollScene.Poll();
        (input.Poll.Question, input.Poll.Answers) = (PollScene.Text(question), [.. answers.Select(answer => new Tl.InputPollAnswer { Text = PollScene.Text(answer) })]);

        Assert.Equal(error, (await scene.Bot.FailAsync(Media.To(scene.World, scene.Bot, scene.Chat, input))).Message);
    }

    [Fact]
    public async Task Forwarded_poll_is_the_same_and_a_copied_one_is_new()
    {
        await using var scene = await PollScene.OpenAsync();
        var poll = await scene.SendAsync(PollScene.Poll());
        await scene.Reader.CallAsync(scene.Vote(poll.Id, "0"));
        async Task<Tl.MessageMediaPoll> ForwardAsync(bool copy) => (Tl.MessageMediaPoll)Media.Messages(await scene.Bot.CallAsync(new Tl.Messages.ForwardMessages
        {
            FromPeer = scene.World.Peer(scene.Bot, scene.Chat),
            ToPeer = scene.World.Peer(scene.Bot, scene.Chat),
            Id = [poll.Id],
            RandomId = [scene.World.NextRandom()],
            DropAuthor = copy,
        })).Single().Media!;
        var original = ((Tl.MessageMediaPoll)poll.Media!).Poll.Id;

        var (forwarded, copied) = (await ForwardAsync(copy: false), await ForwardAsync(copy: true));

        Assert.Equal((original, 1), (forwarded.Poll.Id, forwarded.Results.TotalVoters));
        Assert.Equal(0, copied.Results.TotalVoters);
        Assert.NotEqual(original, copied.Poll.Id);
    }
}
