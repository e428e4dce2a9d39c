using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Contract.Login;

public sealed class UserLoginTests(ServerFixture server) : ContractTest(server)
{
    [Theory]
    [InlineData("/userLogin")]
    [InlineData("/userlogin")]
    public async Task A_phone_number_brings_a_token_and_a_code(string path)
    {
        var person = await Simulator.AddPersonAsync();

        var state = (await BeginAsync(person.Phone, path)).Result;

        Assert.Equal("wait_code", (string)state["authorization_state"]!);
        Assert.Matches("^[0-9]{13,16}:[A-Za-z0-9_-]{43}$", (string)state["token"]!);
        Assert.DoesNotContain(person.Phone[1..], (string)state["token"]!, StringComparison.Ordinal);
        Assert.Matches("^[0-9]+$", await Simulator.CodeAsync(person));
    }

    [Fact]
    public async Task Two_logins_of_one_person_work_side_by_side()
    {
        var person = await Simulator.AddPersonAsync();
        var first = await Server.LogInAsync(person);
        var second = await Server.LogInAsync(person);

        Assert.NotEqual(first.Token, second.Token);
        Assert.Equal(person.Id, (long)(await Api.CallAsync(first, "getMe")).Result["id"]!);
        Assert.Equal(person.Id, (long)(await Api.CallAsync(second, "getMe")).Result["id"]!);
    }

    [Theory]
    [InlineData("")]
    [InlineData("123")]
    [InlineData("+49 170 1234567 890")]
    public async Task What_is_no_phone_number_is_refused(string phone) =>
        (await BeginAsync(phone, "/userLogin")).Fails(401, "Unauthorized: invalid phone number specified");

    [Fact]
    public async Task Other_methods_wait_for_the_login()
    {
        var person = await Simulator.AddPersonAsync();
        var account = await StartAsync(person);

        (await Api.CallAsync(account, "getMe")).Fails(404, "Not Found: method not found or login not yet completed");
    }

    [Fact]
    public async Task A_bot_has_no_use_for_login_steps()
    {
        var bot = await Simulator.AddBotAsync();

        (await Api.CallAsync(bot, "authCode", new JsonObject { ["code"] = "12345" })).Fails(400, "Bad Request: Method Not Allowed: You can only use this method as a user");
    }

    [Fact]
    public async Task A_person_has_no_use_for_a_bots_methods()
    {
        var account = await Server.LogInAsync(await Simulator.AddPersonAsync());

        (await Api.CallAsync(account, "answerCallbackQuery", new JsonObject { ["callback_query_id"] = "1" }))
            .Fails(400, "Bad Request: Method Not Allowed: You can only use this method as a bot");
    }

    [Fact]
    public async Task An_unknown_user_token_is_refused() =>
        Assert.NotEqual(200, (await Api.SendAsync("getMe", HttpMethod.Get, "/user1234567890123:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/getMe", null)).Status);

    [Fact]
    public async Task No_log_line_holds_a_code_a_password_or_a_phone_number()
    {
        var person = await Simulator.AddPersonAsync(password: "correct horse battery");
        var account = await Server.LogInAsync(person, "correct horse battery");

        var secrets = new[] { account.Token[(account.Token.IndexOf(':', StringComparison.Ordinal) + 1)..], "correct horse battery", person.Phone[1..] };
        Assert.DoesNotContain(Server.Logs.Lines, line => secrets.Any(secret => line.Contains(secret, StringComparison.Ordinal)));
    }

    private Task<Answer> BeginAsync(string phone, string path) =>
        Api.SendAsync("userLogin", HttpMethod.Post, path, new FormUrlEncodedContent([KeyValuePair.Create("phone_number", phone)]));

    private async Task<ApiAccount> StartAsync(Person person) =>
        new($"/user{(string)(await BeginAsync(person.Phone, "/userLogin")).Result["token"]!}", person.Id, person.Username);
}
