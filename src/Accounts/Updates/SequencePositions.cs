using TelegramRest.Mapping;

namespace TelegramRest.Accounts.Updates;

/// <summary>The values of an account's sequences, and what has been accepted since they were last stored.</summary>
internal sealed class SequencePositions(UpdateState? state, IEnumerable<(long ChannelId, int Pts)> channels)
{
    private readonly Dictionary<long, int> channelPts = channels.ToDictionary(channel => channel.ChannelId, channel => channel.Pts);
    private UpdateBatch batch = new();

    /// <summary>Null before the first login has been followed by a first state.</summary>
    public UpdateState? State { get; private set; } = state;

    public int? Channel(long channelId) => channelPts.TryGetValue(channelId, out var pts) ? pts : null;

    /// <summary>The value of the update's sequence; null for a channel that is new to us.</summary>
    public int? Of(SequencedUpdate update) => update.Box switch
    {
        UpdateBox.Account => State!.Pts,
        UpdateBox.Secondary => State!.Qts,
        _ => Channel(update.ChannelId),
    };

    /// <summary>Says whether an update is next. One without events (a read mark, a web page) fits wherever the sequence has got to.</summary>
    public bool Follows(SequencedUpdate update) =>
        Of(update) is not { } value || update.Start == value || (update.Count == 0 && update.Pts <= value);

    /// <summary>Moves the update's sequence behind it and takes it into the batch.</summary>
    public void Advance(SequencedUpdate update)
    {
        switch (update.Box)
        {
            case UpdateBox.Account:
                Move(State! with { Pts = Math.Max(State.Pts, update.Pts) });
                break;
            case UpdateBox.Secondary:
                Move(State! with { Qts = update.Pts });
                break;
            case UpdateBox.Channel:
                MoveChannel(update.ChannelId, Math.Max(Channel(update.ChannelId) ?? 0, update.Pts));
                break;
        }

        if (update.Update is not null)
        {
            batch.Updates.Add(update);
        }
    }

    /// <summary>A message of a difference, whose place in the sequence the difference itself has.</summary>
    public void Take(Tl.UpdateBase update, PeerIndex peers) => batch.Updates.Add(new SequencedUpdate(update, peers, UpdateBox.None, 0, 0, 0));

    public void Move(UpdateState next)
    {
        if (next != State)
        {
            State = next;
            batch.State = next;
        }
    }

    public void MoveChannel(long channelId, int pts)
    {
        if (Channel(channelId) != pts)
        {
            channelPts[channelId] = pts;
            batch.Channels[channelId] = pts;
        }
    }

    public void ForgetChannel(long channelId)
    {
        channelPts.Remove(channelId);
        batch.Channels[channelId] = null;
    }

    /// <summary>What is to be stored now; null for nothing.</summary>
    public UpdateBatch? TakeBatch()
    {
        if (batch.IsEmpty)
        {
            return null;
        }

        var full = batch;
        batch = new UpdateBatch();
        return full;
    }
}
