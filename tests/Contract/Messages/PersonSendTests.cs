using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Contract.Messages;

/// <summary>What is different when a person's account sends.</summary>
public sealed class PersonSendTests(ServerFixture server) : ContractTest(server)
{
    [Fact]
    public async Task A_person_sends_albums_and_forwards_as_a_bot_does()
    {
        var (me, friend) = await MeetAsync();
        var media = new JsonArray([.. Enumerable.Range(0, 2).Select(_ => (JsonNode)new JsonObject { ["type"] = "photo", ["media"] = "attach://a" })]);
        var form = ApiClient.Multipart([new("chat_id", $"{friend.Id}"), new("media", media.ToJsonString())], ("a", "a.png", Pictures.Png));

        var album = (await Api.SendAsync("sendMediaGroup", HttpMethod.Post, $"{me.Path}/sendMediaGroup", form)).Result.AsArray();
        var forward = (await Api.CallAsync(
            me, "forwardMessage", new JsonObject { ["chat_id"] = me.Id, ["from_chat_id"] = friend.Id, ["message_id"] = (int)album[0]!["message_id"]! })).Result;

        Assert.Single(album.Select(message => (string?)message!["media_group_id"]).Distinct());
        Assert.All(album, message => Assert.Equal(me.Id, (long)message!["from"]!["id"]!));
        Assert.Equal(me.Id, (long)forward["forward_origin"]!["sender_user"]!["id"]!);
    }

    [Fact]
    public async Task What_only_bots_may_is_refused()
    {
        var (me, friend) = await MeetAsync();

        (await Api.CallAsync(me, "sendDice", new JsonObject { ["chat_id"] = friend.Id, ["reply_markup"] = Meeting.Buttons("a") }))
            .Fails(400, "Bad Request: Method Not Allowed: reply markup not available as user.");
        (await Api.CallAsync(me, "sendPoll", new JsonObject { ["chat_id"] = friend.Id, ["question"] = "q", ["options"] = new JsonArray("a", "b") }))
            .Fails(400, "Bad Request: polls can't be sent to the private chat");
        (await Api.CallAsync(me, "sendDice", new JsonObject { ["chat_id"] = friend.Id, ["send_at"] = "soon" })).Fails(400, "Bad Request: invalid send date specified");
    }

    [Fact]
    public async Task A_message_for_later_does_not_arrive_yet()
    {
        var (me, friend) = await MeetAsync();
        var said = await Simulator.MessagesAsync(friend, me.Id);
        var inAnHour = (long)said[^1]!["date"]! + 3600;

        var sent = (await Api.CallAsync(
            me, "sendMessage", new JsonObject { ["chat_id"] = friend.Id, ["text"] = "later", ["send_at"] = $"{inAnHour}" })).Result;

        Assert.Equal("later", (string)sent["text"]!);
        Assert.Equal(said.Count, (await Simulator.MessagesAsync(friend, me.Id)).Count);
    }

    private async Task<(ApiAccount Me, Person Friend)> MeetAsync()
    {
        var (person, friend) = (await Simulator.AddPersonAsync(), await Simulator.AddPersonAsync());
        var me = await Server.LogInAsync(person);
        await Simulator.WriteAsync(friend, person.Id, "hello");
        return (me, friend);
    }
}
