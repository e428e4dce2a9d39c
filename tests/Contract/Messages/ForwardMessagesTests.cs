using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Contract.Messages;

/// <summary>forwardMessages and copyMessages differ in what they name, not in what they take.</summary>
public sealed class ForwardMessagesTests(ServerFixture server) : ContractTest(server)
{
    [Theory]
    [InlineData("forwardMessages", "private")]
    [InlineData("forwardMessages", "group")]
    [InlineData("forwardMessages", "supergroup")]
    [InlineData("forwardMessages", "channel")]
    [InlineData("copyMessages", "private")]
    [InlineData("copyMessages", "channel")]
    public async Task All_arrive_in_their_order_and_missing_ones_are_passed_over(string operation, string kind)
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var source = await meeting.ChatAsync("supergroup");
        int[] originals = [await meeting.SayAsync(source, "one"), await meeting.SayAsync(source, "two")];
        var target = await meeting.ChatAsync(kind);

        var ids = (await CallAsync(meeting, operation, target, source, [.. originals, 4711])).Result.AsArray();

        Assert.Equal(2, ids.Count);
        Assert.True((int)ids[0]!["message_id"]! < (int)ids[1]!["message_id"]!);
        var texts = (await Simulator.MessagesAsync(meeting.Person, meeting.Theirs(target))).TakeLast(2).Select(message => (string)message!["text"]!);
        Assert.Equal(["one", "two"], texts);
    }

    [Fact]
    public async Task An_album_stays_together_and_copies_lose_their_captions_on_request()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var chat = meeting.Person.Id;
        var media = new JsonArray(
            new JsonObject { ["type"] = "photo", ["media"] = "attach://a", ["caption"] = "one" },
            new JsonObject { ["type"] = "photo", ["media"] = "attach://a", ["caption"] = "two" });
        var album = (await meeting.UploadAsync("sendMediaGroup", new JsonObject { ["chat_id"] = chat, ["media"] = media }, ("a", "a.png", Pictures.Png))).Result.AsArray();
        int[] originals = [.. album.Select(message => (int)message!["message_id"]!)];

        var forwarded = await ShowAsync(meeting, await CallAsync(meeting, "forwardMessages", chat, chat, originals));
        var copied = await ShowAsync(meeting, await CallAsync(meeting, "copyMessages", chat, chat, originals, new JsonObject { ["remove_caption"] = true }));

        Assert.Equal(["one", "two"], forwarded.Select(message => (string?)message["caption"]));
        Assert.All(forwarded, message => Assert.NotNull(message["forward_origin"]));
        Assert.Single(forwarded.Select(message => (string?)message["media_group_id"]).Distinct());
        Assert.NotEqual((string)album[0]!["media_group_id"]!, (string)forwarded[0]["media_group_id"]!);
        Assert.All(copied, message => Assert.Null(message["caption"] ?? message["forward_origin"]));
    }

    [Theory]
    [InlineData("forwardMessages")]
    [InlineData("copyMessages")]
    public async Task A_wrong_list_is_told(string operation)
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var chat = meeting.Person.Id;
        int[] two = [await meeting.SayAsync(chat, "one"), await meeting.SayAsync(chat, "two")];

        (await CallAsync(meeting, operation, chat, chat, [two[1], two[0]])).Fails(400, "Bad Request: message identifiers must be in a strictly increasing order");
        (await CallAsync(meeting, operation, chat, chat, [4711])).Fails(400, "Bad Request: there are no messages to forward");
        (await CallAsync(meeting, operation, chat, chat, [0])).Fails(400, "Bad Request: invalid message identifier specified");
        (await CallAsync(meeting, operation, chat, chat, [.. Enumerable.Range(1, 101)])).Fails(400, "Bad Request: too many message identifiers specified");
        (await meeting.CallAsync(operation, new JsonObject { ["chat_id"] = chat, ["from_chat_id"] = chat })).Fails(400, "Bad Request: message identifiers are not specified");
        (await meeting.CallAsync(operation, new JsonObject { ["chat_id"] = chat, ["message_ids"] = new JsonArray(two[0]) })).Fails(400, "Bad Request: parameter \"from_chat_id\" is required");
    }

    [Fact]
    public async Task A_protected_chat_keeps_its_messages()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var group = await meeting.ChatAsync("supergroup");
        var message = await meeting.SayAsync(group, "secret");
        await Simulator.PostAsync($"chats/{group}/settings", new JsonObject { ["protected_content"] = true });
        await meeting.CallAsync("getChat", new JsonObject { ["chat_id"] = group });

        (await CallAsync(meeting, "forwardMessages", meeting.Person.Id, group, [message])).Fails(400, "Bad Request: message has protected content and can't be forwarded");
    }

    private static async Task<List<JsonNode>> ShowAsync(Meeting meeting, Answer answer)
    {
        var shown = new List<JsonNode>();
        foreach (var id in answer.Result.AsArray())
        {
            var reply = new JsonObject { ["chat_id"] = meeting.Person.Id, ["text"] = "look", ["reply_parameters"] = new JsonObject { ["message_id"] = (int)id!["message_id"]! } };
            shown.Add((await meeting.CallAsync("sendMessage", reply)).Result["reply_to_message"]!);
        }

        return shown;
    }

    private static Task<Answer> CallAsync(Meeting meeting, string operation, long target, long source, int[] messages, JsonObject? more = null)
    {
        var parameters = more ?? [];
        (parameters["chat_id"], parameters["from_chat_id"]) = (target, source);
        parameters["message_ids"] = new JsonArray([.. messages.Select(id => (JsonNode)id)]);
        return meeting.CallAsync(operation, parameters);
    }
}
