namespace TelegramRest.Accounts.Peers;

/// <summary>A private chat, or a user named by id.</summary>
public sealed class UserPeer(long userId, long accessHash, bool isSelf, Tl.User? user) : PeerRef
{
    public long UserId => userId;

    public override long ChatId => userId;

    /// <summary>What is known of the user; null when a bot addresses one that it has not seen.</summary>
    public Tl.User? User => user;

    public Tl.InputUserBase Input => isSelf ? new Tl.InputUserSelf() : new Tl.InputUser { UserId = userId, AccessHash = accessHash };

    public override Tl.InputPeerBase InputPeer => isSelf ? new Tl.InputPeerSelf() : new Tl.InputPeerUser { UserId = userId, AccessHash = accessHash };

    public override Tl.PeerBase Peer => new Tl.PeerUser { UserId = userId };
}
