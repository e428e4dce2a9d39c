using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Contract.Messages;

public sealed class SendVenueTests(ServerFixture server) : ContractTest(server)
{
    [Theory]
    [InlineData("private")]
    [InlineData("group")]
    [InlineData("supergroup")]
    [InlineData("channel")]
    public async Task A_place_arrives_with_its_location(string kind)
    {
        var message = (await SendAsync(kind, new JsonObject { ["foursquare_id"] = "4adcda04f964a5208e3321e3", ["foursquare_type"] = "arts_entertainment/museum" })).Result;

        Assert.Equal("A tower", (string)message["venue"]!["title"]!);
        Assert.Equal("By the river", (string)message["venue"]!["address"]!);
        Assert.Equal("4adcda04f964a5208e3321e3", (string)message["venue"]!["foursquare_id"]!);
        Assert.Equal("arts_entertainment/museum", (string)message["venue"]!["foursquare_type"]!);
        Assert.Equal(message["location"]!.ToJsonString(), message["venue"]!["location"]!.ToJsonString());
    }

    [Fact]
    public async Task Googles_place_counts_where_there_is_none_of_foursquares()
    {
        var google = (await SendAsync("private", new JsonObject { ["google_place_id"] = "g", ["google_place_type"] = "t" })).Result["venue"]!;
        var both = (await SendAsync("private", new JsonObject { ["google_place_id"] = "g", ["foursquare_id"] = "f" })).Result["venue"]!;

        Assert.Equal("g t", $"{google["google_place_id"]} {google["google_place_type"]}");
        Assert.Equal("f", (string)both["foursquare_id"]!);
        Assert.Null(both["google_place_id"]);
    }

    [Fact]
    public async Task What_cannot_be_sent_is_told()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var group = await meeting.ChatAsync("supergroup");
        await meeting.ForbidAsync(group, "send_plain");

        (await SendAsync("private", new JsonObject { ["latitude"] = "" })).Fails(400, "Bad Request: latitude is empty");
        (await SendAsync("private", new JsonObject { ["latitude"] = 90.5 })).Fails(400, "Bad Request: invalid location specified");
        (await meeting.CallAsync("sendVenue", new JsonObject { ["chat_id"] = group, ["latitude"] = 1, ["longitude"] = 1, ["title"] = "t", ["address"] = "a" }))
            .Fails(400, "Bad Request: not enough rights to send venues to the chat");
    }

    private async Task<Answer> SendAsync(string kind, JsonObject more)
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var parameters = new JsonObject { ["chat_id"] = await meeting.ChatAsync(kind), ["latitude"] = 48.8583, ["longitude"] = 2.2945, ["title"] = "A tower", ["address"] = "By the river" };
        foreach (var (name, value) in more)
            parameters[name] = value?.DeepClone();
        return await meeting.CallAsync("sendVenue", parameters);
    }
}
