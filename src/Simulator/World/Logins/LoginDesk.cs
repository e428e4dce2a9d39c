using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using TelegramRest.Simulator.Rpc;
using TelegramRest.Simulator.World.Messages;
using TelegramRest.Simulator.World.Model;
using TelegramRest.Simulator.World.Persistence;

namespace TelegramRest.Simulator.World.Logins;

/// <summary>Login codes, passwords that are still asked for, and authorisations on their way to another data centre (https://core.telegram.org/api/auth).</summary>
internal sealed class LoginDesk(SimulatorWorld world)
{
    public const int CodeLength = 5;

    private const int CodeLifetime = 600;
    private const int MaximalAttempts = 5;
    private const int ExportLifetime = 300;

    private readonly Dictionary<string, PhoneCode> _codes = new(StringComparer.Ordinal);
    private readonly Dictionary<long, long> _pendingPasswords = [];
    private readonly Dictionary<long, SrpChallenge> _challenges = [];
    private readonly Dictionary<string, (long UserId, int ExpiresAt)> _exports = new(StringComparer.Ordinal);

    /// <returns>The last code that was sent to a number and has not been used; null when there is none.</returns>
    public PhoneCode? LastCode(string phone) => _codes.GetValueOrDefault(phone);

    public PhoneCode SendCode(string phone)
    {
        var code = Phones.FixedCode(phone) ?? RandomNumberGenerator.GetInt32(100_000).ToString("D5", CultureInfo.InvariantCulture);
        var hash = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(9));
        return Deliver(new PhoneCode(phone, hash, code, world.Clock.Now + CodeLifetime, 0, 0, false));
    }

    public PhoneCode Resend(string phone, string hash) => Deliver(Find(phone, hash));

    public void Cancel(string phone, string hash) => Drop(Find(phone, hash));

    /// <summary>Checks a code. It stays usable until <see cref="Use"/>: a password or a name may still be missing.</summary>
    /// <exception cref="RpcError">PHONE_CODE_EMPTY, PHONE_CODE_EXPIRED, PHONE_CODE_INVALID.</exception>
    public void Check(string phone, string hash, string? given)
    {
        if (string.IsNullOrEmpty(given))
            throw new RpcError(400, "PHONE_CODE_EMPTY");
        var code = Find(phone, hash);
        if (code.Attempts >= MaximalAttempts)
            throw new RpcError(400, "PHONE_CODE_EXPIRED");
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(code.Code), Encoding.UTF8.GetBytes(given)))
        {
            Keep(code with { Attempts = code.Attempts + 1 });
            throw new RpcError(400, "PHONE_CODE_INVALID");
        }

        Keep(code with { Verified = true });
    }

    /// <exception cref="RpcError">PHONE_CODE_EXPIRED, or PHONE_CODE_INVALID when the code was never given.</exception>
    public void CheckVerified(string phone, string hash)
    {
        if (!Find(phone, hash).Verified)
            throw new RpcError(400, "PHONE_CODE_INVALID");
    }

    public void Use(string phone, string hash) => Drop(Find(phone, hash));

    public void AwaitPassword(long authKeyId, long userId)
    {
        _pendingPasswords[authKeyId] = userId;
        world.Rows.SavePending(authKeyId, userId);
    }

    public Account? AwaitingPassword(long authKeyId) => _pendingPasswords.TryGetValue(authKeyId, out var userId) ? world.Roster.Account(userId) : null;

    public void PasswordGiven(long authKeyId)
    {
        if (_pendingPasswords.Remove(authKeyId))
            world.Rows.Delete(Rows.PendingPasswords, Rows.Text(authKeyId));
    }

    /// <summary>A new question for a key; it replaces the last one.</summary>
    public SrpChallenge Ask(long authKeyId, PasswordVerifier verifier)
    {
        var secret = RandomNumberGenerator.GetBytes(SrpGroup.Size);
        var id = BinaryPrimitives.ReadInt64LittleEndian(RandomNumberGenerator.GetBytes(8));
        return _challenges[authKeyId] = new SrpChallenge(id, secret, SrpGroup.PublicValue(verifier.V, secret));
    }

    /// <exception cref="RpcError">SRP_ID_INVALID for a question that was not asked, PASSWORD_HASH_INVALID for a wrong answer.</exception>
    public void CheckPassword(long authKeyId, PasswordVerifier verifier, Tl.InputCheckPasswordSRPBase password)
    {
        if (password is not Tl.InputCheckPasswordSRP answer)
            throw new RpcError(400, "PASSWORD_HASH_INVALID");
        if (!_challenges.TryGetValue(authKeyId, out var challenge) || challenge.Id != answer.SrpId)
            throw new RpcError(400, "SRP_ID_INVALID");
        _challenges.Remove(authKeyId);
        if (!SrpGroup.InRange(answer.A.Span) || !SrpGroup.Verify(verifier, challenge.Secret, challenge.PublicValue, answer.A.Span, answer.M1.Span))
            throw new RpcError(400, "PASSWORD_HASH_INVALID");
    }

    /// <returns>A token with which another data centre's key can log the same account in, once.</returns>
    public byte[] Export(long userId)
    {
        var token = RandomNumberGenerator.GetBytes(32);
        _exports[Convert.ToHexString(token)] = (userId, world.Clock.Now + ExportLifetime);
        return token;
    }

    /// <exception cref="RpcError">AUTH_BYTES_INVALID.</exception>
    public Account Import(long userId, ReadOnlySpan<byte> token)
    {
        if (!_exports.Remove(Convert.ToHexString(token), out var export) || export.UserId != userId || export.ExpiresAt < world.Clock.Now || world.Roster.Account(userId) is not { } account)
            throw new RpcError(400, "AUTH_BYTES_INVALID");
        return account;
    }

    public void Load()
    {
        foreach (var (phone, code) in world.Rows.Load(Rows.PhoneCodes, WorldJson.Default.PhoneCode))
            _codes[phone] = code;
        foreach (var (key, value) in world.Rows.Load(Rows.PendingPasswords))
            _pendingPasswords[long.Parse(key, CultureInfo.InvariantCulture)] = BinaryPrimitives.ReadInt64LittleEndian(value);
    }

    private PhoneCode Find(string phone, string hash)
    {
        if (string.IsNullOrEmpty(hash))
            throw new RpcError(400, "PHONE_CODE_HASH_EMPTY");
        if (!_codes.TryGetValue(phone, out var code) || code.Hash != hash || code.ExpiresAt < world.Clock.Now)
            throw new RpcError(400, "PHONE_CODE_EXPIRED");
        return code;
    }

    private PhoneCode Deliver(PhoneCode code)
    {
        code = code with { Deliveries = code.Deliveries + 1 };
        Keep(code);
        if (code.Deliveries == 1 && world.Roster.ByPhone(code.Phone) is { } account && world.Pusher.KeysOf(account.Id).Count > 0)
        {
            // Sessions that are logged in already read the code in a message from Telegram itself.
            var text = $"Login code: {code.Code}. Do not give this code to anyone, even if they say they are from Telegram!";
            world.Posts.Send(world.Roster.Account(Roster.ServiceId)!, account.Peer, new Draft { Text = text });
        }

        return code;
    }

    private void Keep(PhoneCode code)
    {
        _codes[code.Phone] = code;
        world.Rows.Save(code);
    }

    private void Drop(PhoneCode code)
    {
        _codes.Remove(code.Phone);
        world.Rows.Delete(Rows.PhoneCodes, code.Phone);
    }
}
