using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using TelegramRest.Simulator.Rpc;
using TelegramRest.Simulator.World.Model;
using TelegramRest.Simulator.World.Persistence;

namespace TelegramRest.Simulator.World.Polls;

/// <summary>All polls: votes, their end, and the options that are added to them (https://core.telegram.org/api/poll).</summary>
internal sealed class PollDesk(SimulatorWorld world)
{
    private readonly Dictionary<long, StoredPoll> _polls = [];

    public StoredPoll? Find(long id) => _polls.GetValueOrDefault(id);

    public void Add(StoredPoll poll)
    {
        _polls[poll.Id] = poll;
        poll.Poll.Hash = NewId();
        world.Rows.Save(poll);
        Watch(poll);
    }

    /// <summary>A poll with the same question and answers, in which nobody has voted.</summary>
    public Tl.MessageMediaPoll Copy(StoredPoll poll, Account creator)
    {
        var copy = new StoredPoll
        {
            Id = NewId(),
            CreatorId = creator.Id,
            Poll = TlJson<Tl.Poll>.Copy(poll.Poll),
            Correct = poll.Correct,
            Solution = poll.Solution,
            SolutionEntities = poll.SolutionEntities,
            SolutionMedia = poll.SolutionMedia,
            AttachedMedia = poll.AttachedMedia,
            LastOption = poll.LastOption,
        };
        (copy.Poll.Id, copy.Poll.Closed) = (copy.Id, false);
        Add(copy);
        return Bare(copy);
    }

    /// <summary>The media that a message keeps; what its viewers see is painted for each of them.</summary>
    public static Tl.MessageMediaPoll Bare(StoredPoll poll) => new() { Poll = poll.Poll, Results = new Tl.PollResults(), AttachedMedia = poll.AttachedMedia };

    /// <summary>Notes that a message shows a poll.</summary>
    public void Shown(Tl.MessageMediaPoll media, StoredMessage message)
    {
        if (Find(media.Poll.Id) is not { } poll)
            return;
        poll.Messages.Add(message.Uid);
        world.Rows.Save(poll);
    }

    /// <summary>Counts, changes or, with no options, takes back a vote.</summary>
    /// <exception cref="RpcError">MESSAGE_POLL_CLOSED, OPTION_INVALID, OPTIONS_TOO_MUCH, REVOTE_NOT_ALLOWED.</exception>
    public void Vote(StoredPoll poll, Account voter, IReadOnlyList<ReadOnlyMemory<byte>> chosen)
    {
        if (poll.Poll.Closed)
            throw new RpcError(400, "MESSAGE_POLL_CLOSED");
        var options = chosen.Select(option => option.ToArray()).ToArray();
        if (options.Any(option => Position(poll, option) < 0))
            throw new RpcError(400, "OPTION_INVALID");
        if (options.Length > 1 && (!poll.Poll.MultipleChoice || options.Select(option => Position(poll, option)).Distinct().Count() < options.Length))
            throw new RpcError(400, "OPTIONS_TOO_MUCH");
        var before = poll.Votes.GetValueOrDefault(voter.Id);
        if (before is not null && (poll.Poll.Quiz || poll.Poll.RevotingDisabled))
            throw new RpcError(400, "REVOTE_NOT_ALLOWED");
        if (before is null && options.Length == 0)
            return;

        if (options.Length == 0)
            poll.Votes.Remove(voter.Id);
        else
            poll.Votes[voter.Id] = new StoredVote(world.Clock.Now, options);
        world.Rows.Save(poll);
        Announce(poll, voter.Id);
        if (poll.Poll.PublicVoters && world.Roster.Account(poll.CreatorId) is { IsBot: true } bot)
            world.Bots.Voted(bot, poll.Id, voter, options, [.. options.Select(option => Position(poll, option))]);
    }

    /// <summary>Ends a poll, and shows it ended in every message.</summary>
    public void Close(StoredPoll poll, long exceptViewerId = 0)
    {
        poll.Poll.Closed = true;
        Changed(poll, exceptViewerId);
    }

    public Tl.PollAnswer Append(StoredPoll poll, Account author, Tl.TextWithEntities text, Tl.MessageMediaBase? media)
    {
        var answer = new Tl.PollAnswer
        {
            Text = text,
            Option = NextOption(poll),
            Media = media,
            AddedBy = author.Peer.ToTl(),
            Date = world.Clock.Now,
        };
        poll.Poll.Answers = [.. poll.Poll.Answers, answer];
        Changed(poll, author.Id);
        return answer;
    }

    public void Remove(StoredPoll poll, Tl.PollAnswer answer, Account actor)
    {
        poll.Poll.Answers = [.. poll.Answers.Where(each => each != answer)];
        foreach (var (voter, vote) in poll.Votes.ToArray())
        {
            var left = vote.Options.Where(option => !answer.Option.Span.SequenceEqual(option)).ToArray();
            if (left.Length == 0)
                poll.Votes.Remove(voter);
            else if (left.Length < vote.Options.Length)
                poll.Votes[voter] = vote with { Options = left };
        }

        Changed(poll, actor.Id);
    }

    public static byte[] NextOption(StoredPoll poll) => Encoding.ASCII.GetBytes((poll.LastOption++).ToString(CultureInfo.InvariantCulture));

    public static int Position(StoredPoll poll, ReadOnlySpan<byte> option)
    {
        for (var index = 0; index < poll.Poll.Answers.Length; index++)
        {
            if (((Tl.PollAnswer)poll.Poll.Answers[index]).Option.Span.SequenceEqual(option))
                return index;
        }

        return -1;
    }

    public static long NewId() => BinaryPrimitives.ReadInt64LittleEndian(RandomNumberGenerator.GetBytes(8)) & long.MaxValue;

    public void Load()
    {
        foreach (var (_, poll) in world.Rows.Load(Rows.Polls, WorldJson.Default.StoredPoll))
        {
            _polls[poll.Id] = poll;
            Watch(poll);
        }
    }

    /// <summary>Tells everybody who can see the poll how it stands, each with what they may know.</summary>
    public void Announce(StoredPoll poll, long exceptViewerId)
    {
        var told = new HashSet<long> { exceptViewerId };
        foreach (var message in poll.Messages.Select(world.Boxes.Message).OfType<StoredMessage>().ToList())
        {
            IEnumerable<long> viewers = message.Chat.Kind == PeerKind.Channel ? world.Roster.Channel(message.Chat.Id)?.MemberIds() ?? [] : message.Ids.Keys;
            foreach (var viewerId in viewers.Where(told.Add).ToList())
            {
                // Bots hear only of the polls that they sent.
                if (world.Roster.Account(viewerId) is { } viewer && (!viewer.IsBot || viewer.Id == poll.CreatorId))
                    world.Posts.Announce(viewerId, scene => PollPainter.Update(poll, scene, message));
            }
        }
    }

    private void Changed(StoredPoll poll, long exceptViewerId)
    {
        poll.Poll.Hash = NewId();
        world.Rows.Save(poll);
        Announce(poll, exceptViewerId);
    }

    private void Watch(StoredPoll poll)
    {
        if (!poll.Poll.Closed && poll.Poll.CloseDate is { } date)
        {
            world.Alarms.At(date, () =>
            {
                if (!poll.Poll.Closed)
                    Close(poll);
            });
        }
    }
}
