using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Contract.Chats;

public sealed class UnpinAllChatMessagesTests(ServerFixture server) : ContractTest(server)
{
    [Theory]
    [InlineData("private")]
    [InlineData("group")]
    [InlineData("supergroup")]
    [InlineData("channel")]
    public async Task Every_pin_goes(string kind)
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var chat = await meeting.ChatAsync(kind);
        if (kind is "group" or "supergroup")
            await meeting.SetMemberAsync(chat, meeting.Bot.Id, "administrator");
        foreach (var text in (string[])["first", "second"])
            await meeting.OnMessageAsync("pinChatMessage", chat, await meeting.SayAsync(chat, text));

        Assert.True((bool)(await meeting.CallAsync("unpinAllChatMessages", new JsonObject { ["chat_id"] = chat })).Result);

        Assert.Null(await UnpinChatMessageTests.PinnedAsync(meeting, chat));
        Assert.True((bool)(await meeting.CallAsync("unpinAllChatMessages", new JsonObject { ["chat_id"] = chat })).Result);
    }

    [Fact]
    public async Task A_member_without_the_right_unpins_nothing()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var chat = await meeting.ChatAsync("supergroup");
        await Simulator.PostAsync($"chats/{chat}/settings", new JsonObject { ["forbidden"] = new JsonArray("pin_messages") });

        (await meeting.CallAsync("unpinAllChatMessages", new JsonObject { ["chat_id"] = chat })).Fails(400, "Bad Request: not enough rights to manage pinned messages in the chat");
        (await meeting.CallAsync("unpinAllChatMessages", [])).Fails(400, "Bad Request: chat_id is empty");
    }
}
