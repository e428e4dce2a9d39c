using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Contract.Messages;

public sealed class SendContactTests(ServerFixture server) : ContractTest(server)
{
    [Theory]
    [InlineData("private")]
    [InlineData("group")]
    [InlineData("supergroup")]
    [InlineData("channel")]
    public async Task A_card_arrives(string kind)
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);

        var contact = (await meeting.CallAsync("sendContact", new JsonObject
        {
            ["chat_id"] = await meeting.ChatAsync(kind),
            ["phone_number"] = "+15550100",
            ["first_name"] = "Ada",
            ["last_name"] = "L",
            ["vcard"] = "BEGIN:VCARD\nEND:VCARD",
        })).Result["contact"]!;

        Assert.Equal("+15550100", (string)contact["phone_number"]!);
        Assert.Equal("Ada L", $"{contact["first_name"]} {contact["last_name"]}");
        Assert.StartsWith("BEGIN:VCARD", (string)contact["vcard"]!, StringComparison.Ordinal);
        Assert.Null(contact["user_id"]);
    }

    [Fact]
    public async Task Whoever_has_the_number_is_named()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);

        var contact = (await meeting.CallAsync("sendContact", new JsonObject { ["chat_id"] = meeting.Person.Id, ["phone_number"] = meeting.Person.Phone, ["first_name"] = "You" })).Result["contact"]!;

        Assert.Equal(meeting.Person.Id, (long)contact["user_id"]!);
        Assert.Null(contact["last_name"]);
    }

    [Fact]
    public async Task What_cannot_be_sent_is_told()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var group = await meeting.ChatAsync("supergroup");
        await meeting.ForbidAsync(group, "send_plain");

        (await meeting.CallAsync("sendContact", new JsonObject { ["chat_id"] = meeting.Person.Id, ["first_name"] = "a" })).Fails(400, "Bad Request: parameter \"phone_number\" is required");
        (await meeting.CallAsync("sendContact", new JsonObject { ["chat_id"] = meeting.Person.Id, ["phone_number"] = "1" })).Fails(400, "Bad Request: parameter \"first_name\" is required");
        (await meeting.CallAsync("sendContact", new JsonObject { ["chat_id"] = group, ["phone_number"] = "1", ["first_name"] = "a" }))
            .Fails(400, "Bad Request: not enough rights to send contacts to the chat");
    }
}
