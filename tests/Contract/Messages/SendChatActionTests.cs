using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Contract.Messages;

public sealed class SendChatActionTests(ServerFixture server) : ContractTest(server)
{
    [Theory]
    [InlineData("private")]
    [InlineData("group")]
    [InlineData("supergroup")]
    [InlineData("channel")]
    public async Task Every_kind_of_chat_takes_an_action(string kind)
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);

        Assert.True((bool)(await meeting.CallAsync("sendChatAction", new JsonObject { ["chat_id"] = await meeting.ChatAsync(kind), ["action"] = "typing" })).Result);
    }

    [Fact]
    public async Task All_actions_are_known_whatever_their_case()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        string[] actions =
        [
            "cancel", "TYPING", "record_video", "upload_video", "record_audio", "record_voice", "upload_audio", "upload_voice", "upload_photo",
            "Upload_Document", "choose_sticker", "pick_up_location", "find_location", "record_video_note", "upload_video_note",
        ];

        foreach (var action in actions)
            Assert.True((bool)(await meeting.CallAsync("sendChatAction", new JsonObject { ["chat_id"] = meeting.Person.Id, ["action"] = action })).Result);
    }

    [Fact]
    public async Task Wrong_parameters_are_named()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var chat = meeting.Person.Id;

        (await meeting.CallAsync("sendChatAction", new JsonObject { ["chat_id"] = chat, ["action"] = "dance" })).Fails(400, "Bad Request: wrong parameter action in request");
        (await meeting.CallAsync("sendChatAction", new JsonObject { ["chat_id"] = chat })).Fails(400, "Bad Request: wrong parameter action in request");
        (await meeting.CallAsync("sendChatAction", new JsonObject { ["action"] = "typing" })).Fails(400, "Bad Request: chat_id is empty");
        (await meeting.CallAsync("sendChatAction", new JsonObject { ["chat_id"] = -5, ["action"] = "typing" })).Fails(400, "Bad Request: chat not found");
        (await meeting.CallAsync("sendChatAction", new JsonObject { ["chat_id"] = chat, ["action"] = "typing", ["business_connection_id"] = "none" }))
            .Fails(400, "Bad Request: business connection not found");
    }
}
