namespace TelegramRest.Accounts.Peers;

/// <summary>A supergroup or a channel.</summary>
public sealed class ChannelPeer(long id, long accessHash, Tl.ChatBase? chat) : PeerRef
{
    /// <summary>Telegram's id of the channel, positive.</summary>
    public long Id => id;

    public override long ChatId => -1_000_000_000_000 - id;

    public Tl.ChatBase? Chat => chat;

    /// <summary>A channel that only its administrators write to; otherwise a supergroup.</summary>
    public bool Broadcast => chat is Tl.Channel { Broadcast: true } or Tl.ChannelForbidden { Broadcast: true };

    public Tl.InputChannelBase Input => new Tl.InputChannel { ChannelId = id, AccessHash = accessHash };

    public override Tl.InputPeerBase InputPeer => new Tl.InputPeerChannel { ChannelId = id, AccessHash = accessHash };

    public override Tl.PeerBase Peer => new Tl.PeerChannel { ChannelId = id };
}
