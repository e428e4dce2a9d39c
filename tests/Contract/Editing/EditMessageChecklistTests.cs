using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Contract.Editing;

public sealed class EditMessageChecklistTests(ServerFixture server) : ContractTest(server)
{
    [Fact]
    public async Task A_business_accounts_list_is_rewritten()
    {
        var (meeting, customer, connection) = await ConnectAsync();
        var sent = (await meeting.CallAsync("sendChecklist", new JsonObject { ["business_connection_id"] = connection, ["chat_id"] = customer, ["checklist"] = List("before", "one") })).Result;

        var edited = (await meeting.CallAsync("editMessageChecklist", new JsonObject
        {
            ["business_connection_id"] = connection,
            ["chat_id"] = customer,
            ["message_id"] = (int)sent["message_id"]!,
            ["checklist"] = List("after", "one", "two"),
        })).Result;

        Assert.Equal("after", (string)edited["checklist"]!["title"]!);
        Assert.Equal(["one", "two"], edited["checklist"]!["tasks"]!.AsArray().Select(task => (string)task!["text"]!));
        Assert.Equal(connection, (string)edited["business_connection_id"]!);
    }

    [Theory]
    [InlineData("""{"chat_id":1,"message_id":1,"checklist":{"title":"t","tasks":[]}}""", "parameter \"business_connection_id\" is required")]
    [InlineData("""{"business_connection_id":"none","chat_id":1,"message_id":1}""", "parameter \"checklist\" is required")]
    [InlineData("""{"business_connection_id":"none","chat_id":1,"message_id":1,"checklist":"{"}""", "can't parse InputChecklist JSON object")]
    [InlineData("""{"business_connection_id":"none","chat_id":1,"message_id":1,"checklist":{"title":"t","tasks":[]}}""", "business connection not found")]
    public async Task Wrong_parameters_are_named(string parameters, string error)
    {
        var bot = await Simulator.AddBotAsync();

        (await Api.CallAsync(bot, "editMessageChecklist", JsonNode.Parse(parameters)!.AsObject())).Fails(400, "Bad Request: " + error);
    }

    [Fact]
    public async Task Lists_that_cannot_be_are_named()
    {
        var (meeting, customer, connection) = await ConnectAsync();
        async Task FailsAsync(JsonObject list, string error) => (await meeting.CallAsync(
            "editMessageChecklist",
            new JsonObject { ["business_connection_id"] = connection, ["chat_id"] = customer, ["message_id"] = 1, ["checklist"] = list })).Fails(400, "Bad Request: " + error);

        await FailsAsync(List("t"), "checklist must have at least 1 task");
        await FailsAsync(List(new string('x', 256), "one"), "checklist title length must not exceed 255");
        await FailsAsync(List("t", new string('x', 101)), "checklist task text length must not exceed 100");
        await FailsAsync(List("t", [.. Enumerable.Repeat("x", 31)]), "checklist must have at most 30 tasks");
        await FailsAsync(List(" ", "one"), "text must be non-empty");
    }

    private static JsonObject List(string title, params string[] tasks) => new()
    {
        ["title"] = title,
        ["tasks"] = new JsonArray([.. tasks.Select((text, index) => (JsonNode)new JsonObject { ["id"] = index + 1, ["text"] = text })]),
    };

    /// <summary>A bot that may write for a person, and somebody who has written to that person.</summary>
    private async Task<(Meeting Meeting, long Customer, string Connection)> ConnectAsync()
    {
        var made = await Simulator.PostAsync("bots", new JsonObject { ["name"] = "Business Bot", ["username"] = $"business_{Guid.NewGuid():N}"[..20] + "_bot", ["business"] = true });
        var bot = new ApiAccount($"/bot{(string)made["token"]!}", (long)made["id"]!, null);
        await Api.CallAsync(bot, "getMe");
        var (owner, customer) = (await Simulator.AddPersonAsync(), await Simulator.AddPersonAsync());
        var meeting = new Meeting(bot, owner, Simulator, Api);
        var connection = (string)(await Simulator.PostAsync("business_connections", new JsonObject { ["from"] = owner.Id, ["bot"] = bot.Id, ["rights"] = new JsonArray("reply") }))["connection_id"]!;
        await Simulator.WriteAsync(customer, owner.Id, "are you open?");
        await meeting.UpdateAsync("business_message");
        return (meeting, customer.Id, connection);
    }
}
