using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Contract.Editing;

public sealed class EditEphemeralMessageTextTests(ServerFixture server) : ContractTest(server)
{
    [Theory]
    [InlineData("group")]
    [InlineData("supergroup")]
    public async Task The_one_who_sees_it_sees_it_change(string kind)
    {
        var talk = await EphemeralTalk.ArrangeAsync(Simulator, Api, kind);

        Assert.True((bool)(await talk.CallAsync("editEphemeralMessageText", new JsonObject { ["text"] = "<i>changed</i>", ["parse_mode"] = "HTML", ["reply_markup"] = Meeting.Buttons("b") })).Result);

        Assert.Equal("changed", (string)(await talk.SeenAsync())[^1]!["text"]!);
    }

    [Fact]
    public async Task Wrong_parameters_are_named()
    {
        var talk = await EphemeralTalk.ArrangeAsync(Simulator, Api);

        (await talk.CallAsync("editEphemeralMessageText", [])).Fails(400, "Bad Request: parameter \"text\" is required");
        (await talk.CallAsync("editEphemeralMessageText", new JsonObject { ["text"] = "x", ["receiver_user_id"] = 0 })).Fails(400, "Bad Request: invalid receiver_user_id specified");
        (await talk.CallAsync("editEphemeralMessageText", new JsonObject { ["text"] = "x", ["receiver_user_id"] = 4711 })).Fails(400, "Bad Request: user not found");
        (await talk.CallAsync("editEphemeralMessageText", new JsonObject { ["text"] = "x", ["chat_id"] = -5 })).Fails(400, "Bad Request: chat not found");
        (await talk.CallAsync("editEphemeralMessageText", new JsonObject { ["text"] = "x", ["ephemeral_message_id"] = 4711 })).Fails(400, "Bad Request: MESSAGE_ID_INVALID");
    }
}
