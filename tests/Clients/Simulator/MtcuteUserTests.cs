using System.Text.Json.Nodes;
using TelegramRest.Tests.Clients.Drivers;

namespace TelegramRest.Tests.Clients.Simulator;

/// <summary>mtcute as a person against the simulator alone.</summary>
public sealed class MtcuteUserTests(SimulatorFixture simulator) : IClassFixture<SimulatorFixture>
{
    [NodeFact]
    public async Task A_person_logs_in_by_phone_code()
    {
        const string phone = "+42000000201";
        var user = await simulator.PostAsync("users", new { phone_number = phone, first_name = "Ada", username = "ada_one" });
        await using var client = await ConnectAsync();

        var me = await PhoneLogin.SignInAsync(simulator, client, phone);

        Assert.Equal((long)user["id"]!, (long)me["id"]!);
        Assert.False((bool)me["bot"]!);
        Assert.Equal("ada_one", (string)me["username"]!);
    }

    [NodeFact]
    public async Task A_wrong_code_is_refused_and_the_right_one_still_works()
    {
        const string phone = "+42000000202";
        await simulator.PostAsync("users", new { phone_number = phone, first_name = "Ada" });
        await using var client = await ConnectAsync();
        var sent = await client.CallAsync("sendCode", new { phone });
        var hash = (string)sent!["hash"]!;
        var code = await simulator.CodeAsync(phone);
        var wrong = code[0] == '1' ? $"2{code[1..]}" : $"1{code[1..]}";

        var error = await Assert.ThrowsAsync<NodeClientException>(() => client.CallAsync("signIn", new { phone, hash, code = wrong }));
        Assert.Contains("PHONE_CODE_INVALID", error.Message, StringComparison.Ordinal);

        Assert.NotNull(await client.CallAsync("signIn", new { phone, hash, code }));
    }

    [NodeFact]
    public async Task A_second_factor_is_asked_and_proved_by_SRP()
    {
        const string phone = "+42000000203";
        var user = await simulator.PostAsync("users", new { phone_number = phone, first_name = "Ada", password = "correct horse" });
        await using var client = await ConnectAsync();

        var needed = await Assert.ThrowsAsync<NodeClientException>(() => PhoneLogin.SignInAsync(simulator, client, phone));
        Assert.Contains("SESSION_PASSWORD_NEEDED", needed.Message, StringComparison.Ordinal);
        var wrong = await Assert.ThrowsAsync<NodeClientException>(() => client.CallAsync("password", new { password = "battery staple" }));
        Assert.Contains("PASSWORD_HASH_INVALID", wrong.Message, StringComparison.Ordinal);

        var me = await client.CallAsync("password", new { password = "correct horse" });
        Assert.Equal((long)user["id"]!, (long)me!["id"]!);
    }

    [NodeFact]
    public async Task A_new_number_signs_up()
    {
        const string phone = "+42000000204";
        await using var client = await ConnectAsync();
        var sent = await client.CallAsync("sendCode", new { phone });
        var hash = (string)sent!["hash"]!;
        var code = await simulator.CodeAsync(phone);
        var answer = await client.CallAsync("raw", new { request = new JsonObject { ["_"] = "auth.signIn", ["phoneNumber"] = phone[1..], ["phoneCodeHash"] = hash, ["phoneCode"] = code } });
        Assert.Equal("auth.authorizationSignUpRequired", (string)answer!["_"]!);

        var me = await client.CallAsync("signUp", new { phone, hash, firstName = "Grace", lastName = "Hopper" });

        Assert.Equal("Grace", (string)me!["name"]!);
        Assert.False((bool)me["bot"]!);
    }

    [NodeFact]
    public async Task Two_people_talk_and_history_remembers()
    {
        const string first = "+42000000205", second = "+42000000206";
        await simulator.PostAsync("users", new { phone_number = first, first_name = "Ada", username = "ada_talks" });
        await simulator.PostAsync("users", new { phone_number = second, first_name = "Grace", username = "grace_talks" });
        await using var ada = await ConnectAsync();
        await using var grace = await ConnectAsync();
        await PhoneLogin.SignInAsync(simulator, ada, first);
        await PhoneLogin.SignInAsync(simulator, grace, second);

        await ada.CallAsync("sendText", new { chat = "grace_talks", text = "ping" });
        await grace.EventAsync("message", message => (string?)message["text"] == "ping");
        await grace.CallAsync("sendText", new { chat = "ada_talks", text = "pong" });
        await ada.EventAsync("message", message => (string?)message["text"] == "pong");

        var history = await ada.CallAsync("history", new { chat = "grace_talks", limit = 10 });
        Assert.Equal(["pong", "ping"], history!.AsArray().Select(message => (string)message!["text"]!));
    }

    [NodeFact]
    public async Task Files_go_up_and_come_down_unharmed()
    {
        const string phone = "+42000000207";
        await simulator.PostAsync("users", new { phone_number = phone, first_name = "Ada" });
        await using var client = await ConnectAsync();
        await PhoneLogin.SignInAsync(simulator, client, phone);

        var sent = await client.CallAsync("sendDocument", new { chat = "me", size = 700_001, seed = 3, name = "notes.bin" });
        var downloaded = await client.CallAsync("download", new { chat = "me", message = (int)sent!["id"]! });

        Assert.Equal((string)sent["sha256"]!, (string)downloaded!["sha256"]!);
    }

    [NodeFact]
    public async Task After_logging_out_the_key_is_nobodys()
    {
        const string phone = "+42000000208";
        await simulator.PostAsync("users", new { phone_number = phone, first_name = "Ada" });
        await using var client = await ConnectAsync();
        await PhoneLogin.SignInAsync(simulator, client, phone);

        await client.CallAsync("logOut");

        await Assert.ThrowsAsync<NodeClientException>(() => client.CallAsync("getMe"));
    }

    private async Task<NodeClient> ConnectAsync()
    {
        var client = NodeClient.Start("mtcute.mjs");
        await client.CallAsync("connect", simulator.Address());
        return client;
    }
}
