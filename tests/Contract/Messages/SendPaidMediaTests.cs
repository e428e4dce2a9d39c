using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Contract.Messages;

public sealed class SendPaidMediaTests(ServerFixture server) : ContractTest(server)
{
    [Theory]
    [InlineData("private")]
    [InlineData("channel")]
    public async Task The_sender_sees_what_is_for_sale(string kind)
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);

        var message = (await meeting.UploadAsync(
            "sendPaidMedia",
            Request(await meeting.ChatAsync(kind), 25, Item("photo", "attach://a"), Item("video", "attach://b")),
            ("a", "a.png", Pictures.Png),
            ("b", "b.mp4", Clips.Video))).Result;

        Assert.Equal(25, (int)message["paid_media"]!["star_count"]!);
        var items = message["paid_media"]!["paid_media"]!.AsArray();
        Assert.Equal("photo video", string.Join(' ', items.Select(item => (string)item!["type"]!)));
        Assert.NotEmpty(items[0]!["photo"]!.AsArray());
        Assert.Equal(640, (int)items[1]!["video"]!["width"]!);
        Assert.Equal("for sale", (string)message["caption"]!);
    }

    [Fact]
    public async Task A_wrong_offer_is_told()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var chat = meeting.Person.Id;
        var photo = (string)(await meeting.SendPhotoAsync(chat))["photo"]!.AsArray()[^1]!["file_id"]!;

        (await meeting.CallAsync("sendPaidMedia", Request(chat, 0, Item("photo", photo)))).Fails(400, "Bad Request: invalid media price specified");
        (await meeting.CallAsync("sendPaidMedia", Request(chat, 1_000_001, Item("photo", photo)))).Fails(400, "Bad Request: invalid media price specified");
        (await meeting.CallAsync("sendPaidMedia", Request(chat, 1))).Fails(400, "Bad Request: invalid number of paid media specified");
        (await meeting.CallAsync("sendPaidMedia", Request(chat, 1, [.. Enumerable.Range(0, 11).Select(_ => Item("photo", photo))]))).Fails(400, "Bad Request: invalid number of paid media specified");
        (await meeting.CallAsync("sendPaidMedia", Request(chat, 1, Item("audio", photo)))).Fails(400, "Bad Request: can't parse InputPaidMedia: type \"audio\" is unsupported");
        (await meeting.CallAsync("sendPaidMedia", new JsonObject { ["chat_id"] = chat, ["star_count"] = 1, ["media"] = "{}" })).Fails(400, "Bad Request: expected an Array of InputPaidMedia");
    }

    private static JsonObject Request(long chat, int stars, params JsonObject[] items) =>
        new() { ["chat_id"] = chat, ["star_count"] = stars, ["media"] = new JsonArray([.. items]), ["caption"] = "for sale" };

    private static JsonObject Item(string type, string media) => new() { ["type"] = type, ["media"] = media };
}
