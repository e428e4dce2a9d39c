using TelegramRest.Simulator.World;
using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.Rpc;

/// <summary>Results of inline bots need a right of their own (https://core.telegram.org/constructor/chatBannedRights).</summary>
internal static class InlineRights
{
    /// <exception cref="RpcError">403 CHAT_SEND_INLINE_FORBIDDEN.</exception>
    public static void Check(SimulatorWorld world, Account me, PeerKey chat)
    {
        var forbidden = chat.Kind switch
        {
            PeerKind.Group => world.Roster.Group(chat.Id) is { DefaultBannedRights.SendInline: true } group && group.CreatorId != me.Id && group.Members.GetValueOrDefault(me.Id) is not { Admin: true },
            PeerKind.Channel => world.Roster.Channel(chat.Id) is { } channel && channel.Find(me.Id) is { IsAdmin: false } member
                && (channel.DefaultBannedRights.SendInline || member.BannedRights is { SendInline: true }),
            _ => false,
        };
        if (forbidden)
            throw new RpcError(403, "CHAT_SEND_INLINE_FORBIDDEN");
    }
}
