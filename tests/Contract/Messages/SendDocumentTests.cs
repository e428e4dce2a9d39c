using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Contract.Messages;

public sealed class SendDocumentTests(ServerFixture server) : ContractTest(server)
{
    private static readonly byte[] Content = "some text"u8.ToArray();

    [Theory]
    [InlineData("private")]
    [InlineData("group")]
    [InlineData("supergroup")]
    [InlineData("channel")]
    public async Task An_upload_keeps_its_name_and_comes_back_whole(string kind)
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);

        var message = (await UploadAsync(meeting, await meeting.ChatAsync(kind), ("caption", "*read*"), ("parse_mode", "Markdown"))).Result;

        var document = message["document"]!;
        Assert.Equal("a note.txt", (string)document["file_name"]!);
        Assert.Equal("text/plain", (string)document["mime_type"]!);
        Assert.Equal(Content.Length, (int)document["file_size"]!);
        Assert.Equal("read", (string)message["caption"]!);
        var file = (await meeting.CallAsync("getFile", new JsonObject { ["file_id"] = (string)document["file_id"]! })).Result;
        Assert.Equal(Content, await Server.Http.GetByteArrayAsync(new Uri($"/file{meeting.Bot.Path}/{(string)file["file_path"]!}", UriKind.Relative)));
    }

    [Fact]
    public async Task A_thumbnail_is_shown_and_one_that_is_no_upload_is_ignored()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var form = ApiClient.Multipart([new("chat_id", $"{meeting.Person.Id}")], ("document", "a.bin", Content), ("thumbnail", "t.png", Pictures.Png));

        var shown = (await Api.SendAsync("sendDocument", HttpMethod.Post, $"{meeting.Bot.Path}/sendDocument", form)).Result;
        var ignored = (await UploadAsync(meeting, meeting.Person.Id, ("thumbnail", "https://example.com/t.png"))).Result;

        Assert.Equal(64, (int)shown["document"]!["thumbnail"]!["width"]!);
        Assert.Null(ignored["document"]!["thumbnail"]);
    }

    [Fact]
    public async Task A_document_is_sent_again_by_its_id()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var first = (await UploadAsync(meeting, meeting.Person.Id)).Result["document"]!;

        var again = (await meeting.CallAsync("sendDocument", new JsonObject { ["chat_id"] = await meeting.ChatAsync("channel"), ["document"] = (string)first["file_id"]! })).Result["document"]!;

        Assert.Equal((string)first["file_unique_id"]!, (string)again["file_unique_id"]!);
        Assert.Equal("a note.txt", (string)again["file_name"]!);
    }

    [Fact]
    public async Task Telegram_fetches_a_document_by_its_address()
    {
        await using var host = await WebhookHost.StartAsync(TimeProvider.System);
        host.Answer = async (_, context) =>
        {
            context.Response.ContentType = "application/pdf";
            await context.Response.Body.WriteAsync(Content);
        };
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);

        var message = (await meeting.CallAsync("sendDocument", new JsonObject { ["chat_id"] = meeting.Person.Id, ["document"] = $"{host.Url}paper.pdf" })).Result;

        Assert.Equal("paper.pdf", (string)message["document"]!["file_name"]!);
        Assert.Equal(Content.Length, (int)message["document"]!["file_size"]!);
    }

    [Fact]
    public async Task Wrong_documents_are_told()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var chat = meeting.Person.Id;
        var photoForm = ApiClient.Multipart([new("chat_id", $"{chat}")], ("photo", "a.png", Pictures.Png));
        var photo = (await Api.SendAsync("sendPhoto", HttpMethod.Post, $"{meeting.Bot.Path}/sendPhoto", photoForm)).Result["photo"]![0]!;

        (await meeting.CallAsync("sendDocument", new JsonObject { ["chat_id"] = chat })).Fails(400, "Bad Request: there is no document in the request");
        (await meeting.CallAsync("sendDocument", new JsonObject { ["chat_id"] = chat, ["document"] = (string)photo["file_id"]! }))
            .Fails(400, "Bad Request: can't use file of type Photo as Document");
        (await UploadAsync(meeting, chat, ("caption", new string('x', 1025)))).Fails(400, "Bad Request: message caption is too long");
        (await UploadAsync(meeting, -5)).Fails(400, "Bad Request: chat not found");
    }

    private Task<Answer> UploadAsync(Meeting meeting, long chat, params (string Name, string Value)[] fields)
    {
        var values = fields.Select(field => KeyValuePair.Create(field.Name, field.Value)).Append(new("chat_id", $"{chat}"));
        return Api.SendAsync("sendDocument", HttpMethod.Post, $"{meeting.Bot.Path}/sendDocument", ApiClient.Multipart(values, ("document", "a note.txt", Content)));
    }
}
