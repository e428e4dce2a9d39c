using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Contract.Chats;

public sealed class GetChatTests(ServerFixture server) : ContractTest(server)
{
    [Fact]
    public async Task A_private_chat_is_the_person()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);

        var chat = (await GetAsync(meeting, meeting.Person.Id)).Result;

        Assert.Equal(meeting.Person.Id, (long)chat["id"]!);
        Assert.Equal("private", (string)chat["type"]!);
        Assert.NotNull(chat["first_name"]);
        Assert.Null(chat["title"]);
    }

    [Theory]
    [InlineData("group")]
    [InlineData("supergroup")]
    [InlineData("channel")]
    public async Task Other_chats_have_a_title_and_no_name(string kind)
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var id = await meeting.ChatAsync(kind);

        var chat = (await GetAsync(meeting, id)).Result;

        Assert.Equal(id, (long)chat["id"]!);
        Assert.Equal(kind, (string)chat["type"]!);
        Assert.NotNull(chat["title"]);
        Assert.Null(chat["first_name"]);
        Assert.Equal(kind != "channel", chat["permissions"] is not null);
    }

    [Fact]
    public async Task The_bot_is_found_by_its_name()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var me = (await meeting.CallAsync("getMe", [])).Result;

        var chat = (await meeting.CallAsync("getChat", new JsonObject { ["chat_id"] = "@" + (string)me["username"]! })).Result;

        Assert.Equal(meeting.Bot.Id, (long)chat["id"]!);
    }

    [Theory]
    [InlineData("", "chat_id is empty")]
    [InlineData("0", "chat not found")]
    [InlineData("abc", "chat not found")]
    [InlineData("@nobody_has_this_name", "chat not found")]
    [InlineData("-1001999999999", "chat not found")]
    [InlineData("-424242", "chat not found")]
    public async Task A_chat_that_is_not_there_is_not_found(string chatId, string error)
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);

        (await meeting.CallAsync("getChat", new JsonObject { ["chat_id"] = chatId })).Fails(400, "Bad Request: " + error);
    }

    [Fact]
    public async Task A_supergroup_that_the_bot_was_kicked_from_is_forbidden()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var id = await meeting.ChatAsync("supergroup");
        await meeting.SayAsync(id, "while inside");
        await meeting.SetMemberAsync(id, meeting.Bot.Id, "kicked");

        // The kick itself arrives as an update, and what it says counts from then on.
        await HearOfAsync(meeting, "kicked");

        (await GetAsync(meeting, id)).Fails(403, "Forbidden: bot was kicked from the supergroup chat");
    }

    private static async Task HearOfAsync(Meeting meeting, string status)
    {
        for (long offset = 0; ;)
        {
            var updates = (await meeting.CallAsync("getUpdates", new JsonObject { ["timeout"] = 20, ["offset"] = offset })).Result.AsArray();
            Assert.NotEmpty(updates);
            if (updates.Any(update => (string?)update!["my_chat_member"]?["new_chat_member"]?["status"] == status))
                return;
            offset = (long)updates[^1]!["update_id"]! + 1;
        }
    }

    private static Task<Answer> GetAsync(Meeting meeting, long chat) => meeting.CallAsync("getChat", new JsonObject { ["chat_id"] = chat });
}
