using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Contract.Editing;

public sealed class ApproveSuggestedPostTests(ServerFixture server) : ContractTest(server)
{
    [Fact]
    public async Task An_administrator_lets_a_suggestion_be_posted()
    {
        var (meeting, chat, id) = await SuggestAsync(Simulator, Api);

        Assert.True((bool)(await meeting.OnMessageAsync("approveSuggestedPost", chat, id)).Result);

        JsonNode told;
        do
            told = await meeting.UpdateAsync("message");
        while (told["suggested_post_approved"] is null);
        Assert.Equal(id, (int)told["suggested_post_approved"]!["suggested_post_message"]!["message_id"]!);
        (await meeting.OnMessageAsync("approveSuggestedPost", chat, id)).Fails(400, "Bad Request: message can't be used in the method");
    }

    [Theory]
    [InlineData("approveSuggestedPost")]
    [InlineData("declineSuggestedPost")]
    public async Task Only_a_suggestion_is_decided_on(string operation)
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var chat = meeting.Person.Id;
        var theirs = await meeting.HearAsync(chat, "no suggestion");

        (await meeting.OnMessageAsync(operation, chat, theirs)).Fails(400, "Bad Request: message can't be used in the method");
        (await meeting.OnMessageAsync(operation, chat, await meeting.SayAsync(chat, "own"))).Fails(400, "Bad Request: message can't be used in the method");
        (await meeting.OnMessageAsync(operation, chat, 4711)).Fails(400, "Bad Request: suggested post not found");
        (await meeting.OnMessageAsync(operation, -5, theirs)).Fails(400, "Bad Request: chat not found");
        (await meeting.CallAsync(operation, new JsonObject { ["message_id"] = 1 })).Fails(400, "Bad Request: chat_id is empty");
    }

    /// <summary>A channel that takes messages, which the bot administers, and a post that a person suggests there.</summary>
    internal static async Task<(Meeting Meeting, long Chat, int Id)> SuggestAsync(SimulatorClient simulator, ApiClient api)
    {
        var meeting = await Meeting.ArrangeAsync(simulator, api);
        var channel = await meeting.ChatAsync("channel");
        await simulator.PostAsync($"chats/{channel}/settings", new JsonObject { ["direct_messages"] = true });
        var reader = await simulator.AddPersonAsync();
        await meeting.SetMemberAsync(channel, reader.Id, "member");
        await simulator.PostAsync("direct_messages", new JsonObject { ["from"] = reader.Id, ["channel"] = channel, ["text"] = "post this", ["suggest"] = true });
        JsonNode told;
        do
            told = await meeting.UpdateAsync("message");
        while (told["suggested_post_info"] is null);
        Assert.Equal("pending", (string)told["suggested_post_info"]!["state"]!);
        Assert.Equal(reader.Id, (long)told["direct_messages_topic"]!["topic_id"]!);
        return (meeting, (long)told["chat"]!["id"]!, (int)told["message_id"]!);
    }
}
