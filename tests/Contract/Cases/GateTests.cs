using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Contract.Cases;

/// <summary>The gate itself: real answers pass, and each of them with one thing wrong does not.</summary>
public sealed class GateTests(ServerFixture server) : ContractTest(server)
{
    private const string Json = "application/json";

    private static readonly (string What, Action<JsonNode> Mutation)[] MessageMutations =
    [
        ("an unknown member", message => message["colour"] = "red"),
        ("an unknown member of a member", message => message["chat"]!["colour"] = "red"),
        ("an unknown member of an item", message => message["entities"]![0]!["colour"] = "red"),
        ("an unknown member of a union's case", message => message["reply_markup"]!["colour"] = "red"),
        ("a missing member", message => message.AsObject().Remove("message_id")),
        ("a missing member of a member", message => message["from"]!.AsObject().Remove("first_name")),
        ("a missing member of an item", message => message["entities"]![0]!.AsObject().Remove("offset")),
        ("an unknown value", message => message["chat"]!["type"] = "castle"),
        ("an unknown value in an item", message => message["entities"]![0]!["type"] = "loud"),
        ("a text instead of a number", message => message["message_id"] = "17"),
        ("a fraction instead of an integer", message => message["date"] = 1.5),
        ("a number instead of a text", message => message["text"] = 17),
        ("a number instead of true or false", message => message["from"]!["is_bot"] = 1),
        ("an object instead of an array", message => message["entities"] = new JsonObject()),
        ("an array instead of an object", message => message["chat"] = new JsonArray()),
        ("null instead of nothing", message => message["text"] = null),
        ("null instead of what is required", message => message["chat"] = null),
        ("a member in another spelling", message => Rename(message.AsObject(), "message_id", "messageId")),
    ];

    private static readonly (string What, Action<JsonObject> Mutation)[] EnvelopeMutations =
    [
        ("no ok", envelope => envelope.Remove("ok")),
        ("ok of the wrong kind", envelope => envelope["ok"] = !(bool)envelope["ok"]!),
        ("ok as a text", envelope => envelope["ok"] = "true"),
        ("an unknown member", envelope => envelope["warning"] = "soon"),
    ];

    private static readonly (string What, Action<JsonObject> Mutation)[] ErrorMutations =
    [
        ("no description", envelope => envelope.Remove("description")),
        ("no error_code", envelope => envelope.Remove("error_code")),
        ("another error_code than the status", envelope => envelope["error_code"] = 403),
        ("a result", envelope => envelope["result"] = true),
        ("unknown parameters", envelope => envelope["parameters"] = new JsonObject { ["patience"] = 5 }),
    ];

    [Fact]
    public async Task A_message_with_one_thing_wrong_does_not_pass()
    {
        var body = JsonNode.Parse((await SendAsync()).Body)!.AsObject();

        Passes("sendMessage", 200, body);
        Assert.All(MessageMutations, item => Refuses("sendMessage", 200, item.What, Changed(body, envelope => item.Mutation(envelope["result"]!))));
        Assert.All(EnvelopeMutations, item => Refuses("sendMessage", 200, item.What, Changed(body, item.Mutation)));
        Refuses("sendMessage", 200, "no result", Changed(body, envelope => envelope.Remove("result")));
        Refuses("sendMessage", 200, "the result of another operation", Changed(body, envelope => envelope["result"] = true));
    }

    [Fact]
    public async Task An_update_of_two_kinds_does_not_pass()
    {
        var (meeting, chat) = await MeetAsync();
        await meeting.SayAsync(chat, "hello");
        await Simulator.WriteAsync(meeting.Person, meeting.Bot.Id, "hello yourself");
        var body = JsonNode.Parse((await meeting.CallAsync("getUpdates", [])).Body)!.AsObject();
        var update = body["result"]![0]!;

        Passes("getUpdates", 200, body);
        Refuses("getUpdates", 200, "two kinds", Changed(body, envelope => envelope["result"]![0]!["edited_message"] = update["message"]!.DeepClone()));
        Refuses("getUpdates", 200, "no number", Changed(body, envelope => envelope["result"]![0]!.AsObject().Remove("update_id")));
        Refuses("getUpdates", 200, "a broken message", Changed(body, envelope => envelope["result"]![0]!["message"]!.AsObject().Remove("date")));
    }

    [Fact]
    public async Task A_refusal_with_one_thing_wrong_does_not_pass()
    {
        var bot = await Simulator.AddBotAsync();
        var body = JsonNode.Parse((await Api.CallAsync(bot, "sendMessage")).Body)!.AsObject();

        Passes("sendMessage", 400, body);
        Assert.All(ErrorMutations, item => Refuses("sendMessage", 400, item.What, Changed(body, item.Mutation)));
        Assert.All(EnvelopeMutations, item => Refuses("sendMessage", 400, item.What, Changed(body, item.Mutation)));
        Refuses("sendMessage", 429, "no time to come back at", Changed(body, envelope => envelope["error_code"] = 429));
    }

    [Theory]
    [InlineData(201, Json)]
    [InlineData(302, Json)]
    [InlineData(200, "text/html")]
    [InlineData(200, null)]
    public async Task An_undocumented_status_or_content_type_does_not_pass(int status, string? contentType)
    {
        var body = (await SendAsync()).Body;

        Assert.NotEmpty(Server.Document.Violations("sendMessage", status, contentType, body));
    }

    [Theory]
    [InlineData("")]
    [InlineData("ok")]
    [InlineData("{\"ok\":true,")]
    [InlineData("[]")]
    [InlineData("true")]
    public void What_is_no_envelope_does_not_pass(string body) => Assert.NotEmpty(Server.Document.Violations("getMe", 200, Json, body));

    private static JsonObject Changed(JsonObject body, Action<JsonObject> mutation)
    {
        var copy = body.DeepClone().AsObject();
        mutation(copy);
        return copy;
    }

    private static void Rename(JsonObject owner, string from, string to)
    {
        owner[to] = owner[from]!.DeepClone();
        owner.Remove(from);
    }

    private async Task<(Meeting Meeting, long Chat)> MeetAsync()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        return (meeting, await meeting.ChatAsync("private"));
    }

    private async Task<Answer> SendAsync()
    {
        var (meeting, chat) = await MeetAsync();
        return await meeting.CallAsync("sendMessage", new JsonObject { ["chat_id"] = chat, ["text"] = "*bold*", ["parse_mode"] = "MarkdownV2", ["reply_markup"] = Meeting.Buttons("yes") });
    }

    private void Passes(string operation, int status, JsonObject body) => Assert.Empty(Server.Document.Violations(operation, status, Json, body.ToJsonString()));

    private void Refuses(string operation, int status, string what, JsonObject body) =>
        Assert.True(Server.Document.Violations(operation, status, Json, body.ToJsonString()).Count > 0, $"{what} passed: {body.ToJsonString()}");
}
