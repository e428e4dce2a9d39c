using TelegramRest.Simulator.World;
using TelegramRest.Simulator.World.Business;
using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.Rpc;

/// <summary>
/// Turns what a client calls a peer into the peer. Access hashes are checked; bots may leave them out for peers that they have met
/// (https://core.telegram.org/api/peers).
/// </summary>
internal sealed class PeerResolver(SimulatorWorld world)
{
    /// <exception cref="RpcError">PEER_ID_INVALID, CHANNEL_INVALID, CHANNEL_PRIVATE, USER_BANNED_IN_CHANNEL.</exception>
    public PeerKey Peer(Account me, Tl.InputPeerBase peer) => peer switch
    {
        Tl.InputPeerSelf => me.Peer,
        Tl.InputPeerUser user => FindUser(me, user.UserId, user.AccessHash)?.Peer ?? throw PeerInvalid(),
        Tl.InputPeerUserFromMessage user => FromMessage(me, user.Peer, user.MsgId, PeerKey.User(user.UserId)),
        Tl.InputPeerChat chat => Group(me, chat.ChatId, "PEER_ID_INVALID").Peer,
        Tl.InputPeerChannel channel => Channel(me, channel.ChannelId, channel.AccessHash).Peer,
        Tl.InputPeerChannelFromMessage channel => FromMessage(me, channel.Peer, channel.MsgId, PeerKey.Channel(channel.ChannelId)),
        _ => throw PeerInvalid(),
    };

    /// <exception cref="RpcError">USER_ID_INVALID.</exception>
    public Account User(Account me, Tl.InputUserBase user) => TryUser(me, user) ?? throw new RpcError(400, "USER_ID_INVALID");

    public Account? TryUser(Account me, Tl.InputUserBase user) => user switch
    {
        Tl.InputUserSelf => me,
        Tl.InputUser it => FindUser(me, it.UserId, it.AccessHash),
        Tl.InputUserFromMessage it => world.Roster.Account(FromMessage(me, it.Peer, it.MsgId, PeerKey.User(it.UserId)).Id),
        _ => null,
    };

    /// <summary>A chat that the caller may at least see.</summary>
    /// <exception cref="RpcError">CHANNEL_INVALID, CHANNEL_PRIVATE.</exception>
    public Channel Channel(Account me, Tl.InputChannelBase channel) => channel switch
    {
        Tl.InputChannel it => Channel(me, it.ChannelId, it.AccessHash),
        Tl.InputChannelFromMessage it => world.Roster.Channel(FromMessage(me, it.Peer, it.MsgId, PeerKey.Channel(it.ChannelId)).Id)!,
        _ => throw new RpcError(400, "CHANNEL_INVALID"),
    };

    /// <summary>A supergroup or channel by id alone, whatever the caller's standing in it; null when the hash is wrong or the chat was never met.</summary>
    public Channel? Known(Account me, Tl.InputChannelBase channel) =>
        channel is Tl.InputChannel it && world.Roster.Channel(it.ChannelId) is { } found && Allowed(me, found.Peer, it.AccessHash) ? found : null;

    /// <exception cref="RpcError"><paramref name="unknown"/> for a group that does not exist or that the caller never was in.</exception>
    public Group Group(Account me, long id, string unknown = "CHAT_ID_INVALID")
    {
        if (world.Roster.Group(id) is { } group && (group.Members.ContainsKey(me.Id) || world.Boxes.Of(me).Dialogs.ContainsKey(group.Peer)))
            return group;
        throw new RpcError(400, unknown);
    }

    /// <summary>A group that the caller is a member of.</summary>
    public Group OwnGroup(Account me, long id)
    {
        var group = Group(me, id);
        if (!group.Members.ContainsKey(me.Id) || group.Deactivated)
            throw new RpcError(400, "CHAT_ID_INVALID");
        return group;
    }

    private static RpcError PeerInvalid() => new(400, "PEER_ID_INVALID");

    private Account? FindUser(Account me, long id, long hash)
    {
        if (id == me.Id)
            return me;
        return world.Roster.Account(id) is { } account && Allowed(me, account.Peer, hash) ? account : null;
    }

    private Channel Channel(Account me, long id, long hash)
    {
        if (world.Roster.Channel(id) is not { } channel || !Allowed(me, channel.Peer, hash))
            throw new RpcError(400, "CHANNEL_INVALID");
        if (channel.Deleted || channel.Find(me.Id) is { Status: MemberStatus.Kicked } || (channel.Username is null && !channel.Has(me.Id) && !world.Direct.IsOpenTo(channel, me)))
            throw new RpcError(400, "CHANNEL_PRIVATE");
        return channel;
    }

    // A connected bot names people as it knows them itself.
    private bool Allowed(Account me, PeerKey peer, long hash) => hash == world.Hashes.For(BusinessScope.Current?.BotId ?? me.Id, peer) || (hash == 0 && me.IsBot && Met(me, peer));

    private bool Met(Account bot, PeerKey peer)
    {
        if (world.Boxes.Of(bot).Dialogs.ContainsKey(peer))
            return true;
        return peer.Kind switch
        {
            PeerKind.Channel => world.Roster.Channel(peer.Id)!.Members.ContainsKey(bot.Id),
            PeerKind.User => world.Roster.Groups.Any(group => group.Members.ContainsKey(bot.Id) && group.Members.ContainsKey(peer.Id))
                || world.Roster.Channels.Any(channel => channel.Has(bot.Id) && channel.Members.ContainsKey(peer.Id)),
            _ => false,
        };
    }

    private PeerKey FromMessage(Account me, Tl.InputPeerBase peer, int messageId, PeerKey wanted)
    {
        // A peer that was only seen in a message is named by that message: whoever can name it has met the peer.
        var chat = Peer(me, peer);
        return world.Boxes.For(me, chat).Messages.ContainsKey(messageId) ? wanted : throw PeerInvalid();
    }
}
