using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Contract.Files;

/// <summary>Telegram lets file references grow old; who uses a file_id does not notice.</summary>
/// <remarks>https://core.telegram.org/api/file-references</remarks>
public sealed class FileReferenceTests(ServerFixture server) : ContractTest(server)
{
    [Fact]
    public async Task A_file_is_fetched_by_an_old_id()
    {
        var exchange = await FileExchange.BeginAsync(Server);
        var content = FileExchange.Content(1_500_000);
        var fileId = await exchange.SendAsync(content);
        await ExpireAsync();

        var path = await exchange.PathOfAsync(fileId);
        await ExpireAsync();
        using var response = await exchange.FetchAsync(path);

        Assert.Equal(content, await response.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("document")]
    [InlineData("photo")]
    public async Task A_file_is_sent_by_an_old_id(string kind)
    {
        var exchange = await FileExchange.BeginAsync(Server);
        var operation = kind == "photo" ? "sendPhoto" : "sendDocument";
        var first = (await exchange.TrySendAsync(operation, kind, "picture.png", Pictures.Png)).Result[kind]!;
        var fileId = (string)(kind == "photo" ? first.AsArray()[^1]! : first)["file_id"]!;
        await ExpireAsync();

        var again = (await Api.CallAsync(exchange.Bot, operation, new JsonObject { ["chat_id"] = exchange.Person.Id, [kind] = fileId })).Result;

        Assert.NotNull(again[kind]);
    }

    [Fact]
    public async Task A_persons_account_has_its_references_renewed_too()
    {
        var person = await Simulator.AddPersonAsync();
        var account = await Server.LogInAsync(person);
        var form = ApiClient.Multipart([new("chat_id", $"{person.Id}")], ("document", "own.bin", FileExchange.Content(5000)));
        var fileId = (string)(await Api.SendAsync("sendDocument", HttpMethod.Post, $"{account.Path}/sendDocument", form)).Result["document"]!["file_id"]!;
        await ExpireAsync();

        var file = (await Api.CallAsync(account, "getFile", new JsonObject { ["file_id"] = fileId })).Result;

        Assert.Equal(5000, (int)file["file_size"]!);
    }

    [Fact]
    public async Task When_the_message_is_gone_the_file_is_too()
    {
        var exchange = await FileExchange.BeginAsync(Server);
        var message = (await exchange.TrySendAsync("sendDocument", "document", "gone.bin", FileExchange.Content(1000))).Result;
        await Api.CallAsync(exchange.Bot, "deleteMessage", new JsonObject { ["chat_id"] = exchange.Person.Id, ["message_id"] = (int)message["message_id"]! });
        await ExpireAsync();

        (await exchange.TryGetFileAsync((string)message["document"]!["file_id"]!)).Fails(400, "Bad Request: wrong file_id or the file is temporarily unavailable");
    }

    private Task<JsonObject> ExpireAsync() => Simulator.PostAsync("faults", new JsonObject { ["kind"] = "expire_file_references" });
}
