using System.Globalization;
using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Contract.Login;

/// <summary>authCode, authPassword and registerUser: the steps from a code to an account.</summary>
public sealed class AuthCodeTests(ServerFixture server) : ContractTest(server)
{
    [Fact]
    public async Task The_right_code_opens_the_account()
    {
        var person = await Simulator.AddPersonAsync();
        var account = await StartAsync(person.Phone);

        var state = (await Api.CallAsync(account, "authCode", new JsonObject { ["code"] = await Simulator.CodeAsync(person) })).Result;

        Assert.Equal("""{"authorization_state":"ready"}""", state.ToJsonString());
    }

    [Fact]
    public async Task A_code_may_be_a_JSON_number()
    {
        var person = await Simulator.AddPersonAsync();
        var account = await StartAsync(person.Phone);
        var code = long.Parse(await Simulator.CodeAsync(person), CultureInfo.InvariantCulture);

        Assert.Equal("ready", (string)(await Api.CallAsync(account, "authCode", new JsonObject { ["code"] = code })).Result["authorization_state"]!);
    }

    [Fact]
    public async Task A_wrong_code_may_be_tried_again()
    {
        var person = await Simulator.AddPersonAsync();
        var account = await StartAsync(person.Phone);
        var right = await Simulator.CodeAsync(person);
        var wrong = right[..^1] + (char)('0' + ((right[^1] - '0' + 1) % 10));

        (await Api.CallAsync(account, "authCode", new JsonObject { ["code"] = wrong })).Fails(400, "Bad Request: PHONE_CODE_INVALID");

        Assert.Equal("ready", (string)(await Api.CallAsync(account, "authCode", new JsonObject { ["code"] = right })).Result["authorization_state"]!);
    }

    [Fact]
    public async Task A_password_is_asked_for_where_there_is_one()
    {
        var person = await Simulator.AddPersonAsync(password: "open sesame");
        var account = await StartAsync(person.Phone);

        var state = (await Api.CallAsync(account, "authCode", new JsonObject { ["code"] = await Simulator.CodeAsync(person) })).Result;
        Assert.Equal("wait_password", (string)state["authorization_state"]!);
        Assert.False((bool)state["has_recovery_email_address"]!);

        (await Api.CallAsync(account, "authPassword", new JsonObject { ["password"] = "wrong" })).Fails(400, "Bad Request: PASSWORD_HASH_INVALID");
        Assert.Equal("ready", (string)(await Api.SendAsync("authPassword", HttpMethod.Get, $"{account.Path}/2faPassword?password=open%20sesame", null)).Result["authorization_state"]!);
    }

    [Fact]
    public async Task A_new_number_may_sign_up()
    {
        const string phone = "+9996629999";
        var account = await StartAsync(phone);

        var state = (await Api.CallAsync(account, "authCode", new JsonObject { ["code"] = await Simulator.CodeAsync(new Person(0, phone, "")) })).Result;
        Assert.Equal("wait_registration", (string)state["authorization_state"]!);

        (await Api.CallAsync(account, "registerUser")).Fails(400, "Bad Request: first_name not found");
        Assert.Equal("ready", (string)(await Api.CallAsync(account, "registerUser", new JsonObject { ["first_name"] = "New" })).Result["authorization_state"]!);
        Assert.Equal("New", (string)(await Api.CallAsync(account, "getMe")).Result["first_name"]!);
    }

    [Theory]
    [InlineData("authCode", "Bad Request: code not found")]
    [InlineData("authPassword", "Bad Request: currently not waiting for a password")]
    [InlineData("registerUser", "Bad Request: currently not waiting for registration")]
    public async Task A_step_at_the_wrong_time_is_refused(string step, string description)
    {
        var account = await StartAsync((await Simulator.AddPersonAsync()).Phone);
        var parameters = step == "authCode" ? [] : new JsonObject { ["password"] = "x", ["first_name"] = "x" };

        (await Api.CallAsync(account, step, parameters)).Fails(400, description);
    }

    [Theory]
    [InlineData("authCode")]
    [InlineData("authPassword")]
    [InlineData("registerUser")]
    public async Task After_the_login_its_steps_are_gone(string step)
    {
        var account = await Server.LogInAsync(await Simulator.AddPersonAsync());

        Assert.Equal(404, (await Api.CallAsync(account, step, new JsonObject { ["code"] = "1", ["password"] = "x", ["first_name"] = "x" })).Status);
    }

    private async Task<ApiAccount> StartAsync(string phone)
    {
        var answer = await Api.SendAsync("userLogin", HttpMethod.Get, $"/userLogin?phone_number={Uri.EscapeDataString(phone)}", null);
        return new ApiAccount($"/user{(string)answer.Result["token"]!}", 0, null);
    }
}
