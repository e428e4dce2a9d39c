using TelegramRest.BotApi;
using TelegramRest.Mapping.Errors;
using TelegramRest.Mtproto;

namespace TelegramRest.Accounts.Login;

/// <summary>
/// A person's login: phone number → code → (password | registration) → ready. A wrong code or password may be tried again;
/// any other refusal ends the login. Steps run one after another.
/// </summary>
/// <param name="complete">Stores the session and starts the account.</param>
/// <param name="abandon">Forgets the login.</param>
internal sealed class UserLogin(MtprotoClient client, string phoneNumber, AccountOptions options, Func<Tl.User, Task> complete, Func<Task> abandon) : ILogin
{
    private readonly Lock gate = new();
    private Task turn = Task.CompletedTask;
    private string codeHash = "";
    private int codeLength;

    public bool IsReady => State.AuthorizationStateValue == AuthorizationStep.Ready;

    public AuthorizationState State { get; private set; } = new() { AuthorizationStateValue = AuthorizationStep.Unknown };

    /// <summary>Asks Telegram to send a code.</summary>
    public Task<AuthorizationState> StartAsync(CancellationToken cancellationToken) => StepAsync(null, "", async () =>
    {
        var sent = await client.InvokeAsync(
            new Tl.Auth.SendCode { PhoneNumber = phoneNumber, ApiId = options.ApiId, ApiHash = options.ApiHash, Settings = new Tl.CodeSettings() },
            cancellationToken);
        switch (sent)
        {
            case Tl.Auth.SentCode code:
                (codeHash, codeLength) = (code.PhoneCodeHash, LengthOf(code.Type));
                return codeLength < 0
                    ? new AuthorizationState { AuthorizationStateValue = AuthorizationStep.Unknown }
                    : new AuthorizationState { AuthorizationStateValue = AuthorizationStep.WaitCode, Timeout = code.Timeout is 0 ? null : code.Timeout };
            case Tl.Auth.SentCodeSuccess success:
                return await FinishAsync(success.Authorization, cancellationToken);
            default:
                return new AuthorizationState { AuthorizationStateValue = AuthorizationStep.Unknown };
        }
    }, cancellationToken);

    public Task<AuthorizationState> SubmitCodeAsync(string? code, CancellationToken cancellationToken) => StepAsync(AuthorizationStep.WaitCode, "a code", async () =>
    {
        if (string.IsNullOrEmpty(code))
        {
            throw BotApiException.BadRequest("code not found");
        }

        // A number has lost its leading zeros on the way through JSON.
        code = code.All(char.IsAsciiDigit) ? code.PadLeft(codeLength, '0') : code;
        try
        {
            var answer = await client.InvokeAsync(
                new Tl.Auth.SignIn { PhoneNumber = phoneNumber, PhoneCodeHash = codeHash, PhoneCode = code }, cancellationToken);
            return await FinishAsync(answer, cancellationToken);
        }
        catch (RpcException error) when (error.Type == "SESSION_PASSWORD_NEEDED")
        {
            var password = await client.InvokeAsync(new Tl.Account.GetPassword(), cancellationToken);
            return new AuthorizationState
            {
                AuthorizationStateValue = AuthorizationStep.WaitPassword,
                PasswordHint = string.IsNullOrEmpty(password.Hint) ? null : password.Hint,
                HasRecoveryEmailAddress = password.HasRecovery,
            };
        }
    }, cancellationToken);

    public Task<AuthorizationState> SubmitPasswordAsync(string? password, CancellationToken cancellationToken) => StepAsync(AuthorizationStep.WaitPassword, "a password", async () =>
    {
        if (string.IsNullOrEmpty(password))
        {
            throw BotApiException.BadRequest("password not found");
        }

        for (var again = true; ; again = false)
        {
            try
            {
                var challenge = await client.InvokeAsync(new Tl.Account.GetPassword(), cancellationToken);
                var answer = await client.InvokeAsync(new Tl.Auth.CheckPassword { Password = client.ProvePassword(challenge, password) }, cancellationToken);
                return await FinishAsync(answer, cancellationToken);
            }
            catch (RpcException error) when (again && error.Type is "SRP_ID_INVALID" or "SRP_PASSWORD_CHANGED")
            {
                // The challenge was used up by another session; a new one is good.
            }
        }
    }, cancellationToken);

    public Task<AuthorizationState> RegisterAsync(string? firstName, string? lastName, bool disableNotification, CancellationToken cancellationToken) =>
        StepAsync(AuthorizationStep.WaitRegistration, "registration", async () =>
        {
            if (string.IsNullOrEmpty(firstName))
            {
                throw BotApiException.BadRequest("first_name not found");
            }

            var answer = await client.InvokeAsync(
                new Tl.Auth.SignUp
                {
                    PhoneNumber = phoneNumber,
                    PhoneCodeHash = codeHash,
                    FirstName = firstName,
                    LastName = lastName ?? "",
                    NoJoinedNotifications = disableNotification,
                },
                cancellationToken);
            return await FinishAsync(answer, cancellationToken);
        }, cancellationToken);

    private Task<AuthorizationState> StepAsync(
        AuthorizationStep? expected, string awaited, Func<Task<AuthorizationState>> step, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            var mine = RunAsync(turn, expected, awaited, step, cancellationToken);
            turn = mine;
            return mine;
        }
    }

    private async Task<AuthorizationState> RunAsync(
        Task previous, AuthorizationStep? expected, string awaited, Func<Task<AuthorizationState>> step, CancellationToken cancellationToken)
    {
        await previous.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            if (IsReady)
            {
                throw BotApiException.NotFound("method not found");
            }

            if (expected is not null && State.AuthorizationStateValue != expected)
            {
                throw BotApiException.BadRequest("currently not waiting for " + awaited);
            }

            return State = await step();
        }
        catch (RpcException error) when (error.Code == 400 && expected is not null)
        {
            throw RpcErrorMapper.ToBotApi(error.Code, error.ErrorMessage);
        }
        catch (RpcException error) when (error.Code is 420 or 429)
        {
            throw BotApiException.TooManyRequests(error.Argument ?? 5);
        }
        catch (Exception exception) when (exception is RpcTransportException or RpcException { Code: >= 500 or < 0 })
        {
            throw BotApiException.TooManyRequests(5);
        }
        catch (RpcException error)
        {
            await abandon();
            throw new BotApiException(
                401, $"Unauthorized: Log in failed, logging out due to error {{ code = {error.Code} message = \"{error.ErrorMessage}\" }}");
        }
    }

    private async Task<AuthorizationState> FinishAsync(Tl.Auth.AuthorizationBase answer, CancellationToken cancellationToken)
    {
        switch (answer)
        {
            case Tl.Auth.Authorization { User: Tl.User self }:
                await complete(self);
                return new AuthorizationState { AuthorizationStateValue = AuthorizationStep.Ready };
            case Tl.Auth.AuthorizationSignUpRequired when options.AllowUserRegistration:
                return new AuthorizationState { AuthorizationStateValue = AuthorizationStep.WaitRegistration };
            case Tl.Auth.AuthorizationSignUpRequired:
                await abandon();
                throw new BotApiException(
                    401,
                    "Unauthorized: It is not allowed to register users with this api. "
                    + "You can enable it with the command line option --allow-users-registration. Logging out");
            default:
                throw new InvalidOperationException($"{answer.GetType().Name} is no authorization.");
        }
    }

    /// <summary>Digits of the code; 0 when it is not counted, −1 when the code cannot be entered here.</summary>
    private static int LengthOf(Tl.Auth.SentCodeTypeBase type) => type switch
    {
        Tl.Auth.SentCodeTypeApp t => t.Length,
        Tl.Auth.SentCodeTypeSms t => t.Length,
        Tl.Auth.SentCodeTypeCall t => t.Length,
        Tl.Auth.SentCodeTypeMissedCall t => t.Length,
        Tl.Auth.SentCodeTypeFragmentSms t => t.Length,
        Tl.Auth.SentCodeTypeFirebaseSms t => t.Length,
        Tl.Auth.SentCodeTypeSmsWord or Tl.Auth.SentCodeTypeSmsPhrase or Tl.Auth.SentCodeTypeFlashCall => 0,
        _ => -1,
    };
}
