using Microsoft.Extensions.Logging;
using TelegramRest.Mapping;

namespace TelegramRest.Accounts.Updates;

/// <summary>
/// Puts one account's updates in order. (1) Each update belongs to a sequence: the account's, the secondary one, a channel's, or its container's.
/// (2) The one that follows the sequence's value is applied, an older one is dropped, a later one waits for the gap before it to fill.
/// (3) A gap that stays open is closed by asking for the difference. Calls must not overlap.
/// </summary>
/// <remarks>https://core.telegram.org/api/updates</remarks>
internal sealed class UpdateSequencer
{
    /// <summary>A server that never gets to the end must not keep us here for ever.</summary>
    private const int MaxSlices = 10_000;

    private readonly IUpdateSource source;
    private readonly IUpdateSink sink;
    private readonly ILogger logger;
    private readonly WaitingUpdates waiting;
    private readonly HashSet<long> outdatedChannels = [];
    private SequencePositions positions;

    public UpdateSequencer(IUpdateSource source, IUpdateSink sink, SequencePositions stored, ILogger logger)
    {
        (this.source, this.sink, this.logger, positions) = (source, sink, logger, stored);
        waiting = new WaitingUpdates(Apply);
    }

    /// <summary>Something waits for a gap to close; call <see cref="CloseGapsAsync"/> if that stays so.</summary>
    public bool HasGap => waiting.Any;

    public async Task HandleAsync(Tl.UpdatesBase updates, CancellationToken cancellationToken)
    {
        if (positions.State is null)
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
        if (positions.State is not null)
        {
            Consume(channelId, pts, count);
            await CommitAsync(cancellationToken);
        }
    }

    /// <summary>Fetches what was missed, by the state that was last stored. The first time, starts from now.</summary>
    public async Task RecoverAsync(CancellationToken cancellationToken)
    {
        if (positions.State is null)
        {
            positions.Move(UpdateState.From(await source.GetStateAsync(cancellationToken)));
            await CommitAsync(cancellationToken);
            return;
        }

        for (var slice = 0; slice < MaxSlices; slice++)
        {
            var before = positions.State;
            var difference = await source.GetDifferenceAsync(before, cancellationToken);
            var isLast = Take(difference);
            await CommitAsync(cancellationToken);
            if (isLast || positions.State == before)
            {
                break;
            }
        }

        waiting.Replay(positions);
        waiting.DropAccount();
        await CommitAsync(cancellationToken);
        await RecoverChannelsAsync(cancellationToken);
    }

    /// <summary>A gap has stayed open for too long.</summary>
    public async Task CloseGapsAsync(CancellationToken cancellationToken)
    {
        outdatedChannels.UnionWith(waiting.Channels);
        if (waiting.AnyOfAccount)
        {
            await RecoverAsync(cancellationToken);
        }
        else
        {
            await RecoverChannelsAsync(cancellationToken);
        }
    }

    /// <summary>The sink failed: what is stored counts again, and the difference has to fill in.</summary>
    public void Reset(SequencePositions stored)
    {
        outdatedChannels.UnionWith(waiting.Channels);
        waiting.Clear();
        positions = stored;
    }

    private void Accept(IReadOnlyList<Tl.UpdateBase> updates, PeerIndex peers, int seqStart, int seq, int date)
    {
        var unordered = new List<SequencedUpdate>();
        var isNext = seqStart == 0 || seqStart == positions.State!.Seq + 1;
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

        if (seqStart == 0 || seqStart <= positions.State!.Seq)
        {
            return;
        }

        if (isNext)
        {
            positions.Move(positions.State with { Seq = seq, Date = date });
            waiting.Replay(positions);
        }
        else
        {
            Log.UpdateGap(logger, UpdateBox.None, positions.State!.Seq, seqStart - 1);
            waiting.Add(new SequencedContainer(unordered, seqStart, seq, date));
        }
    }

    private void Consume(long? channelId, int pts, int count) =>
        Offer(new SequencedUpdate(null, new PeerIndex(), channelId is null ? UpdateBox.Account : UpdateBox.Channel, channelId ?? 0, pts, count));

    private void Offer(SequencedUpdate update)
    {
        if (positions.Follows(update))
        {
            Apply(update);
            waiting.Replay(positions);
        }
        else if (update.Start > positions.Of(update))
        {
            Log.UpdateGap(logger, update.Box, positions.Of(update)!.Value, update.Start);
            waiting.Add(update);
        }
    }

    private void Apply(SequencedUpdate update)
    {
        if (update.Update is Tl.UpdateChannelTooLong tooLong)
        {
            Outdate(tooLong);
        }
        else
        {
            positions.Advance(update);
        }
    }

    private void Outdate(Tl.UpdateChannelTooLong tooLong)
    {
        if (positions.Channel(tooLong.ChannelId) is null && tooLong.Pts is { } pts)
        {
            positions.MoveChannel(tooLong.ChannelId, pts);
        }
        else if (positions.Channel(tooLong.ChannelId) is { } known && !(tooLong.Pts <= known))
        {
            outdatedChannels.Add(tooLong.ChannelId);
        }
    }

    private bool Take(Tl.Updates.DifferenceBase difference)
    {
        switch (difference)
        {
            case Tl.Updates.DifferenceEmpty d:
                positions.Move(positions.State! with { Date = d.Date, Seq = d.Seq });
                return true;
            case Tl.Updates.Difference d:
                Take(d.NewMessages, d.OtherUpdates, sink.Remember(d.Users, d.Chats));
                positions.Move(UpdateState.From(d.State));
                return true;
            case Tl.Updates.DifferenceSlice d:
                Take(d.NewMessages, d.OtherUpdates, sink.Remember(d.Users, d.Chats));
                positions.Move(UpdateState.From(d.IntermediateState));
                return false;
            case Tl.Updates.DifferenceTooLong d:
                Log.HistoryLost(logger, d.Pts - positions.State!.Pts);
                positions.Move(positions.State with { Pts = d.Pts });
                return false;
            default:
                throw new InvalidOperationException($"{difference.GetType().Name} is no difference that is known.");
        }
    }

    private void Take(IReadOnlyList<Tl.MessageBase> messages, IReadOnlyList<Tl.UpdateBase> others, PeerIndex peers)
    {
        foreach (var message in messages)
        {
            positions.Take(new Tl.UpdateNewMessage { Message = message }, peers);
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
            for (var slice = 0; slice < MaxSlices && positions.Channel(channelId) is { } pts; slice++)
            {
                var difference = await source.GetChannelDifferenceAsync(channelId, pts, cancellationToken);
                var isLast = TakeChannel(channelId, difference);
                await CommitAsync(cancellationToken);
                if (isLast || positions.Channel(channelId) == pts)
                {
                    break;
                }
            }

            outdatedChannels.Remove(channelId);
            waiting.Replay(positions);
            waiting.DropChannel(channelId);
            await CommitAsync(cancellationToken);
        }
    }

    private bool TakeChannel(long channelId, Tl.Updates.ChannelDifferenceBase? difference)
    {
        switch (difference)
        {
            case null:
                positions.ForgetChannel(channelId);
                return true;
            case Tl.Updates.ChannelDifferenceEmpty d:
                positions.MoveChannel(channelId, d.Pts);
                return d.Final;
            case Tl.Updates.ChannelDifference d:
                var peers = sink.Remember(d.Users, d.Chats);
                foreach (var message in d.NewMessages)
                {
                    positions.Take(new Tl.UpdateNewChannelMessage { Message = message }, peers);
                }

                foreach (var other in d.OtherUpdates)
                {
                    Apply(SequencedUpdate.From(other, peers) with { Box = UpdateBox.None });
                }

                positions.MoveChannel(channelId, d.Pts);
                return d.Final;
            case Tl.Updates.ChannelDifferenceTooLong d:
                sink.Remember(d.Users, d.Chats);
                Log.HistoryLost(logger, -1);
                positions.MoveChannel(channelId, d.Dialog is Tl.Dialog { Pts: { } reached } ? reached : positions.Channel(channelId)!.Value);
                return true;
            default:
                throw new InvalidOperationException($"{difference.GetType().Name} is no difference that is known.");
        }
    }

    private async Task CommitAsync(CancellationToken cancellationToken)
    {
        if (positions.TakeBatch() is not { } batch)
        {
            return;
        }

        try
        {
            await sink.ApplyAsync(batch, cancellationToken);
        }
        catch
        {
            // The account's difference says nothing of channels that Telegram believes to be up to date.
            outdatedChannels.UnionWith(batch.Channels.Keys);
            throw;
        }
    }
}
