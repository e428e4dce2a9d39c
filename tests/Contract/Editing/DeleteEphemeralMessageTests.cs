using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Contract.Editing;

public sealed class DeleteEphemeralMessageTests(ServerFixture server) : ContractTest(server)
{
    [Theory]
    [InlineData("group")]
    [InlineData("supergroup")]
    public async Task The_message_is_gone(string kind)
    {
        var talk = await EphemeralTalk.ArrangeAsync(Simulator, Api, kind);

        Assert.True((bool)(await talk.CallAsync("deleteEphemeralMessage", [])).Result);

        Assert.Empty(await talk.SeenAsync());
        (await talk.CallAsync("deleteEphemeralMessage", [])).Fails(400, "Bad Request: MESSAGE_ID_INVALID");
    }
}
