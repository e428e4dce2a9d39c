using Microsoft.Extensions.Logging;
using TelegramRest.Accounts.Peers;
using TelegramRest.Mtproto;

namespace TelegramRest.Accounts.Updates;

/// <summary>
/// Asks Telegram for what was missed. An answer with something in it that is newer than our schema cannot be read at all: then it is asked for
/// one event at a time, so that only the one event is passed over, and that is logged as an error.
/// </summary>
/// <remarks>https://core.telegram.org/api/updates#recovering-gaps</remarks>
internal sealed class DifferenceSource(Account account, ILogger logger) : IUpdateSource
{
    private const int PersonLimit = 100;
    private const int BotLimit = 100_000;

    public Task<Tl.Updates.State> GetStateAsync(CancellationToken cancellationToken) =>
        account.Client.InvokeAsync(new Tl.Updates.GetState(), cancellationToken);

    public async Task<Tl.Updates.DifferenceBase> GetDifferenceAsync(UpdateState state, CancellationToken cancellationToken)
    {
        try
        {
            return await AskAsync(state, limit: null, cancellationToken);
        }
        catch (RpcTransportException exception) when (IsUnreadable(exception))
        {
            return await StepAsync(state, cancellationToken);
        }
        catch (RpcException error) when (IsForgotten(error))
        {
            return new Tl.Updates.DifferenceTooLong { Pts = (await GetStateAsync(cancellationToken)).Pts };
        }
    }

    public async Task<Tl.Updates.ChannelDifferenceBase?> GetChannelDifferenceAsync(long channelId, int pts, CancellationToken cancellationToken)
    {
        try
        {
            return await AskAsync(channelId, pts, account.IsBot ? BotLimit : PersonLimit, cancellationToken);
        }
        catch (RpcTransportException exception) when (IsUnreadable(exception))
        {
            return await StepAsync(channelId, pts, cancellationToken);
        }
        catch (RpcException error) when (IsForgotten(error) || error.Code is 400 or 403 or 406)
        {
            // Private, invalid, deleted: whatever the reason, asking again would not help.
            return null;
        }
    }

    private Task<Tl.Updates.DifferenceBase> AskAsync(UpdateState state, int? limit, CancellationToken cancellationToken) => account.Client.InvokeAsync(
        new Tl.Updates.GetDifference { Pts = state.Pts, Date = state.Date, Qts = state.Qts, PtsLimit = limit, QtsLimit = limit },
        cancellationToken);

    private Task<Tl.Updates.ChannelDifferenceBase> AskAsync(long channelId, int pts, int limit, CancellationToken cancellationToken)
    {
        var channel = (ChannelPeer)account.Peers.Reference(new Tl.PeerChannel { ChannelId = channelId });
        return account.Client.InvokeAsync(
            new Tl.Updates.GetChannelDifference { Channel = channel.Input, Filter = new Tl.ChannelMessagesFilterEmpty(), Pts = pts, Limit = limit },
            cancellationToken);
    }

    private async Task<Tl.Updates.DifferenceBase> StepAsync(UpdateState state, CancellationToken cancellationToken)
    {
        try
        {
            return await AskAsync(state, limit: 1, cancellationToken);
        }
        catch (RpcTransportException exception) when (IsUnreadable(exception))
        {
            // Which of the two sequences it is in shows when one of them has nothing left to tell.
            var newest = await GetStateAsync(cancellationToken);
            var isInPts = newest.Pts > state.Pts && (newest.Qts <= state.Qts || await IsReadableAsync(state with { Pts = newest.Pts }, cancellationToken));
            var (sequence, position) = isInPts ? ("pts", state.Pts) : ("qts", state.Qts);
            Log.UpdateUnreadable(logger, exception, account.Id, sequence, position);
            return new Tl.Updates.DifferenceSlice
            {
                NewMessages = [],
                NewEncryptedMessages = [],
                OtherUpdates = [],
                Chats = [],
                Users = [],
                IntermediateState = new Tl.Updates.State
                {
                    Pts = isInPts ? state.Pts + 1 : state.Pts,
                    Qts = isInPts ? state.Qts : Math.Min(state.Qts + 1, newest.Qts),
                    Date = state.Date,
                    Seq = state.Seq,
                },
            };
        }
    }

    private async Task<Tl.Updates.ChannelDifferenceBase> StepAsync(long channelId, int pts, CancellationToken cancellationToken)
    {
        try
        {
            return await AskAsync(channelId, pts, limit: 1, cancellationToken);
        }
        catch (RpcTransportException exception) when (IsUnreadable(exception))
        {
            Log.UpdateUnreadable(logger, exception, account.Id, "pts of a channel", pts);
            return new Tl.Updates.ChannelDifferenceEmpty { Pts = pts + 1 };
        }
    }

    private async Task<bool> IsReadableAsync(UpdateState state, CancellationToken cancellationToken)
    {
        try
        {
            await AskAsync(state, limit: 1, cancellationToken);
            return true;
        }
        catch (RpcTransportException exception) when (IsUnreadable(exception))
        {
            return false;
        }
    }

    private static bool IsUnreadable(RpcTransportException exception) => exception.InnerException is Tl.TlException;

    private static bool IsForgotten(RpcException error) =>
        error.Type is "PERSISTENT_TIMESTAMP_INVALID" or "PERSISTENT_TIMESTAMP_EMPTY" or "PERSISTENT_TIMESTAMP_OUTDATED";
}
