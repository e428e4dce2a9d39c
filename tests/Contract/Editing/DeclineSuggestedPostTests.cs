using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Contract.Editing;

public sealed class DeclineSuggestedPostTests(ServerFixture server) : ContractTest(server)
{
    [Fact]
    public async Task The_comment_says_why()
    {
        var (meeting, chat, id) = await ApproveSuggestedPostTests.SuggestAsync(Simulator, Api);

        Assert.True((bool)(await meeting.OnMessageAsync("declineSuggestedPost", chat, id, new JsonObject { ["comment"] = "not now" })).Result);

        JsonNode told;
        do
            told = await meeting.UpdateAsync("message");
        while (told["suggested_post_declined"] is null);
        Assert.Equal("not now", (string)told["suggested_post_declined"]!["comment"]!);
        (await meeting.OnMessageAsync("declineSuggestedPost", chat, id)).Fails(400, "Bad Request: message can't be used in the method");
    }
}
