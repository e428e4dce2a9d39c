using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.World;

/// <summary>Service messages that say more to the bot that they are meant for than to whoever caused them.</summary>
internal static class ActionPainter
{
    public static Tl.MessageActionBase Shown(Tl.MessageActionBase action, bool outgoing) => action switch
    {
        Tl.MessageActionWebViewDataSentMe data when outgoing => new Tl.MessageActionWebViewDataSent { Text = data.Text },
        Tl.MessageActionRequestedPeerSentMe request when outgoing => new Tl.MessageActionRequestedPeer { ButtonId = request.ButtonId, Peers = [.. request.Peers.Select(Peer)] },
        _ => action,
    };

    private static Tl.PeerBase Peer(Tl.RequestedPeerBase peer) => peer switch
    {
        Tl.RequestedPeerUser user => PeerKey.User(user.UserId).ToTl(),
        Tl.RequestedPeerChat chat => PeerKey.Group(chat.ChatId).ToTl(),
        Tl.RequestedPeerChannel channel => PeerKey.Channel(channel.ChannelId).ToTl(),
        _ => throw new ArgumentException($"{peer.GetType().Name} is no peer that can be asked for.", nameof(peer)),
    };
}
