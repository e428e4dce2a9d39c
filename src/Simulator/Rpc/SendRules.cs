using System.Globalization;
using TelegramRest.Simulator.World;
using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.Rpc;

/// <summary>Who may write where, and what (https://core.telegram.org/api/rights).</summary>
internal sealed class SendRules(SimulatorWorld world)
{
    /// <exception cref="RpcError">The error that Telegram gives for the first rule broken.</exception>
    public void Check(Account me, PeerKey chat, ContentKind kind)
    {
        switch (chat.Kind)
        {
            case PeerKind.User:
                CheckUser(me, world.Roster.Account(chat.Id)!);
                break;
            case PeerKind.Group:
                CheckGroup(me, world.Roster.Group(chat.Id)!, kind);
                break;
            case PeerKind.Channel when world.Roster.Channel(chat.Id) is { ParentId: not null } directMessages:
                world.Direct.CheckWrite(directMessages, me);
                break;
            default:
                CheckChannel(me, world.Roster.Channel(chat.Id)!, kind);
                break;
        }
    }

    /// <summary>In slow mode members send one message and wait; admins and typing do not. Whoever sends too much has to wait anywhere.</summary>
    /// <param name="count">How many messages are to be sent at once; an album counts as one.</param>
    /// <exception cref="RpcError">SLOWMODE_WAIT_n, SLOWMODE_MULTI_MSGS_DISABLED, FLOOD_WAIT_n.</exception>
    public void CheckPace(Account me, PeerKey chat, int count = 1)
    {
        if (world.Flood.Wait(me, chat, count) is var wait and > 0)
            throw new RpcError(420, string.Create(CultureInfo.InvariantCulture, $"FLOOD_WAIT_{wait}"));
        if (chat.Kind != PeerKind.Channel || world.Roster.Channel(chat.Id) is not { SlowModeSeconds: > 0 } channel || channel.Find(me.Id) is { IsAdmin: true })
            return;
        if (count > 1)
            throw new RpcError(400, "SLOWMODE_MULTI_MSGS_DISABLED");
        var box = world.Boxes.Of(channel);
        var ids = box.Dialog(chat).Ids;
        for (var index = ids.Count - 1; index >= 0; index--)
        {
            var message = box.Messages[ids[index]];
            var left = message.Date + channel.SlowModeSeconds - world.Clock.Now;
            if (left <= 0)
                return;
            if (message.SenderId == me.Id && message.Action is null)
                throw new RpcError(420, string.Create(CultureInfo.InvariantCulture, $"SLOWMODE_WAIT_{left}"));
        }
    }

    private static void CheckUser(Account me, Account other)
    {
        if (other.Deleted)
            throw new RpcError(400, "INPUT_USER_DEACTIVATED");
        if (me.Blocked.Contains(other.Id))
            throw new RpcError(400, "YOU_BLOCKED_USER");
        if (!me.IsBot || me.Id == other.Id)
            return;
        if (other.IsBot)
            throw new RpcError(400, "USER_IS_BOT");
        if (other.Blocked.Contains(me.Id))
            throw new RpcError(400, "USER_IS_BLOCKED");
        if (!other.StartedBots.Contains(me.Id))
            throw new RpcError(400, "PEER_ID_INVALID");
    }

    private static void CheckGroup(Account me, Group group, ContentKind kind)
    {
        if (group.Deactivated)
            throw new RpcError(400, "PEER_ID_INVALID");
        if (group.Kicked.Contains(me.Id))
            throw new RpcError(403, "CHAT_WRITE_FORBIDDEN");
        if (!group.Members.TryGetValue(me.Id, out var member))
            throw new RpcError(403, "CHAT_WRITE_FORBIDDEN");
        if (!member.Admin && group.CreatorId != me.Id)
            CheckBanned(group.DefaultBannedRights, kind);
    }

    private static void CheckChannel(Account me, Channel channel, ContentKind kind)
    {
        var member = channel.Find(me.Id);
        if (channel.Broadcast)
        {
            if (member is { Status: MemberStatus.Creator } || member is { AdminRights.PostMessages: true })
                return;
            throw me.IsBot ? new RpcError(400, "CHAT_ADMIN_REQUIRED") : new RpcError(403, "CHAT_WRITE_FORBIDDEN");
        }

        if (member is not { IsMember: true })
            throw new RpcError(403, "CHAT_WRITE_FORBIDDEN");
        if (member.IsAdmin)
            return;
        if (member.BannedRights is { } banned)
            CheckBanned(banned, kind);
        CheckBanned(channel.DefaultBannedRights, kind);
    }

    private static void CheckBanned(Tl.ChatBannedRights banned, ContentKind kind)
    {
        if (banned.SendMessages || banned.ViewMessages)
            throw new RpcError(403, "CHAT_WRITE_FORBIDDEN");
        var forbidden = kind switch
        {
            ContentKind.Plain when banned.SendPlain => "PLAIN",
            ContentKind.Photo when banned.SendPhotos || banned.SendMedia => "PHOTOS",
            ContentKind.Video when banned.SendVideos || banned.SendMedia => "VIDEOS",
            ContentKind.RoundVideo when banned.SendRoundvideos || banned.SendMedia => "ROUNDVIDEOS",
            ContentKind.Audio when banned.SendAudios || banned.SendMedia => "AUDIOS",
            ContentKind.Voice when banned.SendVoices || banned.SendMedia => "VOICES",
            ContentKind.Document when banned.SendDocs || banned.SendMedia => "DOCS",
            ContentKind.Gif when banned.SendGifs => "GIFS",
            ContentKind.Sticker when banned.SendStickers => "STICKERS",
            ContentKind.Poll when banned.SendPolls => "POLL",
            ContentKind.Game when banned.SendGames => "GAME",
            ContentKind.Other when banned.SendMedia => "MEDIA",
            _ => null,
        };
        if (forbidden is not null)
            throw new RpcError(403, $"CHAT_SEND_{forbidden}_FORBIDDEN");
    }
}
