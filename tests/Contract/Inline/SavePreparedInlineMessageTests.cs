using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Contract.Inline;

public sealed class SavePreparedInlineMessageTests(ServerFixture server) : ContractTest(server)
{
    [Fact]
    public async Task A_message_waits_for_the_person_to_send_it()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);

        var prepared = (await SaveAsync(meeting, meeting.Person.Id, new JsonObject { ["allow_user_chats"] = true, ["allow_bot_chats"] = true })).Result;
        await Simulator.PostAsync("prepared_messages", new JsonObject { ["from"] = meeting.Person.Id, ["bot"] = meeting.Bot.Id, ["id"] = (string)prepared["id"]!, ["chat"] = meeting.Bot.Id });

        Assert.True((int)prepared["expiration_date"]! > 0);
        Assert.Equal("prepared", (string)(await Simulator.MessagesAsync(meeting.Person, meeting.Bot.Id))[^1]!["text"]!);
    }

    [Fact]
    public async Task Wrong_parameters_are_named()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);

        (await SaveAsync(meeting, meeting.Person.Id, [])).Fails(400, "Bad Request: at least one target chat type must be allowed");
        (await SaveAsync(meeting, 4711, new JsonObject { ["allow_user_chats"] = true })).Fails(400, "Bad Request: user not found");
        (await SaveAsync(meeting, 0, [])).Fails(400, "Bad Request: invalid user_id specified");
        (await meeting.CallAsync("savePreparedInlineMessage", new JsonObject { ["user_id"] = meeting.Person.Id })).Fails(400, "Bad Request: result isn't specified");
    }

    private static Task<Answer> SaveAsync(Meeting meeting, long user, JsonObject parameters)
    {
        parameters["user_id"] = user;
        parameters["result"] = InlineBot.Article("1", "prepared");
        return meeting.CallAsync("savePreparedInlineMessage", parameters);
    }
}
