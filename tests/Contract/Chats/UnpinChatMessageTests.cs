using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Contract.Chats;

public sealed class UnpinChatMessageTests(ServerFixture server) : ContractTest(server)
{
    [Theory]
    [InlineData("private")]
    [InlineData("group")]
    [InlineData("supergroup")]
    [InlineData("channel")]
    public async Task Without_a_number_the_last_pin_goes(string kind)
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var chat = await meeting.ChatAsync(kind);
        if (kind is "group" or "supergroup")
            await meeting.SetMemberAsync(chat, meeting.Bot.Id, "administrator");
        var (first, second) = (await meeting.SayAsync(chat, "first"), await meeting.SayAsync(chat, "second"));
        await meeting.OnMessageAsync("pinChatMessage", chat, first);
        await meeting.OnMessageAsync("pinChatMessage", chat, second);

        Assert.True((bool)(await meeting.CallAsync("unpinChatMessage", new JsonObject { ["chat_id"] = chat })).Result);

        Assert.Equal(first, (int)(await PinnedAsync(meeting, chat))!["message_id"]!);
        Assert.True((bool)(await meeting.OnMessageAsync("unpinChatMessage", chat, first)).Result);
        Assert.Null(await PinnedAsync(meeting, chat));
        (await meeting.CallAsync("unpinChatMessage", new JsonObject { ["chat_id"] = chat })).Fails(400, "Bad Request: message to unpin not found");
        (await meeting.OnMessageAsync("unpinChatMessage", chat, 4711)).Fails(400, "Bad Request: message to unpin not found");
    }

    [Fact]
    public async Task A_member_without_the_right_unpins_nothing()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var chat = await meeting.ChatAsync("supergroup");
        await Simulator.PostAsync($"chats/{chat}/settings", new JsonObject { ["forbidden"] = new JsonArray("pin_messages") });
        var id = await meeting.SayAsync(chat, "read this");

        (await meeting.OnMessageAsync("unpinChatMessage", chat, id)).Fails(400, "Bad Request: not enough rights to manage pinned messages in the chat");
    }

    internal static async Task<JsonNode?> PinnedAsync(Meeting meeting, long chat) =>
        (await meeting.CallAsync("getChat", new JsonObject { ["chat_id"] = chat })).Result["pinned_message"];
}
