using System.Globalization;
using TelegramRest.BotApi;
using TelegramRest.Simulator.Control;
using TelegramRest.Tests.Unit.Accounts.Live;

namespace TelegramRest.Tests.Unit.Accounts.Login;

public sealed class UserLoginTests : IAsyncLifetime
{
    private LiveFixture live = null!;

    public async Task InitializeAsync() => live = await LiveFixture.StartAsync(allowRegistration: true);

    public Task DisposeAsync() => live.DisposeAsync().AsTask();

    [Fact]
    public async Task Phone_and_code_lead_to_a_ready_account()
    {
        var state = await live.Registry.StartUserLoginAsync(live.Demo.PhoneNumber, null, CancellationToken.None);
        Assert.Equal(AuthorizationStep.WaitCode, state.AuthorizationStateValue);
        var account = await live.UserAsync(state.Token!, "authcode");

        var ready = await account.Login.SubmitCodeAsync("22222", CancellationToken.None);

        Assert.Equal(AuthorizationStep.Ready, ready.AuthorizationStateValue);
        Assert.Null(ready.Token);
        Assert.Equal(live.Demo.PersonId, account.Self.Id);
        Assert.False(account.IsBot);
    }

    [Fact]
    public async Task The_token_has_a_random_number_and_nothing_of_the_phone()
    {
        var state = await live.Registry.StartUserLoginAsync(live.Demo.PhoneNumber, null, CancellationToken.None);

        var parts = state.Token!.Split(':');
        Assert.InRange(long.Parse(parts[0], CultureInfo.InvariantCulture), 1_000_000_000_000, 1L << 53);
        Assert.Equal(43, parts[1].Length);
        Assert.DoesNotContain(live.Demo.PhoneNumber[1..], state.Token, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_code_may_be_tried_again()
    {
        var state = await live.Registry.StartUserLoginAsync(live.Demo.PhoneNumber, null, CancellationToken.None);
        var account = await live.UserAsync(state.Token!, "authcode");

        var error = await Assert.ThrowsAsync<BotApiException>(() => account.Login.SubmitCodeAsync("11111", CancellationToken.None));
        var ready = await account.Login.SubmitCodeAsync("22222", CancellationToken.None);

        Assert.Equal("Bad Request: PHONE_CODE_INVALID", error.Description);
        Assert.Equal(AuthorizationStep.Ready, ready.AuthorizationStateValue);
    }

    [Fact]
    public async Task Steps_out_of_turn_and_missing_parameters_are_refused()
    {
        var state = await live.Registry.StartUserLoginAsync(live.Demo.PhoneNumber, null, CancellationToken.None);
        var login = (await live.UserAsync(state.Token!, "authcode")).Login;

        Assert.Equal("Bad Request: code not found", (await Assert.ThrowsAsync<BotApiException>(() => login.SubmitCodeAsync("", CancellationToken.None))).Description);
        Assert.Equal(
            "Bad Request: currently not waiting for a password",
            (await Assert.ThrowsAsync<BotApiException>(() => login.SubmitPasswordAsync("x", CancellationToken.None))).Description);
        Assert.Equal(
            "Bad Request: currently not waiting for registration",
            (await Assert.ThrowsAsync<BotApiException>(() => login.RegisterAsync("x", null, false, CancellationToken.None))).Description);
    }

    [Fact]
    public async Task Methods_exist_after_the_login_and_steps_before_it()
    {
        var state = await live.Registry.StartUserLoginAsync(live.Demo.PhoneNumber, null, CancellationToken.None);
        var early = await Assert.ThrowsAsync<BotApiException>(() => live.UserAsync(state.Token!).AsTask());
        await (await live.UserAsync(state.Token!, "authcode")).Login.SubmitCodeAsync("22222", CancellationToken.None);
        var late = await Assert.ThrowsAsync<BotApiException>(() => live.UserAsync(state.Token!, "authcode").AsTask());

        Assert.Equal("Not Found: method not found or login not yet completed", early.Description);
        Assert.Equal("Not Found: method not found", late.Description);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("1234")]
    [InlineData("1234567890123456")]
    public async Task A_phone_number_of_the_wrong_length_is_refused(string? phoneNumber)
    {
        var error = await Assert.ThrowsAsync<BotApiException>(() => live.Registry.StartUserLoginAsync(phoneNumber, null, CancellationToken.None));

        Assert.Equal("Unauthorized: invalid phone number specified", error.Description);
    }

    [Fact]
    public async Task Two_logins_of_one_account_work_side_by_side()
    {
        var (firstToken, first) = await live.LogInAsync();
        var (secondToken, second) = await live.LogInAsync();
        Assert.NotEqual(firstToken, secondToken);
        Assert.Equal(first.Self.Id, second.Self.Id);

        await first.LogOutAsync(CancellationToken.None);

        await second.InvokeAsync(new Tl.Users.GetUsers { Id = [new Tl.InputUserSelf()] }, CancellationToken.None);
        var error = await Assert.ThrowsAsync<BotApiException>(() => live.UserAsync(firstToken).AsTask());
        Assert.Equal(401, error.Code);
    }

    [Fact]
    public async Task A_login_survives_a_restart_and_a_wrong_secret_does_not_open_it()
    {
        var (token, _) = await live.LogInAsync();
        await live.ReopenAsync();
        var wrong = token[..^1] + (token[^1] == 'A' ? 'B' : 'A');

        Assert.Equal(401, (await Assert.ThrowsAsync<BotApiException>(() => live.UserAsync(wrong).AsTask())).Code);
        Assert.Equal(live.Demo.PersonId, (await live.UserAsync(token)).Self.Id);
        Assert.Equal(401, (await Assert.ThrowsAsync<BotApiException>(() => live.UserAsync(wrong).AsTask())).Code);
    }

    [Fact]
    public async Task A_new_number_registers()
    {
        var state = await live.Registry.StartUserLoginAsync("9996627777", null, CancellationToken.None);
        var login = (await live.UserAsync(state.Token!, "authcode")).Login;
        var registration = await login.SubmitCodeAsync("22222", CancellationToken.None);
        Assert.Equal(AuthorizationStep.WaitRegistration, registration.AuthorizationStateValue);

        await login.RegisterAsync("Ada", "L", false, CancellationToken.None);

        Assert.Equal("Ada", (await live.UserAsync(state.Token!)).Self.FirstName);
    }

    [Fact]
    public async Task Two_factor_accounts_ask_for_the_password()
    {
        await new CreateUser(live.Simulator.World).RunAsync(
            new CreateUserRequest("9996625555", "Careful", Password: "correct horse", PasswordHint: "xkcd"), CancellationToken.None);
        var state = await live.Registry.StartUserLoginAsync("9996625555", null, CancellationToken.None);
        var login = (await live.UserAsync(state.Token!, "authcode")).Login;

        var asked = await login.SubmitCodeAsync("22222", CancellationToken.None);
        Assert.Equal((AuthorizationStep.WaitPassword, "xkcd"), (asked.AuthorizationStateValue, asked.PasswordHint));
        Assert.NotNull(asked.HasRecoveryEmailAddress);
        var error = await Assert.ThrowsAsync<BotApiException>(() => login.SubmitPasswordAsync("wrong", CancellationToken.None));
        var ready = await login.SubmitPasswordAsync("correct horse", CancellationToken.None);

        Assert.Equal("Bad Request: PASSWORD_HASH_INVALID", error.Description);
        Assert.Equal(AuthorizationStep.Ready, ready.AuthorizationStateValue);
        Assert.Equal("Careful", (await live.UserAsync(state.Token!)).Self.FirstName);
    }

    [Fact]
    public async Task A_code_that_lost_its_leading_zeros_is_padded()
    {
        // A number of the data centre that does not exist has no fixed code; the simulator draws until one begins with a zero.
        await new CreateUser(live.Simulator.World).RunAsync(new CreateUserRequest("441632960000", "Zero"), CancellationToken.None);
        for (var draws = 0; ; draws++)
        {
            var state = await live.Registry.StartUserLoginAsync("441632960000", null, CancellationToken.None);
            var code = new GetCode(live.Simulator.World).Run("441632960000").Code;
            if (code[0] != '0')
            {
                Assert.True(draws < 200);
                continue;
            }

            var number = code.TrimStart('0');
            var login = (await live.UserAsync(state.Token!, "authcode")).Login;
            Assert.Equal(AuthorizationStep.Ready, (await login.SubmitCodeAsync(number.Length == 0 ? "0" : number, CancellationToken.None)).AuthorizationStateValue);
            return;
        }
    }

    [Fact]
    public async Task A_number_that_telegram_refuses_ends_the_login()
    {
        live.Simulator.Faults.Add(new(Simulator.Sessions.Faults.FaultKind.Error, Method: "auth.sendCode", Code: 400, Message: "PHONE_NUMBER_INVALID"));

        var error = await Assert.ThrowsAsync<BotApiException>(() => live.Registry.StartUserLoginAsync("12345", null, CancellationToken.None));

        Assert.Equal("Unauthorized: Log in failed, logging out due to error { code = 400 message = \"PHONE_NUMBER_INVALID\" }", error.Description);
        Assert.Equal(0, live.Registry.Count);
    }

    [Fact]
    public async Task Tokens_at_the_wrong_place_are_told_so()
    {
        var (token, _) = await live.LogInAsync();
        const string text = "Bad Request: Please use the correct api endpoint for bots or users";

        Assert.Equal(text, (await Assert.ThrowsAsync<BotApiException>(() => live.UserAsync(live.Demo.BotToken).AsTask())).Description);
        Assert.Equal(
            text,
            (await Assert.ThrowsAsync<BotApiException>(() => live.Registry.GetBotAsync(token, false, "getme", null, CancellationToken.None).AsTask())).Description);
    }
}
