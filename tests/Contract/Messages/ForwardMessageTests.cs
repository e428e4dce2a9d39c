using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Contract.Messages;

public sealed class ForwardMessageTests(ServerFixture server) : ContractTest(server)
{
    [Theory]
    [InlineData("private")]
    [InlineData("group")]
    [InlineData("supergroup")]
    [InlineData("channel")]
    public async Task A_persons_message_names_the_person(string kind)
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var source = await meeting.ChatAsync("supergroup");
        await Simulator.WriteAsync(meeting.Person, source, "/news for all");
        var original = (int)(await Simulator.MessagesAsync(meeting.Person, source))[^1]!["message_id"]!;

        var message = (await ForwardAsync(meeting, await meeting.ChatAsync(kind), source, original)).Result;

        Assert.Equal("/news for all", (string)message["text"]!);
        Assert.Equal("user", (string)message["forward_origin"]!["type"]!);
        Assert.Equal(meeting.Person.Id, (long)message["forward_origin"]!["sender_user"]!["id"]!);
        Assert.Equal(meeting.Person.Id, (long)message["forward_from"]!["id"]!);
        Assert.Equal((int)message["forward_origin"]!["date"]!, (int)message["forward_date"]!);
    }

    [Fact]
    public async Task A_channels_post_names_the_channel_and_the_post()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var channel = await meeting.ChatAsync("channel");
        var post = await meeting.SayAsync(channel, "news", Meeting.Buttons("more"));

        var message = (await ForwardAsync(meeting, meeting.Person.Id, channel, post, protect: true)).Result;

        Assert.Equal("channel", (string)message["forward_origin"]!["type"]!);
        Assert.Equal(channel, (long)message["forward_origin"]!["chat"]!["id"]!);
        Assert.Equal(post, (int)message["forward_origin"]!["message_id"]!);
        Assert.Equal(channel, (long)message["forward_from_chat"]!["id"]!);
        Assert.Equal(post, (int)message["forward_from_message_id"]!);
        Assert.True((bool)message["has_protected_content"]!);
    }

    [Fact]
    public async Task What_cannot_be_forwarded_is_told()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var chat = meeting.Person.Id;
        var group = await meeting.ChatAsync("group");
        var guarded = (int)(await meeting.CallAsync("sendMessage", new JsonObject { ["chat_id"] = chat, ["text"] = "secret", ["protect_content"] = true })).Result["message_id"]!;

        (await ForwardAsync(meeting, group, chat, guarded)).Fails(400, "Bad Request: message has protected content and can't be forwarded");
        (await ForwardAsync(meeting, group, chat, 4711)).Fails(400, "Bad Request: message to forward not found");
        (await ForwardAsync(meeting, group, chat, 0)).Fails(400, "Bad Request: message to forward not found");
        (await ForwardAsync(meeting, group, -5, 1)).Fails(400, "Bad Request: chat not found");
        (await meeting.CallAsync("forwardMessage", new JsonObject { ["chat_id"] = group, ["message_id"] = 1 })).Fails(400, "Bad Request: parameter \"from_chat_id\" is required");
        (await meeting.CallAsync("forwardMessage", new JsonObject { ["from_chat_id"] = chat, ["message_id"] = 1 })).Fails(400, "Bad Request: chat_id is empty");
    }

    private static Task<Answer> ForwardAsync(Meeting meeting, long target, long source, int message, bool protect = false) => meeting.CallAsync(
        "forwardMessage",
        new JsonObject { ["chat_id"] = target, ["from_chat_id"] = source, ["message_id"] = message, ["protect_content"] = protect });
}
