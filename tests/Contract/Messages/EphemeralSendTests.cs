using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Contract.Messages;

/// <summary>What sending operations do with receiver_user_id and its newer spelling.</summary>
public sealed class EphemeralSendTests(ServerFixture server) : ContractTest(server)
{
    [Theory]
    [InlineData("sendMessage", """{"text":"x"}""", "text")]
    [InlineData("sendLocation", """{"latitude":1,"longitude":2}""", "location")]
    [InlineData("sendVenue", """{"latitude":1,"longitude":2,"title":"t","address":"a"}""", "venue")]
    [InlineData("sendContact", """{"phone_number":"1","first_name":"a"}""", "contact")]
    public async Task One_member_sees_it(string operation, string parameters, string kind)
    {
        foreach (var isNewer in new[] { false, true })
        {
            var (meeting, group) = await ArrangeAsync();
            var request = JsonNode.Parse(parameters)!.AsObject();
            request["chat_id"] = group;
            if (isNewer)
                request["ephemeral_message_parameters"] = new JsonObject { ["receiver_user_id"] = meeting.Person.Id };
            else
                request["receiver_user_id"] = meeting.Person.Id;

            var message = (await meeting.CallAsync(operation, request)).Result;

            Assert.NotNull(message[kind]);
            Assert.Equal(0, (int)message["message_id"]!);
            Assert.True((int)message["ephemeral_message_id"]! > 0);
            Assert.Equal(meeting.Person.Id, (long)message["receiver_user"]!["id"]!);
        }
    }

    [Theory]
    [InlineData("sendPhoto", "photo", "a.png")]
    [InlineData("sendVideo", "video", "a.mp4")]
    [InlineData("sendVoice", "voice", "a.ogg")]
    [InlineData("sendDocument", "document", "a.txt")]
    public async Task Files_can_be_for_one_member(string operation, string kind, string name)
    {
        var (meeting, group) = await ArrangeAsync();
        var content = kind switch { "photo" => Pictures.Png, "video" => Clips.Video, "voice" => Clips.Voice, _ => "text"u8.ToArray() };

        var message = (await meeting.UploadAsync(
            operation, new JsonObject { ["chat_id"] = group, ["receiver_user_id"] = meeting.Person.Id, ["caption"] = "for you" }, (kind, name, content))).Result;

        Assert.NotNull(message[kind]);
        Assert.Equal("for you", (string)message["caption"]!);
        Assert.True((int)message["ephemeral_message_id"]! > 0);
    }

    private async Task<(Meeting Meeting, long Group)> ArrangeAsync()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var group = await meeting.ChatAsync("supergroup");
        await meeting.SetMemberAsync(group, meeting.Bot.Id, "administrator");
        return (meeting, group);
    }
}
