using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Contract.Editing;

public sealed class StopMessageLiveLocationTests(ServerFixture server) : ContractTest(server)
{
    [Theory]
    [InlineData("private")]
    [InlineData("group")]
    [InlineData("supergroup")]
    public async Task A_live_location_stays_where_it_is(string kind)
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var chat = await meeting.ChatAsync(kind);
        var id = await EditMessageLiveLocationTests.GoLiveAsync(meeting, chat);

        var message = (await meeting.OnMessageAsync("stopMessageLiveLocation", chat, id, new JsonObject { ["reply_markup"] = Meeting.Buttons("a") })).Result;

        Assert.Equal(1.5, (double)message["location"]!["latitude"]!, 4);
        Assert.NotNull(message["reply_markup"]);
        Assert.NotNull(message["edit_date"]);
    }

    [Fact]
    public async Task What_is_no_live_location_is_told()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var text = await meeting.SayAsync(meeting.Person.Id, "x");

        (await meeting.OnMessageAsync("stopMessageLiveLocation", meeting.Person.Id, text)).Fails(400, "Bad Request: there is no live location in the message to edit");
        (await meeting.OnMessageAsync("stopMessageLiveLocation", meeting.Person.Id, 4711)).Fails(400, "Bad Request: message to edit not found");
    }
}
