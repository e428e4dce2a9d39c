using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Contract.Messages;

/// <summary>What every sending operation does with message_thread_id.</summary>
public sealed class TopicTests(ServerFixture server) : ContractTest(server)
{
    [Theory]
    [InlineData("sendMessage", """{"text":"x"}""")]
    [InlineData("sendDice", "{}")]
    [InlineData("sendPoll", """{"question":"q","options":["a","b"]}""")]
    [InlineData("sendLocation", """{"latitude":1,"longitude":2}""")]
    [InlineData("sendContact", """{"phone_number":"1","first_name":"a"}""")]
    [InlineData("sendRichMessage", """{"rich_message":{"html":"<p>x</p>"}}""")]
    public async Task A_message_lands_in_its_topic(string operation, string parameters)
    {
        var (meeting, forum, topic) = await ArrangeAsync();
        var request = JsonNode.Parse(parameters)!.AsObject();
        (request["chat_id"], request["message_thread_id"]) = (forum, topic);

        var message = (await meeting.CallAsync(operation, request)).Result;

        Assert.Equal(topic, (int)message["message_thread_id"]!);
        Assert.True((bool)message["is_topic_message"]!);
    }

    [Fact]
    public async Task Albums_and_forwards_land_there_too()
    {
        var (meeting, forum, topic) = await ArrangeAsync();
        var media = new JsonArray([.. Enumerable.Range(0, 2).Select(_ => (JsonNode)new JsonObject { ["type"] = "photo", ["media"] = "attach://a" })]);
        var original = await meeting.SayAsync(meeting.Person.Id, "news");

        var album = (await meeting.UploadAsync(
            "sendMediaGroup", new JsonObject { ["chat_id"] = forum, ["message_thread_id"] = topic, ["media"] = media }, ("a", "a.png", Pictures.Png))).Result.AsArray();
        var forward = (await meeting.CallAsync(
            "forwardMessage", new JsonObject { ["chat_id"] = forum, ["message_thread_id"] = topic, ["from_chat_id"] = meeting.Person.Id, ["message_id"] = original })).Result;

        Assert.All(album, message => Assert.Equal(topic, (int)message!["message_thread_id"]!));
        Assert.Equal(topic, (int)forward["message_thread_id"]!);
    }

    [Fact]
    public async Task The_general_topic_has_no_number()
    {
        var (meeting, forum, _) = await ArrangeAsync();

        (await meeting.CallAsync("sendDice", new JsonObject { ["chat_id"] = forum, ["message_thread_id"] = 1 })).Fails(400, "Bad Request: message thread not found");
        Assert.Null((await meeting.CallAsync("sendDice", new JsonObject { ["chat_id"] = forum })).Result["message_thread_id"]);
    }

    private async Task<(Meeting Meeting, long Forum, int Topic)> ArrangeAsync()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var forum = await meeting.ChatAsync("supergroup");
        await Simulator.PostAsync($"chats/{forum}/settings", new JsonObject { ["forum"] = true });
        var topic = (int)(await Simulator.PostAsync($"chats/{forum}/topics", new JsonObject { ["from"] = meeting.Person.Id, ["title"] = "A topic" }))["id"]!;
        await meeting.CallAsync("getChat", new JsonObject { ["chat_id"] = forum });
        return (meeting, forum, topic);
    }
}
