namespace TelegramRest.Accounts.Peers;

/// <summary>A chat that this account may address: the three shapes are <see cref="UserPeer"/>, <see cref="GroupPeer"/> and <see cref="ChannelPeer"/>.</summary>
public abstract class PeerRef
{
    /// <summary>The chat's id in the Bot API: user id, minus group id, or −10¹² minus channel id.</summary>
    public abstract long ChatId { get; }

    public abstract Tl.InputPeerBase InputPeer { get; }

    public abstract Tl.PeerBase Peer { get; }
}
