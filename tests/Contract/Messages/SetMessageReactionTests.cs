using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Contract.Messages;

public sealed class SetMessageReactionTests(ServerFixture server) : ContractTest(server)
{
    [Theory]
    [InlineData("private")]
    [InlineData("group")]
    [InlineData("supergroup")]
    [InlineData("channel")]
    public async Task A_reaction_comes_and_goes(string kind)
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var chat = await meeting.ChatAsync(kind);
        var id = await meeting.SayAsync(chat, "like it");

        Assert.True((bool)(await ReactAsync(meeting, chat, id, new JsonArray(Emoji("👍")))).Result);
        Assert.True((bool)(await ReactAsync(meeting, chat, id, [])).Result);
    }

    [Fact]
    public async Task A_persons_reaction_is_told_to_an_administrator_who_asked()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var chat = await meeting.ChatAsync("supergroup");
        await meeting.SetMemberAsync(chat, meeting.Bot.Id, "administrator");
        await meeting.SubscribeAsync();
        var id = await meeting.SayAsync(chat, "like it");

        await Simulator.PostAsync("reactions", new JsonObject { ["from"] = meeting.Person.Id, ["chat"] = chat, ["message_id"] = id, ["reactions"] = new JsonArray("❤") });
        var told = await meeting.UpdateAsync("message_reaction");

        Assert.Equal(id, (int)told["message_id"]!);
        Assert.Equal(chat, (long)told["chat"]!["id"]!);
        Assert.Equal(meeting.Person.Id, (long)told["user"]!["id"]!);
        Assert.Equal("[]", told["old_reaction"]!.ToJsonString());
        Assert.Equal("❤", (string)told["new_reaction"]![0]!["emoji"]!);
    }

    [Theory]
    [InlineData("""[{"type":"paid"}]""", "can't parse ReactionType: invalid reaction type specified")]
    [InlineData("""[{"type":"smile"}]""", "can't parse ReactionType: invalid reaction type specified")]
    [InlineData("[7]", "can't parse ReactionType: expected an Object")]
    [InlineData("{}", "expected an Array of ReactionType")]
    [InlineData("[", "can't parse reaction types JSON object")]
    public async Task Broken_reactions_are_named(string reaction, string error)
    {
        var bot = await Simulator.AddBotAsync();

        (await Api.CallAsync(bot, "setMessageReaction", new JsonObject { ["chat_id"] = 1, ["message_id"] = 1, ["reaction"] = reaction })).Fails(400, "Bad Request: " + error);
    }

    [Fact]
    public async Task What_cannot_be_reacted_to_is_told()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var chat = meeting.Person.Id;
        var id = await meeting.SayAsync(chat, "like it");

        (await ReactAsync(meeting, chat, 4711, new JsonArray(Emoji("👍")))).Fails(400, "Bad Request: message to react not found");
        (await ReactAsync(meeting, -5, id, new JsonArray(Emoji("👍")))).Fails(400, "Bad Request: chat not found");
        (await ReactAsync(meeting, chat, id, new JsonArray(Emoji("no emoji")))).Fails(400, "Bad Request: REACTION_INVALID");
    }

    internal static JsonObject Emoji(string emoji) => new() { ["type"] = "emoji", ["emoji"] = emoji };

    private static Task<Answer> ReactAsync(Meeting meeting, long chat, int id, JsonArray reaction) =>
        meeting.OnMessageAsync("setMessageReaction", chat, id, new JsonObject { ["reaction"] = reaction });
}
