using System.Globalization;
using TelegramRest.Simulator.Rpc.Media;
using TelegramRest.Simulator.World;
using TelegramRest.Simulator.World.Messages;
using TelegramRest.Simulator.World.Model;
using TelegramRest.Simulator.World.Polls;

namespace TelegramRest.Simulator.Rpc.Services;

/// <summary>messages.*: voting, who voted, and options that are added later (https://core.telegram.org/api/poll).</summary>
internal sealed class PollService(SimulatorWorld world, PeerResolver peers, MediaMaker media) : IRpcService
{
    private const int PageLimit = 50;

    public void Register(RpcTable table)
    {
        table.On<Tl.Messages.SendVote, Tl.UpdatesBase>(Access.Person, Vote);
        table.On<Tl.Messages.GetPollResults, Tl.UpdatesBase>(Access.Person, Results);
        table.On<Tl.Messages.GetPollVotes, Tl.Messages.VotesList>(Access.Person, Votes);
        table.OnAsync<Tl.Messages.AddPollAnswer, Tl.UpdatesBase>(Access.Person, AddAsync);
        table.On<Tl.Messages.DeletePollAnswer, Tl.UpdatesBase>(Access.Account, Delete);
    }

    private Tl.UpdatesBase Vote(Caller caller, Tl.Messages.SendVote method)
    {
        var (_, message, poll) = Find(caller.Me, method.Peer, method.MsgId);
        if (poll.Poll.SubscribersOnly && message.Chat.Kind == PeerKind.Channel && !world.Roster.Channel(message.Chat.Id)!.Has(caller.Me.Id))
            throw new RpcError(400, "USER_NOT_PARTICIPANT");
        world.Polls.Vote(poll, caller.Me, method.Options);
        return Answer(caller.Me, poll, message);
    }

    private Tl.UpdatesBase Results(Caller caller, Tl.Messages.GetPollResults method)
    {
        var (_, message, poll) = Find(caller.Me, method.Peer, method.MsgId);
        return Answer(caller.Me, poll, message);
    }

    private Tl.Messages.VotesList Votes(Caller caller, Tl.Messages.GetPollVotes method)
    {
        var me = caller.Me;
        var (_, _, poll) = Find(me, method.Peer, method.Id);
        if (!poll.Poll.PublicVoters)
            throw new RpcError(403, "BROADCAST_FORBIDDEN");
        if (!poll.Votes.ContainsKey(me.Id) && !poll.Poll.Closed && poll.CreatorId != me.Id)
            throw new RpcError(403, "POLL_VOTE_REQUIRED");
        var scene = world.Scene(me);
        var votes = poll.Votes
            .Where(vote => method.Option is not { } option || vote.Value.Options.Any(chosen => option.Span.SequenceEqual(chosen)))
            .OrderByDescending(vote => vote.Value.Date)
            .ToList();
        var skip = int.TryParse(method.Offset, NumberStyles.None, CultureInfo.InvariantCulture, out var offset) ? offset : 0;
        var page = votes.Skip(skip).Take(Math.Clamp(method.Limit, 1, PageLimit)).ToList();
        return new Tl.Messages.VotesList
        {
            Count = votes.Count,
            Votes = [.. page.Select(vote => Paint(vote.Key, vote.Value, scene, single: method.Option is not null || !poll.Poll.MultipleChoice))],
            NextOffset = skip + page.Count < votes.Count ? (skip + page.Count).ToString(CultureInfo.InvariantCulture) : null,
            Chats = scene.Chats(),
            Users = scene.Users(),
        };
    }

    private static Tl.MessagePeerVoteBase Paint(long voterId, StoredVote vote, Scene scene, bool single)
    {
        var peer = scene.Peer(PeerKey.User(voterId));
        return single
            ? new Tl.MessagePeerVote { Peer = peer, Option = vote.Options[0], Date = vote.Date }
            : new Tl.MessagePeerVoteMultiple { Peer = peer, Options = [.. vote.Options.Select(option => (ReadOnlyMemory<byte>)option)], Date = vote.Date };
    }

    private async Task<Tl.UpdatesBase> AddAsync(Caller caller, Tl.Messages.AddPollAnswer method, CancellationToken cancellationToken)
    {
        var me = caller.Me;
        lock (world.Gate)
            RequireOpen(Find(me, method.Peer, method.MsgId).Poll);
        var maker = new PollMaker(world, inner => media.PollMediaAsync(me, inner, cancellationToken));
        var given = await maker.AnswerAsync(method.Answer, 0);
        return await world.ChangeAsync<Tl.UpdatesBase>(
            () =>
            {
                var (box, message, poll) = Find(me, method.Peer, method.MsgId);
                RequireOpen(poll);
                if (poll.Answers.Any(each => each.Text.Text == given.Text.Text))
                    throw new RpcError(400, "POLL_OPTION_DUPLICATE");
                var answer = world.Polls.Append(poll, me, given.Text, given.Media);
                return Told(caller, box, message, poll, new Tl.MessageActionPollAppendAnswer { Answer = answer });
            },
            cancellationToken);
    }

    private Tl.UpdatesBase Delete(Caller caller, Tl.Messages.DeletePollAnswer method)
    {
        var me = caller.Me;
        var (box, message, poll) = Find(me, method.Peer, method.MsgId);
        var position = PollDesk.Position(poll, method.Option.Span);
        if (position < 0)
            throw new RpcError(400, "OPTION_INVALID");
        var answer = (Tl.PollAnswer)poll.Poll.Answers[position];

        // What was there from the start stays; what was added can be taken away by whoever did, and by the poll's author.
        if (answer.AddedBy is not { } author || (PeerKey.From(author) != me.Peer && poll.CreatorId != me.Id))
            throw new RpcError(403, "MESSAGE_AUTHOR_REQUIRED");
        if (poll.Poll.Closed)
            throw new RpcError(400, "MESSAGE_POLL_CLOSED");
        world.Polls.Remove(poll, answer, me);
        return Told(caller, box, message, poll, new Tl.MessageActionPollDeleteAnswer { Answer = answer });
    }

    private static void RequireOpen(StoredPoll poll)
    {
        if (poll.Poll.Closed)
            throw new RpcError(400, "MESSAGE_POLL_CLOSED");
        if (!poll.Poll.OpenAnswers)
            throw new RpcError(400, "POLL_ANSWERS_INVALID");
        if (poll.Poll.Answers.Length >= PollMaker.AnswerLimit)
            throw new RpcError(400, "POLL_ANSWERS_INVALID");
    }

    private Tl.UpdatesConstructor Told(Caller caller, Box box, StoredMessage message, StoredPoll poll, Tl.MessageActionBase action)
    {
        var notice = world.Posts.Send(caller.Me, Boxes.PeerIn(message, box.Key), new Draft
        {
            Action = action,
            Reply = new ReplyTarget(message.Uid, null, null, null),
            TopicId = message.TopicId,
            FromSessionId = caller.SessionId,
        });
        var scene = world.Scene(caller.Me);
        Tl.UpdateBase?[] updates = [PollPainter.Update(poll, scene, message), scene.Update(notice.Box, notice.Event)];
        return scene.Updates([.. updates.OfType<Tl.UpdateBase>()]);
    }

    private Tl.UpdatesConstructor Answer(Account me, StoredPoll poll, StoredMessage message)
    {
        var scene = world.Scene(me);
        return scene.Updates(PollPainter.Update(poll, scene, message));
    }

    private (Box Box, StoredMessage Message, StoredPoll Poll) Find(Account me, Tl.InputPeerBase peer, int id)
    {
        var chat = peers.Peer(me, peer);
        var box = world.Boxes.For(me, chat);
        return box.Messages.TryGetValue(id, out var message) && Boxes.PeerIn(message, box.Key) == chat && message.Media is Tl.MessageMediaPoll shown && world.Polls.Find(shown.Poll.Id) is { } poll
            ? (box, message, poll)
            : throw new RpcError(400, "MESSAGE_ID_INVALID");
    }
}
