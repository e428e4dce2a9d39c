using System.Text;
using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Contract.Messages;

/// <summary>What a caller may repeat without anything being sent twice.</summary>
public sealed class IdempotencyTests(ServerFixture server) : ContractTest(server)
{
    private const string OtherRequest = "Conflict: the Idempotency-Key was used for another request";

    [Fact]
    public async Task A_repeat_answers_the_same_and_sends_nothing()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);

        var first = await Api.CallOnceAsync(meeting.Bot, "a", "sendMessage", Text(meeting, "once"));
        var second = await Api.CallOnceAsync(meeting.Bot, "a", "sendMessage", Text(meeting, "once"));

        Assert.Equal(first.Body, second.Body);
        Assert.False(first.Headers.Contains("Idempotency-Replayed"));
        Assert.Equal(["true"], second.Headers.GetValues("Idempotency-Replayed"));
        Assert.Equal(1, await CountAsync(meeting, "once"));
    }

    [Fact]
    public async Task The_parameters_may_come_in_another_form()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);

        var first = await Api.CallOnceAsync(meeting.Bot, "a", "sendMessage", Text(meeting, "once"));
        var second = await Api.SendAsync("sendMessage", HttpMethod.Get, $"{meeting.Bot.Path}/sendMessage?text=once&chat_id={meeting.Person.Id}", null, "a");

        Assert.Equal(first.Body, second.Body);
        Assert.Equal(1, await CountAsync(meeting, "once"));
    }

    [Fact]
    public async Task Another_request_under_the_same_key_is_refused()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        await Api.CallOnceAsync(meeting.Bot, "a", "sendMessage", Text(meeting, "once"));

        (await Api.CallOnceAsync(meeting.Bot, "a", "sendMessage", Text(meeting, "other"))).Fails(409, OtherRequest);
        (await Api.CallOnceAsync(meeting.Bot, "a", "sendDice", new JsonObject { ["chat_id"] = meeting.Person.Id })).Fails(409, OtherRequest);
        Assert.Equal(0, await CountAsync(meeting, "other"));
    }

    [Fact]
    public async Task A_file_counts_by_its_content()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);

        var first = await UploadAsync(meeting, "one");
        var second = await UploadAsync(meeting, "one");

        Assert.NotNull(first.Result["document"]);
        Assert.Equal(first.Body, second.Body);
        (await UploadAsync(meeting, "two")).Fails(409, OtherRequest);
    }

    [Fact]
    public async Task Repeats_at_the_same_time_wait_for_the_first()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Api.CallOnceAsync(meeting.Bot, "a", "sendMessage", Text(meeting, "once"))));

        Assert.Single(answers.Select(answer => answer.Body).Distinct());
        Assert.NotNull(answers[0].Result["message_id"]);
        Assert.Equal(1, await CountAsync(meeting, "once"));
    }

    [Fact]
    public async Task A_refused_request_frees_its_key()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);

        (await Api.CallOnceAsync(meeting.Bot, "a", "sendMessage", new JsonObject { ["chat_id"] = 1, ["text"] = "once" })).Fails(400, "Bad Request: chat not found");
        var sent = await Api.CallOnceAsync(meeting.Bot, "a", "sendMessage", Text(meeting, "once"));

        Assert.Equal("once", (string)sent.Result["text"]!);
    }

    [Fact]
    public async Task What_Telegram_refused_may_be_tried_again_under_the_key()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        await Simulator.PostAsync("faults", new JsonObject
        {
            ["kind"] = "error",
            ["method"] = "messages.sendMessage",
            ["code"] = 403,
            ["message"] = "USER_IS_BLOCKED",
            ["user_id"] = meeting.Bot.Id,
        });

        (await Api.CallOnceAsync(meeting.Bot, "a", "sendMessage", Text(meeting, "once"))).Fails(403, "Forbidden: bot was blocked by the user");
        var sent = await Api.CallOnceAsync(meeting.Bot, "a", "sendMessage", Text(meeting, "once"));

        Assert.Equal("once", (string)sent.Result["text"]!);
        Assert.Equal(1, await CountAsync(meeting, "once"));
    }

    [Fact]
    public async Task Keys_of_different_accounts_have_nothing_to_do_with_each_other()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var other = await Meeting.ArrangeAsync(Simulator, Api);

        Assert.Equal("one", (string)(await Api.CallOnceAsync(meeting.Bot, "a", "sendMessage", Text(meeting, "one"))).Result["text"]!);
        Assert.Equal("two", (string)(await Api.CallOnceAsync(other.Bot, "a", "sendMessage", Text(other, "two"))).Result["text"]!);
    }

    [Theory]
    [InlineData("")]
    [InlineData("256")]
    public async Task A_key_has_1_to_255_characters(string key)
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);

        (await Api.CallOnceAsync(meeting.Bot, key.Length == 0 ? key : new string('k', 256), "sendMessage", Text(meeting, "x")))
            .Fails(400, "Bad Request: the Idempotency-Key must be one value of 1 to 255 characters");
    }

    [Fact]
    public async Task What_sends_nothing_knows_no_key()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        await Api.CallOnceAsync(meeting.Bot, "a", "sendMessage", Text(meeting, "x"));

        Assert.Equal(meeting.Bot.Id, (long)(await Api.CallOnceAsync(meeting.Bot, "a", "getMe", [])).Result["id"]!);
    }

    private static JsonObject Text(Meeting meeting, string text) => new() { ["chat_id"] = meeting.Person.Id, ["text"] = text };

    private async Task<int> CountAsync(Meeting meeting, string text) =>
        (await Simulator.MessagesAsync(meeting.Person, meeting.Bot.Id)).Count(message => (string?)message!["text"] == text);

    private Task<Answer> UploadAsync(Meeting meeting, string content) => Api.SendAsync(
        "sendDocument",
        HttpMethod.Post,
        $"{meeting.Bot.Path}/sendDocument",
        ApiClient.Multipart([new("chat_id", meeting.Person.Id.ToString(System.Globalization.CultureInfo.InvariantCulture))], ("document", "a.txt", Encoding.UTF8.GetBytes(content))),
        "file");
}
