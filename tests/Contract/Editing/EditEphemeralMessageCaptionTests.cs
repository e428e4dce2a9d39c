using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Contract.Editing;

public sealed class EditEphemeralMessageCaptionTests(ServerFixture server) : ContractTest(server)
{
    [Fact]
    public async Task Wrong_parameters_are_named()
    {
        var talk = await EphemeralTalk.ArrangeAsync(Simulator, Api);

        (await talk.CallAsync("editEphemeralMessageCaption", new JsonObject { ["caption"] = new string('x', 1025) })).Fails(400, "Bad Request: message caption is too long");
        (await talk.CallAsync("editEphemeralMessageCaption", new JsonObject { ["caption"] = "x", ["ephemeral_message_id"] = 4711 })).Fails(400, "Bad Request: MESSAGE_ID_INVALID");
        (await talk.CallAsync("editEphemeralMessageCaption", new JsonObject { ["caption"] = "x", ["chat_id"] = "" })).Fails(400, "Bad Request: chat_id is empty");
    }
}
