using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Contract.Messages;

public sealed class SendDiceTests(ServerFixture server) : ContractTest(server)
{
    [Theory]
    [InlineData("private")]
    [InlineData("group")]
    [InlineData("supergroup")]
    [InlineData("channel")]
    public async Task A_die_shows_one_to_six(string kind)
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);

        var dice = (await meeting.CallAsync("sendDice", new JsonObject { ["chat_id"] = await meeting.ChatAsync(kind) })).Result["dice"]!;

        Assert.Equal("🎲", (string)dice["emoji"]!);
        Assert.InRange((int)dice["value"]!, 1, 6);
    }

    [Fact]
    public async Task A_slot_machine_shows_one_to_sixty_four()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);

        var dice = (await meeting.CallAsync("sendDice", new JsonObject { ["chat_id"] = meeting.Person.Id, ["emoji"] = "🎰" })).Result["dice"]!;

        Assert.Equal("🎰", (string)dice["emoji"]!);
        Assert.InRange((int)dice["value"]!, 1, 64);
    }

    [Fact]
    public async Task What_cannot_be_sent_is_told()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var group = await meeting.ChatAsync("supergroup");
        await meeting.ForbidAsync(group, "send_stickers");

        (await meeting.CallAsync("sendDice", new JsonObject { ["chat_id"] = meeting.Person.Id, ["emoji"] = "🍎" })).Fails(400, "Bad Request: EMOTICON_INVALID");
        (await meeting.CallAsync("sendDice", new JsonObject { ["chat_id"] = group })).Fails(400, "Bad Request: not enough rights to send dice to the chat");
    }
}
