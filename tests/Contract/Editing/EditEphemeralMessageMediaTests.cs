using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Contract.Editing;

public sealed class EditEphemeralMessageMediaTests(ServerFixture server) : ContractTest(server)
{
    [Fact]
    public async Task A_known_picture_takes_the_place_of_another_and_its_caption_changes()
    {
        var talk = await EphemeralTalk.ArrangeAsync(Simulator, Api);
        var photo = (string)(await talk.Meeting.SendPhotoAsync(talk.Chat))["photo"]![0]!["file_id"]!;
        var sent = (await talk.Meeting.CallAsync("sendPhoto", new JsonObject { ["chat_id"] = talk.Chat, ["receiver_user_id"] = talk.Meeting.Person.Id, ["photo"] = photo, ["caption"] = "first" })).Result;
        var picture = talk with { Id = (int)sent["ephemeral_message_id"]! };
        var media = new JsonObject { ["type"] = "photo", ["media"] = photo, ["caption"] = "second" };

        Assert.True((bool)(await picture.CallAsync("editEphemeralMessageMedia", new JsonObject { ["media"] = media })).Result);
        Assert.Equal("second", (string)(await picture.SeenAsync())[^1]!["text"]!);
        Assert.True((bool)(await picture.CallAsync("editEphemeralMessageCaption", new JsonObject { ["caption"] = "third" })).Result);
        Assert.Equal("third", (string)(await picture.SeenAsync())[^1]!["text"]!);
    }

    [Fact]
    public async Task Nothing_is_uploaded()
    {
        var talk = await EphemeralTalk.ArrangeAsync(Simulator, Api);
        var form = ApiClient.Multipart(
            [
                new("chat_id", ApiClient.Text(talk.Chat)), new("receiver_user_id", ApiClient.Text(talk.Meeting.Person.Id)),
                new("ephemeral_message_id", ApiClient.Text(talk.Id)), new("media", """{"type":"photo","media":"attach://new"}"""),
            ],
            ("new", "a.png", Pictures.Png));

        (await Api.SendAsync("editEphemeralMessageMedia", HttpMethod.Post, $"{talk.Meeting.Bot.Path}/editEphemeralMessageMedia", form)).Fails(400, "Bad Request: file upload isn't allowed");
        (await talk.CallAsync("editEphemeralMessageMedia", [])).Fails(400, "Bad Request: parameter \"media\" is required");
    }
}
