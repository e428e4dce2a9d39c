using System.Globalization;
using TelegramRest.Simulator.Sessions;
using TelegramRest.Simulator.World;
using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.Rpc.Services;

/// <summary>auth.*: bots, log-out, and carrying a login to another data centre. Logging in by phone is <see cref="LoginService"/>'s.</summary>
internal sealed class AuthService(SimulatorWorld world, IUpdatePusher pusher) : IRpcService
{
    public void Register(RpcTable table)
    {
        table.On<Tl.Auth.ImportBotAuthorization, Tl.Auth.AuthorizationBase>(Access.Anyone, ImportBot);
        table.On<Tl.Auth.LogOut, Tl.Auth.LoggedOut>(Access.Anyone, LogOut);
        table.On<Tl.Auth.ResetAuthorizations, bool>(Access.Person, ResetOthers);
        table.On<Tl.Auth.ExportAuthorization, Tl.Auth.ExportedAuthorization>(Access.Account | Access.Everywhere, Export);
        table.On<Tl.Auth.ImportAuthorization, Tl.Auth.AuthorizationBase>(Access.Anyone, Import);
    }

    public static Tl.Auth.Authorization Authorization(SimulatorWorld world, Account account) => new() { User = world.Scene(account).User(account) };

    private Tl.Auth.AuthorizationBase ImportBot(Caller caller, Tl.Auth.ImportBotAuthorization method)
    {
        if (method.ApiId <= 0 || method.ApiHash.Length == 0)
            throw new RpcError(400, "API_ID_INVALID");
        var bot = world.Roster.ByToken(method.BotAuthToken) ?? throw new RpcError(400, "ACCESS_TOKEN_INVALID");
        if (bot.HomeDc != caller.Context.DcId)
            throw new RpcError(303, string.Create(CultureInfo.InvariantCulture, $"USER_MIGRATE_{bot.HomeDc}"));
        caller.Context.Authorize(bot.Id);
        return Authorization(world, bot);
    }

    private Tl.Auth.LoggedOut LogOut(Caller caller, Tl.Auth.LogOut method)
    {
        world.Logins.PasswordGiven(caller.Context.AuthKeyId);
        caller.Context.Unauthorize();
        return new Tl.Auth.LoggedOut();
    }

    private bool ResetOthers(Caller caller, Tl.Auth.ResetAuthorizations method)
    {
        foreach (var key in pusher.KeysOf(caller.Me.Id).Where(key => key.AuthKeyId != caller.Context.AuthKeyId).ToList())
            pusher.Revoke(key.AuthKeyId);
        return true;
    }

    private Tl.Auth.ExportedAuthorization Export(Caller caller, Tl.Auth.ExportAuthorization method)
    {
        if (caller.Context.DataCenters.All(dc => dc.Id != method.DcId))
            throw new RpcError(400, "DC_ID_INVALID");
        return new Tl.Auth.ExportedAuthorization { Id = caller.Me.Id, Bytes = world.Logins.Export(caller.Me.Id) };
    }

    private Tl.Auth.AuthorizationBase Import(Caller caller, Tl.Auth.ImportAuthorization method)
    {
        var account = world.Logins.Import(method.Id, method.Bytes.Span);
        caller.Context.Authorize(account.Id, imported: true);
        return Authorization(world, account);
    }
}
