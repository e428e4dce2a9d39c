namespace TelegramRest.Accounts.Updates;

/// <summary>What the sequencer asks Telegram for.</summary>
internal interface IUpdateSource
{
    Task<Tl.Updates.State> GetStateAsync(CancellationToken cancellationToken);

    Task<Tl.Updates.DifferenceBase> GetDifferenceAsync(UpdateState state, CancellationToken cancellationToken);

    /// <returns>Null when the channel is out of the account's reach.</returns>
    Task<Tl.Updates.ChannelDifferenceBase?> GetChannelDifferenceAsync(long channelId, int pts, CancellationToken cancellationToken);
}
