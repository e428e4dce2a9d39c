using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Contract.Inline;

public sealed class SavePreparedKeyboardButtonTests(ServerFixture server) : ContractTest(server)
{
    [Fact]
    public async Task A_button_waits_for_a_web_app_to_show_it()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var chat = await Simulator.AddChatAsync("supergroup", meeting.Person);

        var button = (await SaveAsync(meeting, new JsonObject { ["text"] = "pick", ["request_chat"] = new JsonObject { ["request_id"] = 7, ["chat_is_channel"] = false } })).Result;
        await Simulator.PostAsync("shared_chats", new JsonObject
        {
            ["from"] = meeting.Person.Id,
            ["bot"] = meeting.Bot.Id,
            ["request_id"] = 7,
            ["chats"] = new JsonArray(chat),
            ["prepared_button_id"] = (string)button["id"]!,
        });

        JsonNode told;
        do
            told = await meeting.UpdateAsync("message");
        while (told["chat_shared"] is null);
        Assert.Equal($$"""{"request_id":7,"chat_id":{{chat}}}""", told["chat_shared"]!.ToJsonString());
    }

    [Theory]
    [InlineData("{", "can't parse keyboard button JSON object")]
    [InlineData("""{"text":""}""", "keyboard button text must be non-empty")]
    public async Task Broken_buttons_are_named(string button, string error)
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);

        (await SaveAsync(meeting, button)).Fails(400, "Bad Request: " + error);
    }

    private static Task<Answer> SaveAsync(Meeting meeting, JsonNode button) =>
        meeting.CallAsync("savePreparedKeyboardButton", new JsonObject { ["user_id"] = meeting.Person.Id, ["button"] = button });
}
