using TelegramRest.Simulator.Sessions;
using TelegramRest.Simulator.World;

namespace TelegramRest.Simulator.Rpc.Services;

/// <summary>account.*: profile, presence, and the list of logins.</summary>
internal sealed class AccountService(SimulatorWorld world, IUpdatePusher pusher) : IRpcService
{
    private const int NameLimit = 64;
    private const int AboutLimit = 140;

    public void Register(RpcTable table)
    {
        table.On<Tl.Account.UpdateStatus, bool>(Access.Person, UpdateStatus);
        table.On<Tl.Account.UpdateProfile, Tl.UserBase>(Access.Person, UpdateProfile);
        table.On<Tl.Account.CheckUsername, bool>(Access.Person, (_, method) => IsFree(method.Username));
        table.On<Tl.Account.UpdateUsername, Tl.UserBase>(Access.Person, UpdateUsername);
        table.On<Tl.Account.GetAuthorizations, Tl.Account.Authorizations>(Access.Person, GetAuthorizations);
        table.On<Tl.Account.ResetAuthorization, bool>(Access.Person, ResetAuthorization);
        table.On<Tl.Account.GetNotifySettings, Tl.PeerNotifySettings>(Access.Account, (_, _) => new Tl.PeerNotifySettings());
        table.On<Tl.Account.UpdateNotifySettings, bool>(Access.Account, (_, _) => true);
        table.On<Tl.Account.GetContentSettings, Tl.Account.ContentSettings>(Access.Person, (_, _) => new Tl.Account.ContentSettings());
        table.On<Tl.Account.GetContactSignUpNotification, bool>(Access.Person, (_, _) => false);
    }

    private bool IsFree(string username)
    {
        if (!Usernames.IsValid(username))
            throw new RpcError(400, "USERNAME_INVALID");
        return world.Roster.ByUsername(username) is null;
    }

    private bool UpdateStatus(Caller caller, Tl.Account.UpdateStatus method)
    {
        var me = caller.Me;
        if (me.Online == !method.Offline)
            return true;
        me.Online = !method.Offline;
        me.LastSeen = world.Clock.Now;
        world.Rows.Save(me);
        if (me.Online)
            world.Scheduled.CameOnline(me);
        foreach (var other in me.Contacts.Keys.Where(id => world.Roster.Account(id)?.Contacts.ContainsKey(me.Id) ?? false))
        {
            world.Posts.Announce(other, scene =>
            {
                scene.See(me);
                return new Tl.UpdateUserStatus
                {
                    UserId = me.Id,
                    Status = me.Online ? new Tl.UserStatusOnline { Expires = world.Clock.Now + 300 } : new Tl.UserStatusOffline { WasOnline = me.LastSeen },
                };
            });
        }

        return true;
    }

    private Tl.UserBase UpdateProfile(Caller caller, Tl.Account.UpdateProfile method)
    {
        var me = caller.Me;
        if (method.FirstName is { } first)
            me.FirstName = first.Trim() is { Length: > 0 and <= NameLimit } name ? name : throw new RpcError(400, "FIRSTNAME_INVALID");
        if (method.LastName is { } last)
            me.LastName = last.Trim() is { Length: <= NameLimit } name ? name : throw new RpcError(400, "LASTNAME_INVALID");
        if (method.About is { } about)
            me.About = about.Length <= AboutLimit ? about : throw new RpcError(400, "ABOUT_TOO_LONG");
        return Renamed(caller);
    }

    private Tl.UserBase UpdateUsername(Caller caller, Tl.Account.UpdateUsername method)
    {
        var me = caller.Me;
        var wanted = method.Username.Length == 0 ? null : method.Username;
        if (wanted == me.Username)
            throw new RpcError(400, "USERNAME_NOT_MODIFIED");
        if (wanted is not null && !IsFree(wanted) && world.Roster.ByUsername(wanted) != me.Peer)
            throw new RpcError(400, "USERNAME_OCCUPIED");
        world.Roster.Rename(me.Peer, me.Username, wanted);
        me.Username = wanted;
        return Renamed(caller);
    }

    private Tl.UserBase Renamed(Caller caller)
    {
        var me = caller.Me;
        world.Rows.Save(me);
        world.Posts.Announce(
            me.Id,
            scene =>
            {
                scene.See(me);
                return new Tl.UpdateUserName
                {
                    UserId = me.Id,
                    FirstName = me.FirstName,
                    LastName = me.LastName,
                    Usernames = me.Username is { } username ? [new Tl.Username { UsernameValue = username, Active = true, Editable = true }] : [],
                };
            },
            caller.SessionId);
        return world.Scene(me).User(me);
    }

    private Tl.Account.Authorizations GetAuthorizations(Caller caller, Tl.Account.GetAuthorizations method) => new()
    {
        AuthorizationTtlDays = 183,
        AuthorizationsValue =
        [
            .. pusher.KeysOf(caller.Me.Id).Select(key => new Tl.Authorization
            {
                Current = key.AuthKeyId == caller.Context.AuthKeyId,
                Hash = key.AuthKeyId == caller.Context.AuthKeyId ? 0 : key.AuthKeyId,
                DeviceModel = key.Client?.DeviceModel ?? "",
                Platform = key.Client?.LangPack ?? "",
                SystemVersion = key.Client?.SystemVersion ?? "",
                ApiId = key.Client?.ApiId ?? 0,
                AppName = "",
                AppVersion = key.Client?.AppVersion ?? "",
                DateCreated = key.CreatedAt,
                DateActive = key.ActiveAt,
                Ip = key.RemoteAddress,
                Country = "",
                Region = "",
            }),
        ],
    };

    private bool ResetAuthorization(Caller caller, Tl.Account.ResetAuthorization method)
    {
        if (pusher.KeysOf(caller.Me.Id).All(key => key.AuthKeyId != method.Hash || key.AuthKeyId == caller.Context.AuthKeyId))
            throw new RpcError(400, "HASH_INVALID");
        pusher.Revoke(method.Hash);
        return true;
    }
}
