namespace TelegramRest.Accounts.Peers;

/// <summary>A basic group.</summary>
public sealed class GroupPeer(long id, Tl.ChatBase? chat) : PeerRef
{
    /// <summary>Telegram's id of the group, positive.</summary>
    public long Id => id;

    public override long ChatId => -id;

    public Tl.ChatBase? Chat => chat;

    public override Tl.InputPeerBase InputPeer => new Tl.InputPeerChat { ChatId = id };

    public override Tl.PeerBase Peer => new Tl.PeerChat { ChatId = id };
}
