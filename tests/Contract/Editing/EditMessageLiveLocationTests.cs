using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Contract.Editing;

public sealed class EditMessageLiveLocationTests(ServerFixture server) : ContractTest(server)
{
    [Theory]
    [InlineData("private")]
    [InlineData("supergroup")]
    [InlineData("channel")]
    public async Task A_live_location_moves(string kind)
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var chat = await meeting.ChatAsync(kind);
        var id = await GoLiveAsync(meeting, chat);

        var message = (await meeting.OnMessageAsync("editMessageLiveLocation", chat, id, new JsonObject
        {
            ["latitude"] = 10.5,
            ["longitude"] = -20.25,
            ["heading"] = 90,
            ["horizontal_accuracy"] = 12.5,
            ["proximity_alert_radius"] = 500,
        })).Result;

        var location = message["location"]!;
        Assert.Equal(10.5, (double)location["latitude"]!, 4);
        Assert.Equal(-20.25, (double)location["longitude"]!, 4);
        Assert.Equal(90, (int)location["heading"]!);
        Assert.Equal(500, (int)location["proximity_alert_radius"]!);
        Assert.Equal(600, (int)location["live_period"]!);
        Assert.Equal(13, (double)location["horizontal_accuracy"]!);
    }

    [Theory]
    [InlineData("""{"longitude":1}""", "latitude is empty")]
    [InlineData("""{"latitude":1}""", "longitude is empty")]
    [InlineData("""{"latitude":91,"longitude":1}""", "invalid live location specified")]
    [InlineData("""{"latitude":1,"longitude":1,"heading":361}""", "wrong live location heading specified")]
    [InlineData("""{"latitude":1,"longitude":1,"proximity_alert_radius":100001}""", "wrong live location proximity alert radius specified")]
    [InlineData("""{"latitude":1,"longitude":1}""", "message identifier is not specified")]
    public async Task Wrong_parameters_are_named(string parameters, string error)
    {
        var bot = await Simulator.AddBotAsync();

        (await Api.CallAsync(bot, "editMessageLiveLocation", JsonNode.Parse(parameters)!.AsObject())).Fails(400, "Bad Request: " + error);
    }

    [Fact]
    public async Task What_is_no_live_location_is_told()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var chat = meeting.Person.Id;
        var to = new JsonObject { ["latitude"] = 1, ["longitude"] = 1 };
        var still = (int)(await meeting.CallAsync("sendLocation", new JsonObject { ["chat_id"] = chat, ["latitude"] = 1, ["longitude"] = 2 })).Result["message_id"]!;

        (await meeting.OnMessageAsync("editMessageLiveLocation", chat, await meeting.SayAsync(chat, "x"), to)).Fails(400, "Bad Request: there is no live location in the message to edit");
        (await meeting.OnMessageAsync("editMessageLiveLocation", chat, still, to)).Fails(400, "Bad Request: message can't be edited");
        (await meeting.OnMessageAsync("editMessageLiveLocation", chat, 4711, to)).Fails(400, "Bad Request: message to edit not found");
    }

    internal static async Task<int> GoLiveAsync(Meeting meeting, long chat) => (int)(await meeting.CallAsync("sendLocation", new JsonObject
    {
        ["chat_id"] = chat,
        ["latitude"] = 1.5,
        ["longitude"] = 2.5,
        ["live_period"] = 600,
    })).Result["message_id"]!;
}
