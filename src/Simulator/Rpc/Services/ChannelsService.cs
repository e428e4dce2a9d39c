using System.Globalization;
using TelegramRest.Simulator.World;
using TelegramRest.Simulator.World.Chats;
using TelegramRest.Simulator.World.Messages;
using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.Rpc.Services;

/// <summary>channels.*: supergroups and channels themselves; their members are <see cref="ChannelMembersService"/>'s.</summary>
internal sealed class ChannelsService(SimulatorWorld world, PeerResolver peers, MediaMaker media) : IRpcService
{
    private const int AboutLimit = 255;

    private static readonly int[] SlowModes = [0, 5, 10, 30, 60, 300, 900, 3600];

    public void Register(RpcTable table)
    {
        table.On<Tl.Channels.CreateChannel, Tl.UpdatesBase>(Access.Person, Create);
        table.On<Tl.Channels.GetChannels, Tl.Messages.ChatsBase>(Access.Account, GetChannels);
        table.On<Tl.Channels.GetFullChannel, Tl.Messages.ChatFull>(Access.Account, GetFull);
        table.On<Tl.Channels.EditTitle, Tl.UpdatesBase>(Access.Account, EditTitle);
        table.OnAsync<Tl.Channels.EditPhoto, Tl.UpdatesBase>(Access.Account, EditPhotoAsync);
        table.On<Tl.Channels.CheckUsername, bool>(Access.Person, CheckUsername);
        table.On<Tl.Channels.UpdateUsername, bool>(Access.Person, UpdateUsername);
        table.On<Tl.Channels.ToggleSignatures, Tl.UpdatesBase>(Access.Person, ToggleSignatures);
        table.On<Tl.Channels.ToggleSlowMode, Tl.UpdatesBase>(Access.Person, ToggleSlowMode);
        table.On<Tl.Channels.DeleteChannel, Tl.UpdatesBase>(Access.Person, Delete);
        table.On<Tl.Channels.ExportMessageLink, Tl.ExportedMessageLink>(Access.Account, ExportLink);
    }

    private Tl.UpdatesBase Create(Caller caller, Tl.Channels.CreateChannel method)
    {
        var title = BasicGroupsService.Title(method.Title);
        if (method.About.Length > AboutLimit)
            throw new RpcError(400, "CHAT_ABOUT_TOO_LONG");
        var (channel, notice) = world.Chats.CreateChannel(caller.Me, title, method.About, method.Broadcast && !method.Megagroup, caller.SessionId);
        var scene = world.Scene(caller.Me);
        return scene.Updates(ChatRegistry.Seen(scene, channel), scene.Update(notice.Box, notice.Event)!);
    }

    /// <summary>A chat that the caller was removed from is still named, as forbidden: clients learn of it here.</summary>
    private Tl.Messages.ChatsBase GetChannels(Caller caller, Tl.Channels.GetChannels method)
    {
        var scene = world.Scene(caller.Me);
        return new Tl.Messages.Chats
        {
            ChatsValue = [.. method.Id.Select(id => scene.Chat(peers.Known(caller.Me, id) is { } known && known.Find(caller.Me.Id) is { Status: MemberStatus.Kicked } ? known : peers.Channel(caller.Me, id)))],
        };
    }

    private Tl.Messages.ChatFull GetFull(Caller caller, Tl.Channels.GetFullChannel method)
    {
        var me = caller.Me;
        var channel = peers.Channel(me, method.Channel);
        var scene = world.Scene(me).See(channel.Peer);
        var line = new DialogPainter(world).Paint(me, channel.Peer, scene);
        var box = world.Boxes.Of(channel);
        var pinned = PinBoard.PinnedIn(box, channel.Peer);
        var own = channel.Find(me.Id);
        var admin = own is { IsAdmin: true };
        var bots = channel.MemberIds().Select(world.Roster.Account).OfType<Account>().Where(account => account.IsBot).ToList();
        foreach (var bot in bots)
            scene.See(bot);
        var link = admin ? channel.Links.LastOrDefault(each => each is { Permanent: true, Revoked: false }) : null;
        return new Tl.Messages.ChatFull
        {
            FullChat = new Tl.ChannelFull
            {
                Id = channel.Id,
                CanViewParticipants = admin || !channel.Broadcast,
                CanSetUsername = own is { Status: MemberStatus.Creator },
                CanDeleteChannel = own is { Status: MemberStatus.Creator },
                About = channel.About,
                ParticipantsCount = channel.MemberIds().Count(),
                AdminsCount = admin ? channel.Members.Values.Count(member => member.IsAdmin) : null,
                KickedCount = admin ? channel.Members.Values.Count(member => member.Status == MemberStatus.Kicked) : null,
                BannedCount = admin ? channel.Members.Values.Count(member => member is { BannedRights: not null, Status: not MemberStatus.Kicked }) : null,
                ReadInboxMaxId = line.ReadInboxMaxId,
                ReadOutboxMaxId = line.ReadOutboxMaxId,
                UnreadCount = line.UnreadCount,
                ChatPhoto = channel.PhotoId is { } id && world.Files.Find(id) is { } photo ? world.Files.ToPhoto(photo) : new Tl.PhotoEmpty(),
                NotifySettings = new Tl.PeerNotifySettings(),
                ExportedInvite = link is null ? null : InvitesService.Paint(link),
                BotInfo = channel.Broadcast ? [] : [.. bots.Select(UsersService.BotInfo)],
                MigratedFromChatId = channel.MigratedFrom,
                MigratedFromMaxId = channel.MigratedFrom is null ? null : 0,
                PinnedMsgId = pinned.Count > 0 ? pinned[^1].Ids[box.Key] : null,
                SlowmodeSeconds = channel.SlowModeSeconds > 0 ? channel.SlowModeSeconds : null,
                Pts = box.VisiblePts(me.Id),
                HasScheduled = world.Scheduled.Of(me, channel.Peer).Count > 0,
                AvailableReactions = channel.AvailableReactions ?? new Tl.ChatReactionsAll { AllowCustom = !channel.Broadcast },
            },
            Chats = scene.Chats(),
            Users = scene.Users(),
        };
    }

    private Tl.UpdatesBase EditTitle(Caller caller, Tl.Channels.EditTitle method)
    {
        var channel = Changeable(caller.Me, method.Channel);
        var title = BasicGroupsService.Title(method.Title);
        if (title == channel.Title)
            throw new RpcError(400, "CHAT_NOT_MODIFIED");
        channel.Title = title;
        return Announced(caller, channel, new Tl.MessageActionChatEditTitle { Title = title });
    }

    private async Task<Tl.UpdatesBase> EditPhotoAsync(Caller caller, Tl.Channels.EditPhoto method, CancellationToken cancellationToken)
    {
        lock (world.Gate)
            Changeable(caller.Me, method.Channel);
        var photo = await media.ChatPhotoAsync(caller.Me, method.Photo, cancellationToken);
        return await world.ChangeAsync(
            () =>
            {
                var channel = Changeable(caller.Me, method.Channel);
                if (photo is null && channel.PhotoId is null)
                    throw new RpcError(400, "CHAT_NOT_MODIFIED");
                channel.PhotoId = photo?.Id;
                return Announced(caller, channel, photo is null ? new Tl.MessageActionChatDeletePhoto() : new Tl.MessageActionChatEditPhoto { Photo = world.Files.ToPhoto(photo) });
            },
            cancellationToken);
    }

    private bool CheckUsername(Caller caller, Tl.Channels.CheckUsername method)
    {
        if (!Usernames.IsValid(method.Username))
            throw new RpcError(400, "USERNAME_INVALID");
        return world.Roster.ByUsername(method.Username) is null;
    }

    private bool UpdateUsername(Caller caller, Tl.Channels.UpdateUsername method)
    {
        var channel = peers.Channel(caller.Me, method.Channel);
        if (channel.Find(caller.Me.Id) is not { Status: MemberStatus.Creator })
            throw new RpcError(400, "CHAT_ADMIN_REQUIRED");
        var wanted = method.Username.Length == 0 ? null : method.Username;
        if (wanted == channel.Username)
            throw new RpcError(400, "USERNAME_NOT_MODIFIED");
        if (wanted is not null && !Usernames.IsValid(wanted))
            throw new RpcError(400, "USERNAME_INVALID");
        if (wanted is not null && world.Roster.ByUsername(wanted) is { } holder && holder != channel.Peer)
            throw new RpcError(400, "USERNAME_OCCUPIED");
        world.Roster.Rename(channel.Peer, channel.Username, wanted);
        channel.Username = wanted;
        world.Rows.Save(channel);
        world.Chats.TellChanged(channel, caller.SessionId);
        return true;
    }

    private Tl.UpdatesBase ToggleSignatures(Caller caller, Tl.Channels.ToggleSignatures method)
    {
        var channel = Changeable(caller.Me, method.Channel);
        if (!channel.Broadcast)
            throw new RpcError(400, "CHAT_ID_INVALID");
        if (channel.Signatures == method.SignaturesEnabled)
            throw new RpcError(400, "CHAT_NOT_MODIFIED");
        channel.Signatures = method.SignaturesEnabled;
        return Changed(caller, channel);
    }

    private Tl.UpdatesBase ToggleSlowMode(Caller caller, Tl.Channels.ToggleSlowMode method)
    {
        var channel = Changeable(caller.Me, method.Channel);
        if (!SlowModes.Contains(method.Seconds))
            throw new RpcError(400, "SECONDS_INVALID");
        if (channel.SlowModeSeconds == method.Seconds)
            throw new RpcError(400, "CHAT_NOT_MODIFIED");
        channel.SlowModeSeconds = method.Seconds;
        return Changed(caller, channel);
    }

    private Tl.UpdatesBase Delete(Caller caller, Tl.Channels.DeleteChannel method)
    {
        var channel = peers.Channel(caller.Me, method.Channel);
        if (channel.Find(caller.Me.Id) is not { Status: MemberStatus.Creator })
            throw new RpcError(400, "CHAT_ADMIN_REQUIRED");
        if (channel.Username is { } username)
            world.Roster.Rename(channel.Peer, username, null);
        channel.Username = null;
        channel.Deleted = true;
        return Changed(caller, channel);
    }

    private Tl.ExportedMessageLink ExportLink(Caller caller, Tl.Channels.ExportMessageLink method)
    {
        var channel = peers.Channel(caller.Me, method.Channel);
        if (!world.Boxes.Of(channel).Messages.ContainsKey(method.Id))
            throw new RpcError(400, "MESSAGE_ID_INVALID");
        var link = channel.Username is { } username ? string.Create(CultureInfo.InvariantCulture, $"https://t.me/{username}/{method.Id}") : string.Create(CultureInfo.InvariantCulture, $"https://t.me/c/{channel.Id}/{method.Id}");
        return new Tl.ExportedMessageLink { Link = link, Html = "" };
    }

    private Tl.UpdatesBase Announced(Caller caller, Channel channel, Tl.MessageActionBase action)
    {
        world.Rows.Save(channel);
        return SentAnswer.Of(world, caller.Me, world.Posts.Send(caller.Me, channel.Peer, new Draft { Action = action, FromSessionId = caller.SessionId }));
    }

    private Tl.UpdatesConstructor Changed(Caller caller, Channel channel)
    {
        world.Rows.Save(channel);
        world.Chats.TellChanged(channel, caller.SessionId);
        var scene = world.Scene(caller.Me);
        return scene.Updates(ChatRegistry.Seen(scene, channel));
    }

    private Channel Changeable(Account me, Tl.InputChannelBase input)
    {
        var channel = peers.Channel(me, input);
        if (me.IsBot || channel.Broadcast || channel.DefaultBannedRights.ChangeInfo || channel.Find(me.Id) is not { IsMember: true, BannedRights: null })
            ChatSettingsService.RequireAdmin(channel, me, rights => rights.ChangeInfo);
        return channel;
    }
}
