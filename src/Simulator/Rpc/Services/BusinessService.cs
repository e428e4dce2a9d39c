using TelegramRest.Simulator.World;
using TelegramRest.Simulator.World.Business;
using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.Rpc.Services;

/// <summary>account.*: connecting a bot to one's account (https://core.telegram.org/api/bots/connected-business-bots).</summary>
internal sealed class BusinessService(SimulatorWorld world, PeerResolver peers) : IRpcService
{
    public void Register(RpcTable table)
    {
        table.On<Tl.Account.UpdateConnectedBot, Tl.UpdatesBase>(Access.Person, Connect);
        table.On<Tl.Account.GetConnectedBots, Tl.Account.ConnectedBots>(Access.Person, List);
        table.On<Tl.Account.DisablePeerConnectedBot, bool>(Access.Person, Exclude);
        table.On<Tl.Account.GetBotBusinessConnection, Tl.UpdatesBase>(Access.Bot, Get);
    }

    private Tl.UpdatesBase Connect(Caller caller, Tl.Account.UpdateConnectedBot method)
    {
        var me = caller.Me;
        var bot = peers.User(me, method.Bot);
        if (bot.Bot is not { } profile)
            throw new RpcError(400, "BOT_INVALID");
        if (!profile.Business)
            throw new RpcError(400, "BOT_BUSINESS_MISSING");
        if (method.Deleted)
            world.Business.Disconnect(world.Business.Of(me) is { } connection && connection.BotId == bot.Id ? connection : throw new RpcError(400, "BOT_NOT_CONNECTED_YET"));
        else
            world.Business.Connect(me, bot, method.Rights ?? new Tl.BusinessBotRights(), Recipients(me, method.Recipients));
        return world.Scene(me).See(bot).Updates();
    }

    private Tl.Account.ConnectedBots List(Caller caller, Tl.Account.GetConnectedBots method)
    {
        if (world.Business.Of(caller.Me) is not { } connection)
            return new Tl.Account.ConnectedBots { ConnectedBotsValue = [], Users = [] };
        return new Tl.Account.ConnectedBots
        {
            ConnectedBotsValue = [new Tl.ConnectedBot { BotId = connection.BotId, Recipients = connection.Recipients, Rights = connection.Rights }],
            Users = world.Scene(caller.Me).See(PeerKey.User(connection.BotId)).Users(),
        };
    }

    private bool Exclude(Caller caller, Tl.Account.DisablePeerConnectedBot method)
    {
        var chat = peers.Peer(caller.Me, method.Peer);
        if (world.Business.Of(caller.Me) is not { } connection || !world.Business.Covers(connection, chat))
            throw new RpcError(400, "BOT_NOT_CONNECTED_YET");
        world.Business.Exclude(connection, chat.Id);
        return true;
    }

    private Tl.UpdatesBase Get(Caller caller, Tl.Account.GetBotBusinessConnection method)
    {
        var connection = world.Business.Find(method.ConnectionId) is { } found && found.BotId == caller.Me.Id ? found : throw new RpcError(400, "BUSINESS_CONNECTION_INVALID");
        var scene = world.Scene(caller.Me).See(PeerKey.User(connection.UserId));
        return scene.Updates(new Tl.UpdateBotBusinessConnect { Connection = connection.ToTl(), Qts = world.Boxes.Of(caller.Me).Qts });
    }

    private Tl.BusinessBotRecipients Recipients(Account me, Tl.InputBusinessBotRecipients input) => new()
    {
        ExistingChats = input.ExistingChats,
        NewChats = input.NewChats,
        Contacts = input.Contacts,
        NonContacts = input.NonContacts,
        ExcludeSelected = input.ExcludeSelected,
        Users = input.Users?.Select(user => peers.User(me, user).Id).ToArray(),
        ExcludeUsers = input.ExcludeUsers?.Select(user => peers.User(me, user).Id).ToArray(),
    };
}
