using TelegramRest.Accounts.Peers;
using TelegramRest.Mtproto;

namespace TelegramRest.Accounts.Updates;

/// <summary>Asks Telegram for what was missed.</summary>
/// <remarks>https://core.telegram.org/api/updates#recovering-gaps</remarks>
internal sealed class DifferenceSource(Account account) : IUpdateSource
{
    private const int PersonLimit = 100;
    private const int BotLimit = 100_000;

    public Task<Tl.Updates.State> GetStateAsync(CancellationToken cancellationToken) =>
        account.Client.InvokeAsync(new Tl.Updates.GetState(), cancellationToken);

    public async Task<Tl.Updates.DifferenceBase> GetDifferenceAsync(UpdateState state, CancellationToken cancellationToken)
    {
        try
        {
            return await account.Client.InvokeAsync(
                new Tl.Updates.GetDifference { Pts = state.Pts, Date = state.Date, Qts = state.Qts }, cancellationToken);
        }
        catch (RpcException error) when (IsForgotten(error))
        {
            return new Tl.Updates.DifferenceTooLong { Pts = (await GetStateAsync(cancellationToken)).Pts };
        }
    }

    public async Task<Tl.Updates.ChannelDifferenceBase?> GetChannelDifferenceAsync(long channelId, int pts, CancellationToken cancellationToken)
    {
        var channel = (ChannelPeer)account.Peers.Reference(new Tl.PeerChannel { ChannelId = channelId });
        try
        {
            return await account.Client.InvokeAsync(
                new Tl.Updates.GetChannelDifference
                {
                    Channel = channel.Input,
                    Filter = new Tl.ChannelMessagesFilterEmpty(),
                    Pts = pts,
                    Limit = account.IsBot ? BotLimit : PersonLimit,
                },
                cancellationToken);
        }
        catch (RpcException error) when (IsForgotten(error) || error.Code is 400 or 403 or 406)
        {
            // Private, invalid, deleted: whatever the reason, asking again would not help.
            return null;
        }
    }

    private static bool IsForgotten(RpcException error) =>
        error.Type is "PERSISTENT_TIMESTAMP_INVALID" or "PERSISTENT_TIMESTAMP_EMPTY" or "PERSISTENT_TIMESTAMP_OUTDATED";
}
