using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Contract.Stickers;

public sealed class SendStickerTests(ServerFixture server) : ContractTest(server)
{
    [Theory]
    [InlineData("private")]
    [InlineData("group")]
    [InlineData("supergroup")]
    [InlineData("channel")]
    public async Task A_persons_sticker_is_sent_on_with_the_name_of_its_set(string kind)
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        await Simulator.PostAsync("messages", new JsonObject { ["from"] = meeting.Person.Id, ["chat"] = meeting.Bot.Id, ["media"] = new JsonObject { ["type"] = "sticker", ["set"] = "SimulatorAnimals" } });
        var received = await StickerAsync(meeting);

        var sent = (await meeting.CallAsync("sendSticker", new JsonObject { ["chat_id"] = await meeting.ChatAsync(kind), ["sticker"] = (string)received["file_id"]! })).Result["sticker"]!;

        Assert.Equal("SimulatorAnimals", (string)sent["set_name"]!);
        Assert.Equal((string)received["file_unique_id"]!, (string)sent["file_unique_id"]!);
        Assert.Equal("regular", (string)sent["type"]!);
        Assert.False((bool)sent["is_animated"]!);
    }

    [Fact]
    public async Task An_upload_stands_for_its_emoji_and_belongs_to_no_set()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);

        var sticker = (await meeting.UploadAsync("sendSticker", new JsonObject { ["chat_id"] = meeting.Person.Id, ["emoji"] = "🦊" }, ("sticker", "fox.webp", Pictures.Png))).Result["sticker"]!;

        Assert.Equal("🦊", (string)sticker["emoji"]!);
        Assert.Null(sticker["set_name"]);
    }

    [Fact]
    public async Task What_cannot_be_sent_is_told()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var group = await meeting.ChatAsync("supergroup");
        await meeting.ForbidAsync(group, "send_stickers");

        (await meeting.CallAsync("sendSticker", new JsonObject { ["chat_id"] = meeting.Person.Id })).Fails(400, "Bad Request: there is no sticker in the request");
        (await meeting.CallAsync("sendSticker", new JsonObject { ["chat_id"] = meeting.Person.Id, ["sticker"] = "https://example.com/a.tgs" })).Fails(400, "Bad Request: animated stickers can't be uploaded by URL");
        (await meeting.CallAsync("sendSticker", new JsonObject { ["chat_id"] = meeting.Person.Id, ["sticker"] = "https://example.com/a.webm" })).Fails(400, "Bad Request: video stickers can't be uploaded by URL");
        (await meeting.UploadAsync("sendSticker", new JsonObject { ["chat_id"] = group }, ("sticker", "a.webp", Pictures.Png))).Fails(400, "Bad Request: not enough rights to send stickers to the chat");
    }

    private static async Task<JsonNode> StickerAsync(Meeting meeting)
    {
        while (true)
        {
            if ((await meeting.UpdateAsync("message"))["sticker"] is { } sticker)
                return sticker;
        }
    }
}
