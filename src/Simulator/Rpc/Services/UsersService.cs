using TelegramRest.Simulator.World;
using TelegramRest.Simulator.World.Messages;
using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.Rpc.Services;

/// <summary>users.*</summary>
internal sealed class UsersService(SimulatorWorld world, PeerResolver peers) : IRpcService
{
    public void Register(RpcTable table)
    {
        table.On<Tl.Users.GetUsers, Tl.UserBase[]>(Access.Account | Access.Everywhere, GetUsers);
        table.On<Tl.Users.GetFullUser, Tl.Users.UserFull>(Access.Account, GetFullUser);
    }

    /// <summary>A bot as <c>userFull</c> and <c>chatFull</c> carry it.</summary>
    public static Tl.BotInfo BotInfo(Account bot) => new()
    {
        UserId = bot.Id,
        Description = bot.Bot!.Description.Length == 0 ? null : bot.Bot.Description,
        Commands = bot.Bot.Commands.GetValueOrDefault(BotsService.DefaultScope),
        MenuButton = bot.Bot.MenuButton ?? new Tl.BotMenuButtonDefault(),
    };

    private Tl.UserBase[] GetUsers(Caller caller, Tl.Users.GetUsers method)
    {
        var scene = world.Scene(caller.Me);
        return [.. method.Id.Select(id => peers.TryUser(caller.Me, id)).OfType<Account>().Select(scene.User)];
    }

    private Tl.Users.UserFull GetFullUser(Caller caller, Tl.Users.GetFullUser method)
    {
        var me = caller.Me;
        var user = peers.User(me, method.Id);
        var scene = world.Scene(me).See(user);
        var box = world.Boxes.Of(me);
        var pinned = PinBoard.PinnedIn(box, user.Peer);
        return new Tl.Users.UserFull
        {
            FullUser = new Tl.UserFull
            {
                Id = user.Id,
                Blocked = me.Blocked.Contains(user.Id),
                CanPinMessage = true,
                About = user.About.Length == 0 ? null : user.About,
                Settings = new Tl.PeerSettings(),
                ProfilePhoto = user.Photos.Count > 0 && world.Files.Find(user.Photos[0]) is { } photo ? world.Files.ToPhoto(photo) : null,
                NotifySettings = new Tl.PeerNotifySettings(),
                BotInfo = user.IsBot ? BotInfo(user) : null,
                PinnedMsgId = pinned.Count > 0 ? pinned[^1].Ids[box.Key] : null,
                CommonChatsCount = CommonChats(me, user),
                BotGroupAdminRights = user.Bot?.GroupRights,
                BotBroadcastAdminRights = user.Bot?.ChannelRights,
            },
            Chats = scene.Chats(),
            Users = scene.Users(),
        };
    }

    private int CommonChats(Account me, Account other) => me.Id == other.Id
        ? 0
        : world.Roster.Groups.Count(group => !group.Deactivated && group.Members.ContainsKey(me.Id) && group.Members.ContainsKey(other.Id))
            + world.Roster.Channels.Count(channel => !channel.Broadcast && channel.Has(me.Id) && channel.Has(other.Id));
}
