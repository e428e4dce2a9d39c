using Microsoft.Extensions.Logging;
using TelegramRest.Mapping;

namespace TelegramRest.Accounts.Updates;

/// <summary>
/// Puts one account's updates in order. (1) Each update belongs to a sequence: the account's, the secondary one, a channel's, or its container's.
/// (2) The one that follows the sequence's value is applied, an older one is dropped, a later one waits for the gap before it to fill.
/// (3) A gap that stays open is closed by asking for the difference. Calls must not overlap.
/// </summary>
/// <remarks>https://core.telegram.org/api/updates</remarks>
internal sealed class UpdateSequencer(IUpdateSource source, IUpdateSink sink, UpdateState? state, IEnumerable<(long ChannelId, int Pts)> channels, ILogger logger)
{
    /// <summary>A server that never gets to the end must not keep us here for ever.</summary>
    private const int MaxSlices = 10_000;

    private readonly Dictionary<long, int> channelPts = channels.ToDictionary(channel => channel.ChannelId, channel => channel.Pts);
    private readonly List<SequencedUpdate> waiting = [];
    private readonly List<SequencedContainer> waitingContainers = [];
    private readonly HashSet<long> outdatedChannels = [];
    private UpdateBatch batch = new();

    /// <summary>Null before the first login has been followed by <see cref="RecoverAsync"/>.</summary>
    public UpdateState? State => state;

    /// <summary>Something waits for a gap to close; call <see cref="CloseGapsAsync"/> if that stays so.</summary>
    public bool HasGap => waiting.Count > 0 || waitingContainers.Count > 0;

    public int? ChannelPts(long channelId) => channelPts.TryGetValue(channelId, out var pts) ? pts : null;

    public async Task HandleAsync(Tl.UpdatesBase updates, CancellationToken cancellationToken)
    {
        if (state is null)
        {
            // The login is not finished; its difference will bring this again.
            return;
        }

        switch (updates)
        {
            case Tl.UpdateShort u:
                Accept([u.Update], sink.Remember([], []), 0, 0, u.Date);
                break;
            case Tl.UpdatesConstructor u:
                Accept(u.Updates, sink.Remember(u.Users, u.Chats), u.Seq, u.Seq, u.Date);
                break;
            case Tl.UpdatesCombined u:
                Accept(u.Updates, sink.Remember(u.Users, u.Chats), u.SeqStart, u.Seq, u.Date);
                break;
            case Tl.UpdateShortMessage or Tl.UpdateShortChatMessage when ShortMessage.Peers(updates).All(sink.Knows):
                Accept([ShortMessage.Expand(updates)], sink.Remember([], []), 0, 0, 0);
                break;
            case Tl.UpdateShortSentMessage u:
                Consume(null, u.Pts, u.PtsCount);
                break;
            default:
                await RecoverAsync(cancellationToken);
                return;
        }

        await CommitAsync(cancellationToken);
        await RecoverChannelsAsync(cancellationToken);
    }

    /// <summary>Counts events that the account caused itself and that came as a bare count.</summary>
    public async Task HandleConsumedAsync(long? channelId, int pts, int count, CancellationToken cancellationToken)
    {
        if (state is not null)
        {
            Consume(channelId, pts, count);
            await CommitAsync(cancellationToken);
        }
    }

    /// <summary>Fetches what was missed, by the state that was last stored. The first time, starts from now.</summary>
    public async Task RecoverAsync(CancellationToken cancellationToken)
    {
        if (state is null)
        {
            Move(UpdateState.From(await source.GetStateAsync(cancellationToken)));
            await CommitAsync(cancellationToken);
            return;
        }

        for (var slice = 0; slice < MaxSlices; slice++)
        {
            var before = state;
            var difference = await source.GetDifferenceAsync(before, cancellationToken);
            var isLast = Take(difference);
            await CommitAsync(cancellationToken);
            if (isLast || state == before)
            {
                break;
            }
        }

        Replay();
        await CommitAsync(cancellationToken);
        await RecoverChannelsAsync(cancellationToken);
    }

    /// <summary>A gap has stayed open for too long.</summary>
    public async Task CloseGapsAsync(CancellationToken cancellationToken)
    {
        foreach (var update in waiting)
        {
            if (update.Box == UpdateBox.Channel)
            {
                outdatedChannels.Add(update.ChannelId);
            }
        }

        if (waitingContainers.Count > 0 || waiting.Exists(update => update.Box != UpdateBox.Channel))
        {
            await RecoverAsync(cancellationToken);
        }
        else
        {
            await RecoverChannelsAsync(cancellationToken);
        }
    }

    /// <summary>Forgets what has not been stored: the sink failed, and the stored state counts.</summary>
    public void Reset(UpdateState? stored, IEnumerable<(long ChannelId, int Pts)> storedChannels)
    {
        state = stored;
        channelPts.Clear();
        foreach (var (channelId, pts) in storedChannels)
        {
            channelPts[channelId] = pts;
            outdatedChannels.Add(channelId);
        }

        waiting.Clear();
        waitingContainers.Clear();
        batch = new UpdateBatch();
    }

    private void Accept(IReadOnlyList<Tl.UpdateBase> updates, PeerIndex peers, int seqStart, int seq, int date)
    {
        var unordered = new List<SequencedUpdate>();
        var isNext = seqStart == 0 || seqStart == state!.Seq + 1;
        foreach (var item in updates)
        {
            var update = SequencedUpdate.From(item, peers);
            if (update.Box != UpdateBox.None)
            {
                Offer(update);
            }
            else if (isNext)
            {
                Apply(update);
            }
            else
            {
                unordered.Add(update);
            }
        }

        if (seqStart == 0 || seqStart <= state!.Seq)
        {
            return;
        }

        if (isNext)
        {
            Move(state with { Seq = seq, Date = date });
            ReplayContainers();
        }
        else
        {
            Log.UpdateGap(logger, UpdateBox.None, state.Seq, seqStart - 1);
            waitingContainers.Add(new SequencedContainer(unordered, seqStart, seq, date));
        }
    }

    private void Consume(long? channelId, int pts, int count) =>
        Offer(new SequencedUpdate(null, new PeerIndex(), channelId is null ? UpdateBox.Account : UpdateBox.Channel, channelId ?? 0, pts, count));

    private void Offer(SequencedUpdate update)
    {
        if (Follows(update))
        {
            Apply(update);
            ReplayWaiting();
        }
        else if (update.Start > Value(update))
        {
            Log.UpdateGap(logger, update.Box, Value(update)!.Value, update.Start);
            waiting.Add(update);
        }
    }

    /// <summary>The current value of the update's sequence; null for a channel that is new to us.</summary>
    private int? Value(SequencedUpdate update) => update.Box switch
    {
        UpdateBox.Account => state!.Pts,
        UpdateBox.Secondary => state!.Qts,
        _ => ChannelPts(update.ChannelId),
    };

    /// <summary>An update without events (a read mark, a web page) is applied wherever the sequence has got to.</summary>
    private bool Follows(SequencedUpdate update) =>
        Value(update) is not { } value || update.Start == value || (update.Count == 0 && update.Pts <= value);

    private void Apply(SequencedUpdate update)
    {
        switch (update.Box)
        {
            case UpdateBox.Account:
                Move(state! with { Pts = Math.Max(state.Pts, update.Pts) });
                break;
            case UpdateBox.Secondary:
                Move(state! with { Qts = update.Pts });
                break;
            case UpdateBox.Channel:
                MoveChannel(update.ChannelId, Math.Max(ChannelPts(update.ChannelId) ?? 0, update.Pts));
                break;
        }

        if (update.Update is Tl.UpdateChannelTooLong tooLong)
        {
            Outdate(tooLong);
        }
        else if (update.Update is not null)
        {
            batch.Updates.Add(update);
        }
    }

    private void Outdate(Tl.UpdateChannelTooLong tooLong)
    {
        if (ChannelPts(tooLong.ChannelId) is null && tooLong.Pts is { } pts)
        {
            MoveChannel(tooLong.ChannelId, pts);
        }
        else if (ChannelPts(tooLong.ChannelId) is { } known && !(tooLong.Pts <= known))
        {
            outdatedChannels.Add(tooLong.ChannelId);
        }
    }

    private void ReplayWaiting()
    {
        for (var moved = true; moved;)
        {
            moved = false;
            for (var i = waiting.Count - 1; i >= 0; i--)
            {
                var update = waiting[i];
                if (Follows(update))
                {
                    waiting.RemoveAt(i);
                    Apply(update);
                    moved = true;
                    break;
                }

                if (update.Start < Value(update))
                {
                    waiting.RemoveAt(i);
                }
            }
        }
    }

    private void ReplayContainers()
    {
        while (waitingContainers.Find(container => container.Start == state!.Seq + 1) is { } next)
        {
            waitingContainers.Remove(next);
            next.Updates.ToList().ForEach(Apply);
            Move(state! with { Seq = next.End, Date = next.Date });
        }

        waitingContainers.RemoveAll(container => container.Start <= state!.Seq);
    }

    /// <summary>What arrived beside a difference either follows it or was part of it.</summary>
    private void Replay()
    {
        ReplayWaiting();
        ReplayContainers();
        waiting.RemoveAll(update => update.Box != UpdateBox.Channel);
        waitingContainers.Clear();
    }

    private bool Take(Tl.Updates.DifferenceBase difference)
    {
        switch (difference)
        {
            case Tl.Updates.DifferenceEmpty d:
                Move(state! with { Date = d.Date, Seq = d.Seq });
                return true;
            case Tl.Updates.Difference d:
                Take(d.NewMessages, d.OtherUpdates, sink.Remember(d.Users, d.Chats));
                Move(UpdateState.From(d.State));
                return true;
            case Tl.Updates.DifferenceSlice d:
                Take(d.NewMessages, d.OtherUpdates, sink.Remember(d.Users, d.Chats));
                Move(UpdateState.From(d.IntermediateState));
                return false;
            case Tl.Updates.DifferenceTooLong d:
                Log.HistoryLost(logger, d.Pts - state!.Pts);
                Move(state with { Pts = d.Pts });
                return false;
            default:
                throw new InvalidOperationException($"{difference.GetType().Name} is no difference that is known.");
        }
    }

    private void Take(IReadOnlyList<Tl.MessageBase> messages, IReadOnlyList<Tl.UpdateBase> others, PeerIndex peers)
    {
        foreach (var message in messages)
        {
            batch.Updates.Add(new SequencedUpdate(new Tl.UpdateNewMessage { Message = message }, peers, UpdateBox.None, 0, 0, 0));
        }

        foreach (var other in others)
        {
            // The difference stands for the account's own sequences; channels still count for themselves.
            var update = SequencedUpdate.From(other, peers);
            if (update.Box == UpdateBox.Channel)
            {
                Offer(update);
            }
            else
            {
                Apply(update with { Box = UpdateBox.None });
            }
        }
    }

    private async Task RecoverChannelsAsync(CancellationToken cancellationToken)
    {
        while (outdatedChannels.Count > 0)
        {
            var channelId = outdatedChannels.First();
            outdatedChannels.Remove(channelId);
            for (var slice = 0; slice < MaxSlices && ChannelPts(channelId) is { } pts; slice++)
            {
                var difference = await source.GetChannelDifferenceAsync(channelId, pts, cancellationToken);
                var isLast = TakeChannel(channelId, difference);
                await CommitAsync(cancellationToken);
                if (isLast || ChannelPts(channelId) == pts)
                {
                    break;
                }
            }

            ReplayWaiting();
            waiting.RemoveAll(update => update.Box == UpdateBox.Channel && update.ChannelId == channelId);
            await CommitAsync(cancellationToken);
        }
    }

    private bool TakeChannel(long channelId, Tl.Updates.ChannelDifferenceBase? difference)
    {
        switch (difference)
        {
            case null:
                channelPts.Remove(channelId);
                batch.Channels[channelId] = null;
                return true;
            case Tl.Updates.ChannelDifferenceEmpty d:
                MoveChannel(channelId, d.Pts);
                return d.Final;
            case Tl.Updates.ChannelDifference d:
                var peers = sink.Remember(d.Users, d.Chats);
                foreach (var message in d.NewMessages)
                {
                    batch.Updates.Add(new SequencedUpdate(new Tl.UpdateNewChannelMessage { Message = message }, peers, UpdateBox.None, 0, 0, 0));
                }

                foreach (var other in d.OtherUpdates)
                {
                    Apply(SequencedUpdate.From(other, peers) with { Box = UpdateBox.None });
                }

                MoveChannel(channelId, d.Pts);
                return d.Final;
            case Tl.Updates.ChannelDifferenceTooLong d:
                sink.Remember(d.Users, d.Chats);
                Log.HistoryLost(logger, -1);
                MoveChannel(channelId, d.Dialog is Tl.Dialog { Pts: { } reached } ? reached : ChannelPts(channelId)!.Value);
                return true;
            default:
                throw new InvalidOperationException($"{difference.GetType().Name} is no difference that is known.");
        }
    }

    private void Move(UpdateState next)
    {
        if (next != state)
        {
            state = next;
            batch.State = next;
        }
    }

    private void MoveChannel(long channelId, int pts)
    {
        if (ChannelPts(channelId) != pts)
        {
            channelPts[channelId] = pts;
            batch.Channels[channelId] = pts;
        }
    }

    private async Task CommitAsync(CancellationToken cancellationToken)
    {
        if (!batch.IsEmpty)
        {
            var full = batch;
            batch = new UpdateBatch();
            await sink.ApplyAsync(full, cancellationToken);
        }
    }
}
