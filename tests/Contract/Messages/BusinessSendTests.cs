using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Contract.Messages;

/// <summary>What sending operations do with business_connection_id.</summary>
public sealed class BusinessSendTests(ServerFixture server) : ContractTest(server)
{
    [Theory]
    [InlineData("sendMessage", """{"text":"x"}""", "text")]
    [InlineData("sendDice", "{}", "dice")]
    [InlineData("sendLocation", """{"latitude":1,"longitude":2}""", "location")]
    [InlineData("sendPoll", """{"question":"q","options":["a","b"]}""", "poll")]
    [InlineData("sendChecklist", """{"checklist":{"title":"to do","tasks":[{"id":1,"text":"one"}]},"reply_markup":{"inline_keyboard":[[{"text":"a","callback_data":"b"}]]}}""", "checklist")]
    public async Task The_business_account_says_it(string operation, string parameters, string kind)
    {
        var business = await ArrangeAsync();
        var request = JsonNode.Parse(parameters)!.AsObject();

        var message = (await business.CallAsync(operation, request)).Result;

        Assert.NotNull(message[kind]);
        Assert.Equal(business.Connection, (string)message["business_connection_id"]!);
        Assert.Equal(business.Owner, (long)message["from"]!["id"]!);
        Assert.Equal(business.Bot.Id, (long)message["sender_business_bot"]!["id"]!);
        Assert.Equal(request.ContainsKey("reply_markup"), message["reply_markup"] is not null);
    }

    [Fact]
    public async Task An_album_stays_together()
    {
        var business = await ArrangeAsync();
        var media = new JsonArray([.. Enumerable.Range(0, 2).Select(number => (JsonNode)new JsonObject { ["type"] = "photo", ["media"] = "attach://a", ["caption"] = $"{number}" })]);

        var album = (await business.Meeting.UploadAsync("sendMediaGroup", business.Name(new JsonObject { ["media"] = media }), ("a", "a.png", Pictures.Png))).Result.AsArray();

        Assert.Equal(["0", "1"], album.Select(message => (string)message!["caption"]!));
        Assert.Single(album.Select(message => (string?)message!["media_group_id"]).Distinct());
    }

    [Fact]
    public async Task What_cannot_be_sent_is_told()
    {
        var business = await ArrangeAsync();

        (await business.CallAsync("sendDice", new JsonObject { ["business_connection_id"] = "none" })).Fails(400, "Bad Request: business connection not found");
        (await business.CallAsync("sendDice", new JsonObject { ["chat_id"] = "" })).Fails(400, "Bad Request: chat identifier is empty");
        (await business.CallAsync("sendDice", new JsonObject { ["chat_id"] = "@name" })).Fails(400, "Bad Request: chat identifier must be a valid Integer");
    }

    private async Task<Business> ArrangeAsync()
    {
        var made = await Simulator.PostAsync("bots", new JsonObject { ["name"] = "Business Bot", ["username"] = $"b{Guid.NewGuid():N}"[..20] + "_bot", ["business"] = true });
        var bot = new ApiAccount($"/bot{(string)made["token"]!}", (long)made["id"]!, null);
        await Api.CallAsync(bot, "getMe");
        var (owner, customer) = (await Simulator.AddPersonAsync(), await Simulator.AddPersonAsync());
        var connection = (string)(await Simulator.PostAsync("business_connections", new JsonObject { ["from"] = owner.Id, ["bot"] = bot.Id, ["rights"] = new JsonArray("reply") }))["connection_id"]!;
        var meeting = new Meeting(bot, owner, Simulator, Api);
        await Simulator.WriteAsync(customer, owner.Id, "are you open?");
        await meeting.UpdateAsync("business_message");
        return new Business(meeting, customer.Id, connection);
    }

    private sealed record Business(Meeting Meeting, long Customer, string Connection)
    {
        public ApiAccount Bot => Meeting.Bot;

        public long Owner => Meeting.Person.Id;

        /// <summary>Adds where to, unless the test says it.</summary>
        public JsonObject Name(JsonObject parameters)
        {
            parameters["business_connection_id"] ??= Connection;
            parameters["chat_id"] ??= Customer;
            return parameters;
        }

        public Task<Answer> CallAsync(string operation, JsonObject parameters) => Meeting.CallAsync(operation, Name(parameters));
    }
}
