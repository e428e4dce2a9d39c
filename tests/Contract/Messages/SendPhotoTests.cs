using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Contract.Messages;

public sealed class SendPhotoTests(ServerFixture server) : ContractTest(server)
{
    [Theory]
    [InlineData("private")]
    [InlineData("group")]
    [InlineData("supergroup")]
    [InlineData("channel")]
    public async Task An_upload_arrives_with_its_caption(string kind)
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);

        var message = (await UploadAsync(meeting, await meeting.ChatAsync(kind), ("caption", "<i>blue</i>"), ("parse_mode", "HTML"), ("has_spoiler", "true"), ("show_caption_above_media", "true"))).Result;

        var size = message["photo"]!.AsArray()[^1]!;
        Assert.Equal("64×48", $"{size["width"]}×{size["height"]}");
        Assert.Equal(Pictures.Png.Length, (int)size["file_size"]!);
        Assert.Equal("blue", (string)message["caption"]!);
        Assert.Equal("""[{"type":"italic","offset":0,"length":4}]""", message["caption_entities"]!.ToJsonString());
        Assert.True((bool)message["has_media_spoiler"]!);
        Assert.True((bool)message["show_caption_above_media"]!);
    }

    [Fact]
    public async Task A_part_of_another_name_is_attached()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var form = ApiClient.Multipart([new("chat_id", $"{meeting.Person.Id}"), new("photo", "attach://here")], ("here", "a.png", Pictures.Png));

        var message = (await Api.SendAsync("sendPhoto", HttpMethod.Post, $"{meeting.Bot.Path}/sendPhoto", form)).Result;

        Assert.NotEmpty(message["photo"]!.AsArray());
    }

    [Theory]
    [InlineData(Style.Json)]
    [InlineData(Style.Query)]
    [InlineData(Style.UrlEncoded)]
    public async Task A_photo_is_sent_again_by_its_id(Style style)
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var first = (await UploadAsync(meeting, meeting.Person.Id)).Result["photo"]!.AsArray()[^1]!;

        var again = (await Api.CallAsync(meeting.Bot, "sendPhoto", style, new JsonObject { ["chat_id"] = meeting.Person.Id, ["photo"] = (string)first["file_id"]! })).Result["photo"]!.AsArray()[^1]!;

        Assert.Equal((string)first["file_unique_id"]!, (string)again["file_unique_id"]!);
    }

    [Fact]
    public async Task Telegram_fetches_a_photo_by_its_address()
    {
        await using var host = await WebhookHost.StartAsync(TimeProvider.System);
        host.Answer = async (_, context) =>
        {
            context.Response.ContentType = "image/png";
            await context.Response.Body.WriteAsync(Pictures.Png);
        };
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);

        var message = (await meeting.CallAsync("sendPhoto", new JsonObject { ["chat_id"] = meeting.Person.Id, ["photo"] = $"{host.Url}blue.png", ["caption"] = "fetched" })).Result;

        Assert.Equal(64, (int)message["photo"]!.AsArray()[^1]!["width"]!);
        Assert.Equal("/blue.png", (await host.NextAsync()).Path);
    }

    [Fact]
    public async Task An_address_without_a_picture_is_refused()
    {
        await using var host = await WebhookHost.StartAsync(TimeProvider.System);
        host.Answer = (_, context) =>
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        };
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);

        (await meeting.CallAsync("sendPhoto", new JsonObject { ["chat_id"] = meeting.Person.Id, ["photo"] = $"{host.Url}gone.png" }))
            .Fails(400, "Bad Request: failed to get HTTP URL content");
    }

    [Theory]
    [InlineData(null, "there is no photo in the request")]
    [InlineData("ftp://example.com/a.png", "invalid file HTTP URL specified: Unsupported URL protocol")]
    [InlineData("a*b", "wrong remote file identifier specified: Wrong character in the string")]
    public async Task A_wrong_photo_is_told(string? photo, string error)
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var parameters = new JsonObject { ["chat_id"] = meeting.Person.Id };
        if (photo is not null)
            parameters["photo"] = photo;

        (await meeting.CallAsync("sendPhoto", parameters)).Fails(400, "Bad Request: " + error);
    }

    [Fact]
    public async Task A_document_is_no_photo()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var form = ApiClient.Multipart([new("chat_id", $"{meeting.Person.Id}")], ("document", "a.txt", "text"u8.ToArray()));
        var document = (await Api.SendAsync("sendDocument", HttpMethod.Post, $"{meeting.Bot.Path}/sendDocument", form)).Result["document"]!;

        (await meeting.CallAsync("sendPhoto", new JsonObject { ["chat_id"] = meeting.Person.Id, ["photo"] = (string)document["file_id"]! }))
            .Fails(400, "Bad Request: can't use file of type Document as Photo");
    }

    [Fact]
    public async Task An_empty_file_and_a_long_caption_are_refused()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var form = ApiClient.Multipart([new("chat_id", $"{meeting.Person.Id}")], ("photo", "a.png", []));

        (await Api.SendAsync("sendPhoto", HttpMethod.Post, $"{meeting.Bot.Path}/sendPhoto", form)).Fails(400, "Bad Request: file must be non-empty");
        (await UploadAsync(meeting, meeting.Person.Id, ("caption", new string('x', 1025)))).Fails(400, "Bad Request: message caption is too long");
    }

    private Task<Answer> UploadAsync(Meeting meeting, long chat, params (string Name, string Value)[] fields)
    {
        var values = fields.Select(field => KeyValuePair.Create(field.Name, field.Value)).Append(new("chat_id", $"{chat}"));
        return Api.SendAsync("sendPhoto", HttpMethod.Post, $"{meeting.Bot.Path}/sendPhoto", ApiClient.Multipart(values, ("photo", "blue.png", Pictures.Png)));
    }
}
