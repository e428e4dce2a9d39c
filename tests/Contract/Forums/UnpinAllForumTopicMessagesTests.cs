using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Chats;
using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Contract.Forums;

public sealed class UnpinAllForumTopicMessagesTests(ServerFixture server) : ContractTest(server)
{
    [Fact]
    public async Task The_pins_of_one_topic_go_and_the_others_stay()
    {
        var (meeting, chat, topic) = await ForumAsync();
        var inGeneral = await meeting.SayAsync(chat, "in general");
        Assert.True((bool)(await meeting.OnMessageAsync("pinChatMessage", chat, inGeneral)).Result);
        var inTopic = (int)(await meeting.CallAsync("sendMessage", new JsonObject { ["chat_id"] = chat, ["text"] = "in the topic", ["message_thread_id"] = topic })).Result["message_id"]!;
        Assert.True((bool)(await meeting.OnMessageAsync("pinChatMessage", chat, inTopic)).Result);

        Assert.True((bool)(await meeting.CallAsync("unpinAllForumTopicMessages", new JsonObject { ["chat_id"] = chat, ["message_thread_id"] = topic })).Result);

        Assert.Equal(inGeneral, (int)(await UnpinChatMessageTests.PinnedAsync(meeting, chat))!["message_id"]!);
        Assert.True((bool)(await meeting.CallAsync("unpinAllGeneralForumTopicMessages", new JsonObject { ["chat_id"] = chat })).Result);
        Assert.Null(await UnpinChatMessageTests.PinnedAsync(meeting, chat));
    }

    [Fact]
    public async Task Without_topics_there_is_nothing_to_unpin()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var chat = await meeting.ChatAsync("supergroup");
        await meeting.SetMemberAsync(chat, meeting.Bot.Id, "administrator");

        (await meeting.CallAsync("unpinAllForumTopicMessages", new JsonObject { ["chat_id"] = chat, ["message_thread_id"] = 5 })).Fails(400, "Bad Request: chat doesn't have topics");
        (await meeting.CallAsync("unpinAllForumTopicMessages", new JsonObject { ["chat_id"] = chat })).Fails(400, "Bad Request: invalid forum topic identifier specified");
        (await meeting.CallAsync("unpinAllGeneralForumTopicMessages", new JsonObject { ["chat_id"] = chat })).Fails(400, "Bad Request: chat doesn't have topics");
    }

    /// <summary>A forum that the bot administers, with one topic.</summary>
    private async Task<(Meeting Meeting, long Chat, int Topic)> ForumAsync()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var chat = await meeting.ChatAsync("supergroup");
        await meeting.SetMemberAsync(chat, meeting.Bot.Id, "administrator");
        await Simulator.PostAsync($"chats/{chat}/settings", new JsonObject { ["forum"] = true });
        var topic = (int)(await Simulator.PostAsync($"chats/{chat}/topics", new JsonObject { ["from"] = meeting.Person.Id, ["title"] = "Topic" }))["id"]!;
        return (meeting, chat, topic);
    }
}
