using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Contract.Editing;

public sealed class EditEphemeralMessageReplyMarkupTests(ServerFixture server) : ContractTest(server)
{
    [Fact]
    public async Task A_press_on_new_buttons_comes_with_the_message()
    {
        var talk = await EphemeralTalk.ArrangeAsync(Simulator, Api);

        Assert.True((bool)(await talk.CallAsync("editEphemeralMessageReplyMarkup", new JsonObject { ["reply_markup"] = Meeting.Buttons("new") })).Result);
        var pressed = Simulator.PostAsync("ephemeral_callbacks", new JsonObject { ["from"] = talk.Meeting.Person.Id, ["chat"] = talk.Chat, ["message_id"] = talk.Id, ["data"] = "data new" });
        var query = await talk.Meeting.UpdateAsync("callback_query");
        await talk.Meeting.CallAsync("answerCallbackQuery", new JsonObject { ["callback_query_id"] = (string)query["id"]!, ["text"] = "seen" });

        Assert.Equal("data new", (string)query["data"]!);
        Assert.Equal(talk.Id, (int)query["message"]!["ephemeral_message_id"]!);
        Assert.Equal(0, (int)query["message"]!["message_id"]!);
        Assert.Equal("for you", (string)query["message"]!["text"]!);
        Assert.Equal("seen", (string)(await pressed)["text"]!);
    }
}
