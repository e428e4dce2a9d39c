using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Contract.Editing;

public sealed class ApproveSuggestedPostTests(ServerFixture server) : ContractTest(server)
{
    [Theory]
    [InlineData("approveSuggestedPost")]
    [InlineData("declineSuggestedPost")]
    public async Task Only_a_suggestion_is_decided_on(string operation)
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var chat = meeting.Person.Id;
        var theirs = await meeting.HearAsync(chat, "no suggestion");

        (await meeting.OnMessageAsync(operation, chat, theirs)).Fails(400, "Bad Request: message can't be used in the method");
        (await meeting.OnMessageAsync(operation, chat, await meeting.SayAsync(chat, "own"))).Fails(400, "Bad Request: message can't be used in the method");
        (await meeting.OnMessageAsync(operation, chat, 4711)).Fails(400, "Bad Request: suggested post not found");
        (await meeting.OnMessageAsync(operation, -5, theirs)).Fails(400, "Bad Request: chat not found");
        (await meeting.CallAsync(operation, new JsonObject { ["message_id"] = 1 })).Fails(400, "Bad Request: chat_id is empty");
    }
}
