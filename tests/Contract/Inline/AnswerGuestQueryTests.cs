using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Contract.Inline;

public sealed class AnswerGuestQueryTests(ServerFixture server) : ContractTest(server)
{
    [Fact]
    public async Task A_bot_that_is_called_answers_in_a_chat_that_it_is_not_in()
    {
        var name = $"guest_{Guid.NewGuid():N}"[..20] + "_bot";
        var made = await Simulator.PostAsync("bots", new JsonObject { ["name"] = "Guest Bot", ["username"] = name, ["guest_chats"] = true });
        var bot = new ApiAccount($"/bot{(string)made["token"]!}", (long)made["id"]!, name);
        await Api.CallAsync(bot, "getMe");
        var person = await Simulator.AddPersonAsync();
        var meeting = new Meeting(bot, person, Simulator, Api);
        var chat = await Simulator.AddChatAsync("supergroup", person);

        await Simulator.WriteAsync(person, chat, $"@{name} help us");
        var call = await meeting.UpdateAsync("guest_message");
        var sent = (await meeting.CallAsync("answerGuestQuery", new JsonObject { ["guest_query_id"] = (string)call["guest_query_id"]!, ["result"] = InlineBot.Article("1", "here to help") })).Result;

        Assert.Equal($"@{name} help us", (string)call["text"]!);
        Assert.Equal(chat, (long)call["chat"]!["id"]!);
        Assert.NotEmpty((string)sent["inline_message_id"]!);
        Assert.Equal("here to help", (string)(await Simulator.MessagesAsync(person, chat))[^1]!["text"]!);
        Assert.True((bool)(await meeting.CallAsync("editMessageText", new JsonObject { ["inline_message_id"] = (string)sent["inline_message_id"]!, ["text"] = "better" })).Result);
    }

    [Theory]
    [InlineData("""{"guest_query_id":"1"}""", "result isn't specified")]
    [InlineData("""{"guest_query_id":"1","result":{"type":"article","id":"1","title":"t","input_message_content":{"message_text":"x"}}}""", "query is too old and response timeout expired or query ID is invalid")]
    public async Task Wrong_parameters_are_named(string parameters, string error)
    {
        var bot = await Simulator.AddBotAsync();

        (await Api.CallAsync(bot, "answerGuestQuery", JsonNode.Parse(parameters)!.AsObject())).Fails(400, "Bad Request: " + error);
    }
}
