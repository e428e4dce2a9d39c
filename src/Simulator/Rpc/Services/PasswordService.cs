using System.Buffers.Binary;
using System.Security.Cryptography;
using TelegramRest.Simulator.World;
using TelegramRest.Simulator.World.Logins;
using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.Rpc.Services;

/// <summary>account.*: two-step verification (https://core.telegram.org/api/srp).</summary>
internal sealed class PasswordService(SimulatorWorld world) : IRpcService
{
    private const int AddedSalt = 32;

    public void Register(RpcTable table)
    {
        table.On<Tl.Account.GetPassword, Tl.Account.Password>(Access.Anyone, GetPassword);
        table.On<Tl.Account.GetPasswordSettings, Tl.Account.PasswordSettings>(Access.Person, GetSettings);
        table.On<Tl.Account.UpdatePasswordSettings, bool>(Access.Person, Update);
    }

    private static Tl.PasswordKdfAlgoSHA256SHA256PBKDF2HMACSHA512iter100000SHA256ModPow Algorithm(byte[] salt1, byte[] salt2) => new()
    {
        Salt1 = salt1,
        Salt2 = salt2,
        G = SrpGroup.G,
        P = SrpGroup.Prime.ToArray(),
    };

    private Tl.Account.Password GetPassword(Caller caller, Tl.Account.GetPassword method)
    {
        var account = caller.Account ?? world.Logins.AwaitingPassword(caller.Context.AuthKeyId) ?? throw new RpcError(401, "AUTH_KEY_UNREGISTERED");
        if (account.IsBot)
            throw new RpcError(400, "BOT_METHOD_INVALID");
        var verifier = account.Password;
        var challenge = verifier is null ? null : world.Logins.Ask(caller.Context.AuthKeyId, verifier);
        return new Tl.Account.Password
        {
            HasPassword = verifier is not null,
            HasRecovery = verifier?.RecoveryEmail is not null,
            CurrentAlgo = verifier is null ? null : Algorithm(verifier.Salt1, verifier.Salt2),
            SrpB = challenge is null ? default(ReadOnlyMemory<byte>?) : challenge.PublicValue,
            SrpId = challenge?.Id,
            Hint = verifier is null or { Hint: "" } ? null : verifier.Hint,

            // The client makes its own salt of this one by adding 32 bytes; the beginning stays recognisable.
            NewAlgo = Algorithm(SaltFor(account), RandomNumberGenerator.GetBytes(16)),
            NewSecureAlgo = new Tl.SecurePasswordKdfAlgoPBKDF2HMACSHA512iter100000 { Salt = RandomNumberGenerator.GetBytes(8) },
            SecureRandom = RandomNumberGenerator.GetBytes(256),
        };
    }

    private Tl.Account.PasswordSettings GetSettings(Caller caller, Tl.Account.GetPasswordSettings method)
    {
        CheckCurrent(caller, method.Password);
        return new Tl.Account.PasswordSettings { Email = caller.Me.Password?.RecoveryEmail };
    }

    private bool Update(Caller caller, Tl.Account.UpdatePasswordSettings method)
    {
        CheckCurrent(caller, method.Password);
        var settings = method.NewSettings;
        if (settings.NewAlgo is Tl.PasswordKdfAlgoUnknown || settings is { NewAlgo: not null, NewPasswordHash.Length: 0 })
        {
            caller.Me.Password = null;
        }
        else if (settings.NewAlgo is Tl.PasswordKdfAlgoSHA256SHA256PBKDF2HMACSHA512iter100000SHA256ModPow algorithm && settings.NewPasswordHash is { } hash)
        {
            var known = SaltFor(caller.Me);
            if (algorithm.Salt1.Length != known.Length + AddedSalt || !algorithm.Salt1.Span.StartsWith(known))
                throw new RpcError(400, "NEW_SALT_INVALID");
            if (!SrpGroup.InRange(hash.Span))
                throw new RpcError(400, "NEW_SETTINGS_INVALID");
            caller.Me.Password = new PasswordVerifier(algorithm.Salt1.ToArray(), algorithm.Salt2.ToArray(), SrpGroup.Pad(hash.Span), settings.Hint ?? "", NullIfEmpty(settings.Email));
        }
        else if (settings.Email is not null && caller.Me.Password is { } verifier)
        {
            caller.Me.Password = verifier with { RecoveryEmail = NullIfEmpty(settings.Email) };
        }
        else
        {
            throw new RpcError(400, "NEW_SETTINGS_EMPTY");
        }

        world.Rows.Save(caller.Me);
        return true;
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private byte[] SaltFor(Account account)
    {
        Span<byte> id = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(id, account.Id);
        return world.Hashes.Sign(id)[..8];
    }

    private void CheckCurrent(Caller caller, Tl.InputCheckPasswordSRPBase password)
    {
        if (caller.Me.Password is { } verifier)
            world.Logins.CheckPassword(caller.Context.AuthKeyId, verifier, password);
        else if (password is not Tl.InputCheckPasswordEmpty)
            throw new RpcError(400, "PASSWORD_HASH_INVALID");
    }
}
