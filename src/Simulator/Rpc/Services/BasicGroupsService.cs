using TelegramRest.Simulator.World;
using TelegramRest.Simulator.World.Chats;
using TelegramRest.Simulator.World.Messages;
using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.Rpc.Services;

/// <summary>messages.*: basic groups and their members (https://core.telegram.org/api/channel#basic-groups).</summary>
internal sealed class BasicGroupsService(SimulatorWorld world, PeerResolver peers, MediaMaker media) : IRpcService
{
    private const int TitleLimit = 128;
    private const int MemberLimit = 200;

    public void Register(RpcTable table)
    {
        table.On<Tl.Messages.GetChats, Tl.Messages.ChatsBase>(Access.Account, GetChats);
        table.On<Tl.Messages.GetFullChat, Tl.Messages.ChatFull>(Access.Account, GetFullChat);
        table.On<Tl.Messages.CreateChat, Tl.Messages.InvitedUsers>(Access.Person, Create);
        table.On<Tl.Messages.AddChatUser, Tl.Messages.InvitedUsers>(Access.Person, Add);
        table.On<Tl.Messages.DeleteChatUser, Tl.UpdatesBase>(Access.Account, Remove);
        table.On<Tl.Messages.EditChatTitle, Tl.UpdatesBase>(Access.Account, EditTitle);
        table.OnAsync<Tl.Messages.EditChatPhoto, Tl.UpdatesBase>(Access.Account, EditPhotoAsync);
        table.On<Tl.Messages.EditChatAdmin, bool>(Access.Person, EditAdmin);
        table.On<Tl.Messages.MigrateChat, Tl.UpdatesBase>(Access.Person, Migrate);
    }

    public static string Title(string title)
    {
        var trimmed = title.Trim();
        return trimmed.Length is > 0 and <= TitleLimit ? trimmed : throw new RpcError(400, "CHAT_TITLE_EMPTY");
    }

    private Tl.Messages.ChatsBase GetChats(Caller caller, Tl.Messages.GetChats method)
    {
        var scene = world.Scene(caller.Me);
        return new Tl.Messages.Chats { ChatsValue = [.. method.Id.Select(id => scene.Chat(peers.Group(caller.Me, id)))] };
    }

    private Tl.Messages.ChatFull GetFullChat(Caller caller, Tl.Messages.GetFullChat method)
    {
        var me = caller.Me;
        var group = peers.Group(me, method.ChatId);
        var scene = world.Scene(me).See(group.Peer);
        foreach (var userId in group.Members.Keys)
            scene.See(PeerKey.User(userId));
        var inside = group.Members.ContainsKey(me.Id);
        var box = world.Boxes.Of(me);
        var pinned = PinBoard.PinnedIn(box, group.Peer);
        var link = group.CreatorId == me.Id || (inside && group.Members[me.Id].Admin) ? group.Links.LastOrDefault(each => each is { Permanent: true, Revoked: false }) : null;
        return new Tl.Messages.ChatFull
        {
            FullChat = new Tl.ChatFull
            {
                Id = group.Id,
                About = group.About,
                Participants = inside ? Participants.All(group) : new Tl.ChatParticipantsForbidden { ChatId = group.Id },
                ChatPhoto = group.PhotoId is { } id && world.Files.Find(id) is { } photo ? world.Files.ToPhoto(photo) : null,
                NotifySettings = new Tl.PeerNotifySettings(),
                ExportedInvite = link is null ? null : InvitesService.Paint(link),
                BotInfo = [.. group.Members.Keys.Select(world.Roster.Account).OfType<Account>().Where(account => account.IsBot).Select(UsersService.BotInfo)],
                PinnedMsgId = pinned.Count > 0 ? pinned[^1].Ids[box.Key] : null,
                HasScheduled = world.Scheduled.Of(me, group.Peer).Count > 0,
                AvailableReactions = group.AvailableReactions ?? new Tl.ChatReactionsAll { AllowCustom = true },
            },
            Chats = scene.Chats(),
            Users = scene.Users(),
        };
    }

    private Tl.Messages.InvitedUsers Create(Caller caller, Tl.Messages.CreateChat method)
    {
        var me = caller.Me;
        var title = Title(method.Title);
        var members = method.Users.Select(user => peers.User(me, user)).Where(user => user.Id != me.Id).DistinctBy(user => user.Id).ToList();
        if (members.Count == 0)
            throw new RpcError(400, "USERS_TOO_FEW");
        var missing = members.Where(user => user.Blocked.Contains(me.Id) || user.Bot is { CanJoinGroups: false }).ToList();
        var (group, notice) = world.Chats.CreateGroup(me, title, [.. members.Except(missing)], caller.SessionId);
        return Invited(me, group, notice, missing);
    }

    private Tl.Messages.InvitedUsers Add(Caller caller, Tl.Messages.AddChatUser method)
    {
        var me = caller.Me;
        var group = peers.OwnGroup(me, method.ChatId);
        var user = peers.User(me, method.UserId);
        if (!MayManage(group, me) && group.DefaultBannedRights.InviteUsers)
            throw new RpcError(400, "CHAT_ADMIN_REQUIRED");
        if (group.Members.ContainsKey(user.Id))
            throw new RpcError(400, "USER_ALREADY_PARTICIPANT");
        if (group.Members.Count >= MemberLimit)
            throw new RpcError(400, "USERS_TOO_MUCH");
        if (user.Bot is { CanJoinGroups: false })
            throw new RpcError(400, "BOT_GROUPS_BLOCKED");
        return user.Blocked.Contains(me.Id)
            ? Invited(me, group, null, [user])
            : Invited(me, group, world.Chats.AddToGroup(group, me, user, caller.SessionId), []);
    }

    private Tl.Messages.InvitedUsers Invited(Account me, Group group, Sent? notice, IReadOnlyList<Account> missing)
    {
        var scene = world.Scene(me).See(group.Peer);
        foreach (var userId in group.Members.Keys)
            scene.See(PeerKey.User(userId));
        var updates = new List<Tl.UpdateBase> { new Tl.UpdateChatParticipants { Participants = Participants.All(group) } };
        if (notice is not null)
            updates.Add(scene.Update(notice.Box, notice.Event)!);
        return new Tl.Messages.InvitedUsers { Updates = scene.Updates([.. updates]), MissingInvitees = [.. missing.Select(user => new Tl.MissingInvitee { UserId = user.Id })] };
    }

    private Tl.UpdatesBase Remove(Caller caller, Tl.Messages.DeleteChatUser method)
    {
        var me = caller.Me;
        var group = peers.OwnGroup(me, method.ChatId);
        var user = peers.User(me, method.UserId);
        if (!group.Members.TryGetValue(user.Id, out var member))
            throw new RpcError(400, "USER_NOT_PARTICIPANT");
        if (user.Id != me.Id)
        {
            if (user.Id == group.CreatorId || (member.Admin && group.CreatorId != me.Id))
                throw new RpcError(400, me.IsBot ? "USER_ADMIN_INVALID" : "CHAT_ADMIN_REQUIRED");
            if (!MayManage(group, me) && member.InviterId != me.Id)
                throw new RpcError(400, "CHAT_ADMIN_REQUIRED");
        }

        return SentAnswer.Of(world, me, world.Chats.RemoveFromGroup(group, me, user, caller.SessionId));
    }

    private Tl.UpdatesBase EditTitle(Caller caller, Tl.Messages.EditChatTitle method)
    {
        var me = caller.Me;
        var group = Changeable(me, method.ChatId);
        var title = Title(method.Title);
        if (title == group.Title)
            throw new RpcError(400, "CHAT_NOT_MODIFIED");
        group.Title = title;
        return Announced(caller, group, new Tl.MessageActionChatEditTitle { Title = title });
    }

    private async Task<Tl.UpdatesBase> EditPhotoAsync(Caller caller, Tl.Messages.EditChatPhoto method, CancellationToken cancellationToken)
    {
        lock (world.Gate)
            Changeable(caller.Me, method.ChatId);
        var photo = await media.ChatPhotoAsync(caller.Me, method.Photo, cancellationToken);
        return await world.ChangeAsync(
            () =>
            {
                var group = Changeable(caller.Me, method.ChatId);
                if (photo is null && group.PhotoId is null)
                    throw new RpcError(400, "CHAT_NOT_MODIFIED");
                group.PhotoId = photo?.Id;
                return Announced(caller, group, photo is null ? new Tl.MessageActionChatDeletePhoto() : new Tl.MessageActionChatEditPhoto { Photo = world.Files.ToPhoto(photo) });
            },
            cancellationToken);
    }

    private Tl.UpdatesBase Announced(Caller caller, Group group, Tl.MessageActionBase action)
    {
        world.Rows.Save(group);
        return SentAnswer.Of(world, caller.Me, world.Posts.Send(caller.Me, group.Peer, new Draft { Action = action, FromSessionId = caller.SessionId }));
    }

    private bool EditAdmin(Caller caller, Tl.Messages.EditChatAdmin method)
    {
        var group = peers.OwnGroup(caller.Me, method.ChatId);
        if (group.CreatorId != caller.Me.Id)
            throw new RpcError(400, "CHAT_ADMIN_REQUIRED");
        var user = peers.User(caller.Me, method.UserId);
        if (!group.Members.ContainsKey(user.Id))
            throw new RpcError(400, "USER_NOT_PARTICIPANT");
        world.Chats.SetGroupAdmin(group, caller.Me, user, method.IsAdmin);
        return true;
    }

    private Tl.UpdatesBase Migrate(Caller caller, Tl.Messages.MigrateChat method)
    {
        var group = peers.OwnGroup(caller.Me, method.ChatId);
        if (group.CreatorId != caller.Me.Id)
            throw new RpcError(400, "CHAT_ADMIN_REQUIRED");
        var (channel, notice) = world.Chats.Migrate(group, caller.Me, caller.SessionId);
        var scene = world.Scene(caller.Me);
        var box = world.Boxes.Of(channel);
        return scene.Updates(ChatRegistry.Seen(scene, channel), scene.Update(notice.Box, notice.Event)!, scene.Update(box, box.Log[^1])!);
    }

    private static bool MayManage(Group group, Account me) => group.CreatorId == me.Id || group.Members[me.Id].Admin;

    private Group Changeable(Account me, long id)
    {
        var group = peers.OwnGroup(me, id);
        if (!MayManage(group, me) && (me.IsBot || group.DefaultBannedRights.ChangeInfo))
            throw new RpcError(400, "CHAT_ADMIN_REQUIRED");
        return group;
    }
}
