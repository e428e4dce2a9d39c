using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Contract.Messages;

public sealed class SendVoiceTests(ServerFixture server) : ContractTest(server)
{
    [Theory]
    [InlineData("private")]
    [InlineData("group")]
    [InlineData("supergroup")]
    [InlineData("channel")]
    public async Task An_upload_arrives_as_a_voice_note(string kind)
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);

        var message = (await meeting.UploadAsync(
            "sendVoice", new JsonObject { ["chat_id"] = await meeting.ChatAsync(kind), ["duration"] = 7, ["caption"] = "hear" }, ("voice", "note.ogg", Clips.Voice))).Result;

        var voice = message["voice"]!;
        Assert.Equal(7, (int)voice["duration"]!);
        Assert.Equal("audio/ogg", (string)voice["mime_type"]!);
        Assert.Equal(Clips.Voice.Length, (int)voice["file_size"]!);
        Assert.Equal("hear", (string)message["caption"]!);
    }

    [Fact]
    public async Task A_voice_note_is_sent_again_by_its_id()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var chat = meeting.Person.Id;
        var first = (await meeting.UploadAsync("sendVoice", new JsonObject { ["chat_id"] = chat }, ("voice", "note.ogg", Clips.Voice))).Result["voice"]!;

        var again = (await meeting.CallAsync("sendVoice", new JsonObject { ["chat_id"] = chat, ["voice"] = (string)first["file_id"]! })).Result["voice"]!;

        Assert.Equal((string)first["file_unique_id"]!, (string)again["file_unique_id"]!);
    }

    [Fact]
    public async Task What_cannot_be_sent_is_told()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var group = await meeting.ChatAsync("supergroup");
        await meeting.ForbidAsync(group, "send_voices");

        (await meeting.UploadAsync("sendVoice", new JsonObject { ["chat_id"] = group }, ("voice", "note.ogg", Clips.Voice)))
            .Fails(400, "Bad Request: not enough rights to send voice notes to the chat");
        (await meeting.CallAsync("sendVoice", new JsonObject { ["chat_id"] = meeting.Person.Id })).Fails(400, "Bad Request: there is no voice in the request");
    }
}
