using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Contract.Messages;

public sealed class SendLocationTests(ServerFixture server) : ContractTest(server)
{
    [Theory]
    [InlineData("private")]
    [InlineData("group")]
    [InlineData("supergroup")]
    [InlineData("channel")]
    public async Task A_point_arrives(string kind)
    {
        var location = (await SendAsync(kind, new JsonObject { ["latitude"] = 48.8583, ["longitude"] = 2.2945, ["horizontal_accuracy"] = 12 })).Result["location"]!;

        Assert.Equal(48.8583, (double)location["latitude"]!, 5);
        Assert.Equal(2.2945, (double)location["longitude"]!, 5);
        Assert.Equal(12, (double)location["horizontal_accuracy"]!);
        Assert.Null(location["live_period"]);
    }

    [Theory]
    [InlineData(60)]
    [InlineData(int.MaxValue)]
    public async Task With_a_period_it_lives(int period)
    {
        var location = (await SendAsync(
            "supergroup",
            new JsonObject { ["latitude"] = 1.5, ["longitude"] = -2.5, ["live_period"] = period, ["heading"] = 90, ["proximity_alert_radius"] = 100 })).Result["location"]!;

        Assert.Equal(period, (int)location["live_period"]!);
        Assert.Equal(90, (int)location["heading"]!);
        Assert.Equal(100, (int)location["proximity_alert_radius"]!);
    }

    [Theory]
    [InlineData("""{"longitude":1}""", "latitude is empty")]
    [InlineData("""{"latitude":1}""", "longitude is empty")]
    [InlineData("""{"latitude":91,"longitude":1}""", "invalid location specified")]
    [InlineData("""{"latitude":1,"longitude":181}""", "invalid location specified")]
    [InlineData("""{"latitude":91,"longitude":1,"live_period":60}""", "invalid live location specified")]
    [InlineData("""{"latitude":1,"longitude":1,"live_period":59}""", "wrong live location period specified")]
    [InlineData("""{"latitude":1,"longitude":1,"live_period":86401}""", "wrong live location period specified")]
    [InlineData("""{"latitude":1,"longitude":1,"live_period":60,"heading":361}""", "wrong live location heading specified")]
    [InlineData("""{"latitude":1,"longitude":1,"live_period":60,"proximity_alert_radius":100001}""", "wrong live location proximity alert radius specified")]
    public async Task A_wrong_place_is_told(string parameters, string error)
    {
        (await SendAsync("private", JsonNode.Parse(parameters)!.AsObject())).Fails(400, "Bad Request: " + error);
    }

    [Theory]
    [InlineData(0, "locations")]
    [InlineData(60, "live locations")]
    public async Task A_chat_may_forbid_it(int period, string name)
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var group = await meeting.ChatAsync("supergroup");
        await meeting.ForbidAsync(group, "send_plain");

        (await meeting.CallAsync("sendLocation", new JsonObject { ["chat_id"] = group, ["latitude"] = 1, ["longitude"] = 1, ["live_period"] = period }))
            .Fails(400, $"Bad Request: not enough rights to send {name} to the chat");
    }

    private async Task<Answer> SendAsync(string kind, JsonObject parameters)
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        parameters["chat_id"] = await meeting.ChatAsync(kind);
        return await meeting.CallAsync("sendLocation", parameters);
    }
}
