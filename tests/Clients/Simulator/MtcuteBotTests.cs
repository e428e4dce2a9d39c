using TelegramRest.Tests.Clients.Drivers;

namespace TelegramRest.Tests.Clients.Simulator;

/// <summary>mtcute as a bot against the simulator alone.</summary>
public sealed class MtcuteBotTests(SimulatorFixture simulator) : IClassFixture<SimulatorFixture>
{
    [NodeFact]
    public async Task A_bot_logs_in_by_its_token()
    {
        var bot = await simulator.PostAsync("bots", new { name = "Echo", username = "login_bot" });
        await using var client = NodeClient.Start("mtcute.mjs");

        var config = await client.CallAsync("connect", simulator.Address());
        var me = await client.CallAsync("loginBot", new { token = (string)bot["token"]! });

        Assert.Equal([1, 2, 3, 4, 5], config!["dcs"]!.AsArray().Select(id => (int)id!).Distinct().Order());
        Assert.Equal((long)bot["id"]!, (long)me!["id"]!);
        Assert.True((bool)me["bot"]!);
        Assert.Equal("login_bot", (string)me["username"]!);
    }

    [NodeFact]
    public async Task A_wrong_token_is_refused()
    {
        await using var client = NodeClient.Start("mtcute.mjs");
        await client.CallAsync("connect", simulator.Address());

        var error = await Assert.ThrowsAsync<NodeClientException>(() => client.CallAsync("loginBot", new { token = "4242:not-a-token-of-anyone" }));

        Assert.Contains("ACCESS_TOKEN_INVALID", error.Message, StringComparison.Ordinal);
    }

    [NodeFact]
    public async Task A_bot_answers_a_person_and_survives_lost_connections()
    {
        await using var pair = await BotAndPerson.StartAsync(simulator, "talk_bot", "+42000000101");

        await pair.Person.CallAsync("sendText", new { chat = "talk_bot", text = "hello" });
        var heard = await pair.Bot.EventAsync("message", message => (string?)message["text"] == "hello");
        Assert.Equal(pair.PersonId, (long)heard["sender"]!);

        await pair.Bot.CallAsync("sendText", new { chat = pair.PersonId, text = "hello yourself", replyTo = (int)heard["id"]! });
        var answer = await pair.Person.EventAsync("message", message => (string?)message["text"] == "hello yourself");
        Assert.Equal(pair.BotId, (long)answer["sender"]!);
        Assert.NotNull(answer["replyTo"]);

        simulator.Host.DropConnections();
        await pair.Person.CallAsync("sendText", new { chat = "talk_bot", text = "still there?" });
        await pair.Bot.EventAsync("message", message => (string?)message["text"] == "still there?");

        simulator.Host.ForgetSessions();
        await pair.Person.CallAsync("sendText", new { chat = "talk_bot", text = "and now?" });
        await pair.Bot.EventAsync("message", message => (string?)message["text"] == "and now?");

        simulator.Host.RotateSalts();
        await pair.Person.CallAsync("sendText", new { chat = "talk_bot", text = "new salt" });
        await pair.Bot.EventAsync("message", message => (string?)message["text"] == "new salt");
    }

    [NodeFact]
    public async Task Edits_and_deletions_arrive()
    {
        await using var pair = await BotAndPerson.StartAsync(simulator, "edit_bot", "+42000000102");
        await pair.Person.CallAsync("sendText", new { chat = "edit_bot", text = "/start" });
        await pair.Bot.EventAsync("message", message => (string?)message["text"] == "/start");

        var sent = await pair.Bot.CallAsync("sendText", new { chat = pair.PersonId, text = "first" });
        await pair.Person.EventAsync("message", message => (string?)message["text"] == "first");
        await pair.Bot.CallAsync("editText", new { chat = pair.PersonId, message = (int)sent!["id"]!, text = "second" });
        var edit = await pair.Person.EventAsync("edit", message => (string?)message["text"] == "second");
        await pair.Bot.CallAsync("deleteMessage", new { chat = pair.PersonId, message = (int)sent["id"]! });

        await pair.Person.EventAsync("delete", deletion => deletion["ids"]!.AsArray().Any(id => (int)id! == (int)edit["id"]!));
    }

    [NodeFact]
    public async Task Files_go_up_and_come_down_unharmed()
    {
        await using var pair = await BotAndPerson.StartAsync(simulator, "file_bot", "+42000000103");
        await pair.Person.CallAsync("sendText", new { chat = "file_bot", text = "/start" });
        await pair.Bot.EventAsync("message", message => (string?)message["text"] == "/start");

        foreach (var size in (int[])[1000, 3_000_000, 11_000_000])
        {
            var sent = await pair.Bot.CallAsync("sendDocument", new { chat = pair.PersonId, size, seed = size % 251, name = $"{size}.bin" });
            var received = await pair.Person.EventAsync("message", message => (string?)message["fileName"] == $"{size}.bin");
            var downloaded = await pair.Person.CallAsync("download", new { chat = "file_bot", message = (int)received["id"]! });

            Assert.Equal(size, (int)downloaded!["size"]!);
            Assert.Equal((string)sent!["sha256"]!, (string)downloaded["sha256"]!);
        }
    }

    [NodeFact]
    public async Task A_file_in_another_data_centre_is_fetched_there()
    {
        await using var pair = await BotAndPerson.StartAsync(simulator, "migrate_bot", "+42000000104");
        await pair.Person.CallAsync("sendText", new { chat = "migrate_bot", text = "/start" });
        await pair.Bot.EventAsync("message", message => (string?)message["text"] == "/start");

        await simulator.PostAsync("faults", new { kind = "file_dc", dc = 4 });
        var sent = await pair.Bot.CallAsync("sendDocument", new { chat = pair.PersonId, size = 200_000, seed = 9, name = "far.bin" });
        await simulator.PostAsync("faults", new { kind = "file_dc" });
        var received = await pair.Person.EventAsync("message", message => (string?)message["fileName"] == "far.bin");
        var downloaded = await pair.Person.CallAsync("download", new { chat = "migrate_bot", message = (int)received["id"]! });

        Assert.Equal((string)sent!["sha256"]!, (string)downloaded!["sha256"]!);
    }

    [NodeFact]
    public async Task A_pressed_button_is_answered()
    {
        await using var pair = await BotAndPerson.StartAsync(simulator, "button_bot", "+42000000105");
        await pair.Person.CallAsync("sendText", new { chat = "button_bot", text = "/start" });
        await pair.Bot.EventAsync("message", message => (string?)message["text"] == "/start");
        await pair.Bot.CallAsync("answerCallbacks", new { text = "pressed" });

        await pair.Bot.CallAsync("sendButton", new { chat = pair.PersonId, text = "press", button = "here", data = "payload" });
        var received = await pair.Person.EventAsync("message", message => (string?)message["text"] == "press");
        var answer = await pair.Person.CallAsync("press", new { chat = "button_bot", message = (int)received["id"]!, data = "payload" });
        var callback = await pair.Bot.EventAsync("callback", query => (string?)query["data"] == "payload");

        Assert.Equal(["here"], received["buttons"]!.AsArray().Select(button => (string)button!));
        Assert.Equal("pressed", (string)answer!["text"]!);
        Assert.Equal(pair.PersonId, (long)callback["user"]!);
    }

    [NodeFact]
    public async Task Lost_doubled_and_reordered_updates_are_repaired()
    {
        await using var pair = await BotAndPerson.StartAsync(simulator, "gap_bot", "+42000000106");
        foreach (var kind in (string[])["lose_push", "duplicate_push", "reorder_push"])
        {
            await simulator.PostAsync("faults", new { kind, user_id = pair.BotId });
            await pair.Person.CallAsync("sendText", new { chat = "gap_bot", text = $"{kind} 1" });
            await pair.Person.CallAsync("sendText", new { chat = "gap_bot", text = $"{kind} 2" });

            await pair.Bot.EventAsync("message", message => (string?)message["text"] == $"{kind} 1");
            await pair.Bot.EventAsync("message", message => (string?)message["text"] == $"{kind} 2");
        }

        Assert.DoesNotContain(pair.Bot.Unclaimed, message => (string?)message["event"] == "message");
    }

    [NodeFact]
    public async Task Without_the_simulators_key_nobody_gets_in()
    {
        using var stranger = System.Security.Cryptography.RSA.Create(2048);

        await FailsToConnectAsync(simulator.Address(stranger.ExportRSAPublicKeyPem()), "Could not find server public key");
    }

    [NodeFact]
    public async Task A_stopped_simulator_answers_nobody()
    {
        using var stopped = new SimulatorFixture();
        await stopped.InitializeAsync();
        var address = stopped.Address();
        await stopped.DisposeAsync();

        await FailsToConnectAsync(address, "ECONNREFUSED");
    }

    private static async Task FailsToConnectAsync(object address, string reason)
    {
        var client = NodeClient.Start("mtcute.mjs");
        var connecting = client.CallAsync("connect", address);

        await client.EventAsync("error", error => ((string?)error["text"])?.Contains(reason, StringComparison.Ordinal) == true);

        Assert.False(connecting.IsCompleted);
        await client.DisposeAsync();
        await Assert.ThrowsAsync<NodeClientException>(() => connecting);
    }
}
