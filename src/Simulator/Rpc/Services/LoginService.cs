using System.Globalization;
using TelegramRest.Simulator.World;
using TelegramRest.Simulator.World.Logins;
using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.Rpc.Services;

/// <summary>auth.*: logging in by phone number, code, password; signing up (https://core.telegram.org/api/auth).</summary>
internal sealed class LoginService(SimulatorWorld world) : IRpcService
{
    private const int ResendTimeout = 60;
    private const int NameLimit = 64;

    public void Register(RpcTable table)
    {
        table.On<Tl.Auth.SendCode, Tl.Auth.SentCodeBase>(Access.Anyone, SendCode);
        table.On<Tl.Auth.ResendCode, Tl.Auth.SentCodeBase>(Access.Anyone, ResendCode);
        table.On<Tl.Auth.CancelCode, bool>(Access.Anyone, CancelCode);
        table.On<Tl.Auth.SignIn, Tl.Auth.AuthorizationBase>(Access.Anyone, SignIn);
        table.On<Tl.Auth.SignUp, Tl.Auth.AuthorizationBase>(Access.Anyone, SignUp);
        table.On<Tl.Auth.CheckPassword, Tl.Auth.AuthorizationBase>(Access.Anyone, CheckPassword);
    }

    private Tl.Auth.SentCodeBase SendCode(Caller caller, Tl.Auth.SendCode method)
    {
        if (method.ApiId <= 0 || method.ApiHash.Length == 0)
            throw new RpcError(400, "API_ID_INVALID");
        var phone = Phones.Normalize(method.PhoneNumber);
        if (world.Roster.ByPhone(phone) is { } account)
        {
            if (account.Service)
                throw new RpcError(400, "PHONE_NUMBER_BANNED");
            if (account.HomeDc != caller.Context.DcId)
                throw new RpcError(303, string.Create(CultureInfo.InvariantCulture, $"PHONE_MIGRATE_{account.HomeDc}"));
        }

        return Sent(world.Logins.SendCode(phone));
    }

    private Tl.Auth.SentCodeBase ResendCode(Caller caller, Tl.Auth.ResendCode method) =>
        Sent(world.Logins.Resend(Phones.Normalize(method.PhoneNumber), method.PhoneCodeHash));

    private bool CancelCode(Caller caller, Tl.Auth.CancelCode method)
    {
        world.Logins.Cancel(Phones.Normalize(method.PhoneNumber), method.PhoneCodeHash);
        return true;
    }

    private Tl.Auth.AuthorizationBase SignIn(Caller caller, Tl.Auth.SignIn method)
    {
        var phone = Phones.Normalize(method.PhoneNumber);
        world.Logins.Check(phone, method.PhoneCodeHash, method.PhoneCode);
        if (world.Roster.ByPhone(phone) is not { Deleted: false } account)
            return new Tl.Auth.AuthorizationSignUpRequired();
        world.Logins.Use(phone, method.PhoneCodeHash);
        if (account.Password is not null)
        {
            world.Logins.AwaitPassword(caller.Context.AuthKeyId, account.Id);
            throw new RpcError(401, "SESSION_PASSWORD_NEEDED");
        }

        return LogIn(caller, account);
    }

    private Tl.Auth.AuthorizationBase SignUp(Caller caller, Tl.Auth.SignUp method)
    {
        var phone = Phones.Normalize(method.PhoneNumber);
        world.Logins.CheckVerified(phone, method.PhoneCodeHash);
        if (world.Roster.ByPhone(phone) is not null)
            throw new RpcError(400, "PHONE_NUMBER_OCCUPIED");
        var (first, last) = (method.FirstName.Trim(), method.LastName.Trim());
        if (first.Length is 0 or > NameLimit)
            throw new RpcError(400, "FIRSTNAME_INVALID");
        if (last.Length > NameLimit)
            throw new RpcError(400, "LASTNAME_INVALID");
        world.Logins.Use(phone, method.PhoneCodeHash);
        return LogIn(caller, world.Roster.AddPerson(phone, first, last, caller.Context.DcId));
    }

    private Tl.Auth.AuthorizationBase CheckPassword(Caller caller, Tl.Auth.CheckPassword method)
    {
        var keyId = caller.Context.AuthKeyId;
        if (world.Logins.AwaitingPassword(keyId) is not { Password: { } verifier } account)
            throw new RpcError(401, "AUTH_KEY_UNREGISTERED");
        world.Logins.CheckPassword(keyId, verifier, method.Password);
        world.Logins.PasswordGiven(keyId);
        return LogIn(caller, account);
    }

    private Tl.Auth.Authorization LogIn(Caller caller, Account account)
    {
        caller.Context.Authorize(account.Id);
        world.Posts.Announce(account.Id, _ => new Tl.UpdateNewAuthorization { Hash = caller.Context.AuthKeyId }, caller.SessionId);
        return AuthService.Authorization(world, account);
    }

    /// <summary>The first code goes to the app when the account has one, each further one by the next way that is left.</summary>
    private Tl.Auth.SentCode Sent(PhoneCode code)
    {
        var inApp = world.Roster.ByPhone(code.Phone) is { } account && world.Pusher.KeysOf(account.Id).Count > 0;
        var step = code.Deliveries + (inApp ? 0 : 1);
        return new Tl.Auth.SentCode
        {
            Type = step switch
            {
                1 => new Tl.Auth.SentCodeTypeApp { Length = LoginDesk.CodeLength },
                2 => new Tl.Auth.SentCodeTypeSms { Length = LoginDesk.CodeLength },
                _ => new Tl.Auth.SentCodeTypeCall { Length = LoginDesk.CodeLength },
            },
            PhoneCodeHash = code.Hash,
            NextType = step switch
            {
                1 => new Tl.Auth.CodeTypeSms(),
                2 => new Tl.Auth.CodeTypeCall(),
                _ => null,
            },
            Timeout = step < 3 ? ResendTimeout : null,
        };
    }
}
