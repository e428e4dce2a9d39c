using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Contract.Messages;

public sealed class DeleteMessageReactionTests(ServerFixture server) : ContractTest(server)
{
    [Fact]
    public async Task An_administrator_takes_a_persons_reactions_away()
    {
        var (meeting, chat, id) = await ReactedAsync();

        Assert.True((bool)(await meeting.OnMessageAsync("deleteMessageReaction", chat, id, new JsonObject { ["user_id"] = meeting.Person.Id })).Result);

        var told = await meeting.UpdateAsync("message_reaction");
        Assert.Equal("👍", (string)told["old_reaction"]![0]!["emoji"]!);
        Assert.Equal("[]", told["new_reaction"]!.ToJsonString());
    }

    [Fact]
    public async Task Who_and_where_has_to_be_said()
    {
        var (meeting, chat, id) = await ReactedAsync();

        (await meeting.OnMessageAsync("deleteMessageReaction", chat, id)).Fails(400, "Bad Request: sender_chat_id is empty");
        (await meeting.OnMessageAsync("deleteMessageReaction", chat, id, new JsonObject { ["actor_chat_id"] = "abc" })).Fails(400, "Bad Request: sender_chat_id is not a valid Integer");
        (await meeting.OnMessageAsync("deleteMessageReaction", chat, id, new JsonObject { ["user_id"] = -1 })).Fails(400, "Bad Request: invalid user_id specified");
        (await meeting.OnMessageAsync("deleteMessageReaction", chat, 4711, new JsonObject { ["user_id"] = meeting.Person.Id }))
            .Fails(400, "Bad Request: message to delete reactions not found");
    }

    private async Task<(Meeting Meeting, long Chat, int Id)> ReactedAsync()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var chat = await meeting.ChatAsync("supergroup");
        await meeting.SetMemberAsync(chat, meeting.Bot.Id, "administrator");
        await meeting.SubscribeAsync();
        var id = await meeting.SayAsync(chat, "like it");
        await Simulator.PostAsync("reactions", new JsonObject { ["from"] = meeting.Person.Id, ["chat"] = chat, ["message_id"] = id, ["reactions"] = new JsonArray("👍") });
        await meeting.UpdateAsync("message_reaction");
        return (meeting, chat, id);
    }
}
