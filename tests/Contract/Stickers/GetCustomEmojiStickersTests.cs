using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Contract.Stickers;

public sealed class GetCustomEmojiStickersTests(ServerFixture server) : ContractTest(server)
{
    [Fact]
    public async Task Unknown_identifiers_are_passed_over()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);

        Assert.Empty((await CallAsync(meeting, "4711")).Result.AsArray());
        Assert.Empty((await CallAsync(meeting)).Result.AsArray());
    }

    [Fact]
    public async Task Wrong_identifiers_are_told()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);

        (await CallAsync(meeting, "x")).Fails(400, "Bad Request: invalid custom emoji identifier specified");
        (await CallAsync(meeting, [.. Enumerable.Range(1, 201).Select(id => (JsonNode)$"{id}")])).Fails(400, "Bad Request: too many custom emoji identifiers specified");
        (await CallAsync(meeting, 7)).Fails(400, "Bad Request: custom emoji identifier must be of type String");
        (await meeting.CallAsync("getCustomEmojiStickers", new JsonObject { ["custom_emoji_ids"] = "{}" })).Fails(400, "Bad Request: expected an Array of custom emoji identifiers");
        (await meeting.CallAsync("getCustomEmojiStickers", new JsonObject { ["custom_emoji_ids"] = "x" })).Fails(400, "Bad Request: can't parse custom emoji identifiers JSON object");
    }

    private static Task<Answer> CallAsync(Meeting meeting, params JsonNode[] ids) =>
        meeting.CallAsync("getCustomEmojiStickers", new JsonObject { ["custom_emoji_ids"] = new JsonArray(ids) });
}
