using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Contract.Chats;

public sealed class PinChatMessageTests(ServerFixture server) : ContractTest(server)
{
    [Theory]
    [InlineData("private")]
    [InlineData("group")]
    [InlineData("supergroup")]
    [InlineData("channel")]
    public async Task The_chat_shows_what_was_pinned(string kind)
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var chat = await meeting.ChatAsync(kind);
        if (kind is "group" or "supergroup")
            await meeting.SetMemberAsync(chat, meeting.Bot.Id, "administrator");
        var id = await meeting.SayAsync(chat, "read this");

        Assert.True((bool)(await meeting.OnMessageAsync("pinChatMessage", chat, id, new JsonObject { ["disable_notification"] = true })).Result);

        var shown = (await meeting.CallAsync("getChat", new JsonObject { ["chat_id"] = chat })).Result["pinned_message"]!;
        Assert.Equal(id, (int)shown["message_id"]!);
        Assert.Equal("read this", (string)shown["text"]!);
    }

    [Fact]
    public async Task The_bot_is_told_of_its_own_pin()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var chat = await meeting.ChatAsync("supergroup");
        await meeting.SetMemberAsync(chat, meeting.Bot.Id, "administrator");
        var id = await meeting.SayAsync(chat, "read this");

        await meeting.OnMessageAsync("pinChatMessage", chat, id);

        JsonNode told;
        do
            told = await meeting.UpdateAsync("message");
        while (told["pinned_message"] is null);
        Assert.Equal(id, (int)told["pinned_message"]!["message_id"]!);
        Assert.Equal(meeting.Bot.Id, (long)told["from"]!["id"]!);
        Assert.Null(told["reply_to_message"]);
        (await meeting.OnMessageAsync("pinChatMessage", chat, (int)told["message_id"]!)).Fails(400, "Bad Request: service messages can't be pinned");
    }

    [Theory]
    [InlineData("group")]
    [InlineData("supergroup")]
    public async Task A_member_without_the_right_pins_nothing(string kind)
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var chat = await meeting.ChatAsync(kind);
        await Simulator.PostAsync($"chats/{chat}/settings", new JsonObject { ["forbidden"] = new JsonArray("pin_messages") });
        var id = await meeting.SayAsync(chat, "read this");

        (await meeting.OnMessageAsync("pinChatMessage", chat, id)).Fails(400, "Bad Request: not enough rights to manage pinned messages in the chat");
        (await meeting.OnMessageAsync("pinChatMessage", chat, 4711)).Fails(400, "Bad Request: message to pin not found");
    }

    [Fact]
    public async Task An_unknown_chat_is_told()
    {
        var bot = await Simulator.AddBotAsync();

        (await Api.CallAsync(bot, "pinChatMessage", new JsonObject { ["chat_id"] = -5, ["message_id"] = 1 })).Fails(400, "Bad Request: chat not found");
        (await Api.CallAsync(bot, "pinChatMessage", new JsonObject { ["chat_id"] = 5, ["message_id"] = 1, ["business_connection_id"] = "none" }))
            .Fails(400, "Bad Request: business connection not found");
    }
}
