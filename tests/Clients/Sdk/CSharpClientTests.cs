using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using TelegramRest.Client;

namespace TelegramRest.Tests.Clients.Sdk;

/// <summary>The C# library, out of its package, against a server.</summary>
public sealed class CSharpClientTests(SdkFixture fixture) : IClassFixture<SdkFixture>
{
    [Fact]
    public async Task A_message_is_sent_and_comes_back_typed()
    {
        var meeting = await fixture.MeetAsync();
        var bot = Bot(meeting);

        var message = await bot.SendMessageAsync(new()
        {
            ChatId = meeting.Person,
            Text = "<b>bold</b> words",
            ParseMode = ParseMode.HTML,
            ReplyMarkup = new InlineKeyboardMarkup { InlineKeyboard = [[new() { Text = "press", CallbackData = "payload" }]] },
        });

        Assert.Equal("bold words", message.Text);
        Assert.Equal(ChatType.Private, message.Chat.Type);
        var entity = Assert.Single(message.Entities!);
        Assert.Equal((MessageEntityType.Bold, 0, 4), (entity.Type, entity.Offset, entity.Length));
        Assert.Equal("payload", message.ReplyMarkup!.InlineKeyboard[0][0].CallbackData);
    }

    [Fact]
    public async Task Files_go_up_from_bytes_streams_and_paths_and_come_down_again()
    {
        var meeting = await fixture.MeetAsync();
        var bot = Bot(meeting);
        var bytes = Encoding.UTF8.GetBytes(new string('x', 3000));
        var path = Path.GetTempFileName();
        await File.WriteAllBytesAsync(path, bytes);
        using var stream = new MemoryStream(bytes);

        foreach (var (file, name) in new[]
        {
            (InputFile.FromBytes(bytes, "bytes.bin"), "bytes.bin"),
            (InputFile.FromStream(stream, "Ünïcode имя.bin"), "Ünïcode имя.bin"),
            (InputFile.FromPath(path, "path.bin"), "path.bin"),
        })
        {
            var message = await bot.SendDocumentAsync(new() { ChatId = meeting.Person, Document = file, Caption = "a file" });

            Assert.Equal((name, 3000L), (message.Document!.FileName, message.Document.FileSize));
            Assert.Equal("a file", message.Caption);
            Assert.Equal(bytes, await DownloadAsync(bot, message.Document.FileId));
        }

        Assert.True(stream.CanRead);
        File.Delete(path);
    }

    [Fact]
    public async Task Files_inside_of_an_album_go_up_with_it()
    {
        var meeting = await fixture.MeetAsync();

        var messages = await Bot(meeting).SendMediaGroupAsync(new()
        {
            ChatId = meeting.Person,
            Media =
            [
                new InputMediaDocument { Media = InputFile.FromBytes("one"u8.ToArray(), "1.bin") },
                new InputMediaDocument { Media = InputFile.FromBytes("two!"u8.ToArray(), "2.bin"), Caption = "both" },
            ],
        });

        Assert.Equal([("1.bin", 3L), ("2.bin", 4L)], messages.Select(message => (message.Document!.FileName!, message.Document.FileSize!.Value)));
        Assert.Equal("both", messages[1].Caption);
    }

    [Fact]
    public async Task An_error_of_the_server_is_typed_and_silent_about_the_token()
    {
        var meeting = await fixture.MeetAsync();

        var error = await Assert.ThrowsAsync<TelegramException>(() => Bot(meeting).SendMessageAsync(new() { ChatId = "@nobody_is_called_so", Text = "hello" }));

        Assert.Equal(400, error.ErrorCode);
        Assert.Equal("Bad Request: chat not found", error.Description);
        Assert.Null(error.RetryAfter);
        Assert.DoesNotContain(meeting.Token, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_flood_says_how_long_to_wait()
    {
        var meeting = await fixture.MeetAsync();
        await fixture.PostAsync("faults", new { kind = "flood_wait", method = "messages.sendMessage", seconds = 300, user_id = meeting.Bot });

        var error = await Assert.ThrowsAsync<TelegramException>(() => Bot(meeting).SendMessageAsync(new() { ChatId = meeting.Person, Text = "hello" }));

        Assert.Equal((429, TimeSpan.FromSeconds(300)), (error.ErrorCode, error.RetryAfter));
    }

    [Fact]
    public async Task A_wrong_token_is_unauthorized_and_a_broken_one_is_refused_at_once()
    {
        const string Stranger = "7000000999:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

        var unknown = await Assert.ThrowsAsync<TelegramException>(() => new TelegramClient(Stranger, Options()).GetMeAsync());
        var broken = Assert.Throws<ArgumentException>(() => new TelegramClient("12/../34:secret", Options()));

        Assert.Equal("401: Unauthorized", unknown.Message);
        Assert.DoesNotContain("secret", broken.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_server_the_exception_has_no_token()
    {
        var nowhere = new TelegramClient("1:secret", new() { Server = new("http://127.0.0.1:9") });

        var error = await Assert.ThrowsAsync<HttpRequestException>(() => nowhere.GetMeAsync());

        Assert.DoesNotContain("secret", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Updates_are_read_one_by_one_as_what_they_are()
    {
        var meeting = await fixture.MeetAsync();
        var bot = Bot(meeting);
        var sent = await bot.SendMessageAsync(new()
        {
            ChatId = meeting.Person,
            Text = "press",
            ReplyMarkup = new InlineKeyboardMarkup { InlineKeyboard = [[new() { Text = "here", CallbackData = "payload" }]] },
        });
        var pressed = fixture.PostAsync("callbacks", new { from = meeting.Person, chat = meeting.Bot, message_id = sent.MessageId, data = "payload" });
        var seen = new List<string>();

        await foreach (var update in bot.ReadUpdatesAsync())
        {
            seen.Add(update switch
            {
                MessageUpdate { Message.Text: { } text } => text,
                CallbackQueryUpdate { CallbackQuery: { Data: { } data, Message: Message { MessageId: var id } } } => $"{data} {id}",
                _ => update.GetType().Name,
            });
            if (update is CallbackQueryUpdate { CallbackQuery.Id: var query })
            {
                await bot.AnswerCallbackQueryAsync(new() { CallbackQueryId = query, Text = "thanks" });
                break;
            }
        }

        Assert.Equal(["/start", $"payload {sent.MessageId}"], seen);
        Assert.Equal("thanks", (string)(await pressed)["text"]!);
    }

    [Fact]
    public async Task A_person_logs_in_and_writes()
    {
        var phone = await fixture.MakePersonAsync("correct horse");
        var login = new TelegramLoginClient(Options());

        var begun = await login.UserLoginAsync(new() { PhoneNumber = phone });
        Assert.Equal(AuthorizationStep.WaitCode, begun.AuthorizationStateValue);
        var coded = await login.AuthCodeAsync(begun.Token!, new() { Code = await fixture.CodeAsync(phone) });
        Assert.Equal(AuthorizationStep.WaitPassword, coded.AuthorizationStateValue);
        var ready = await login.AuthPasswordAsync(begun.Token!, new() { Password = "correct horse" });
        Assert.Equal(AuthorizationStep.Ready, ready.AuthorizationStateValue);

        var person = new TelegramClient(begun.Token!, new() { Server = fixture.Server, Account = AccountKind.User });
        var me = await person.GetMeAsync();
        var note = await person.SendMessageAsync(new() { ChatId = me.Id, Text = "to myself" });
        Assert.Equal(("Grace", "to myself"), (me.FirstName, note.Text));
    }

    [Fact]
    public async Task A_keyed_send_that_is_repeated_sends_nothing_again()
    {
        var meeting = await fixture.MeetAsync();
        var bot = Bot(meeting);
        var request = new SendMessageRequest { ChatId = meeting.Person, Text = "once" };

        var first = await bot.SendMessageAsync(request, idempotencyKey: "a-key");
        var again = await bot.SendMessageAsync(request, idempotencyKey: "a-key");

        Assert.Equal(first.MessageId, again.MessageId);
    }

    [Fact]
    public async Task Waiting_for_updates_ends_when_it_is_cancelled()
    {
        var meeting = await fixture.MeetAsync();
        using var patience = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var update in Bot(meeting).ReadUpdatesAsync(cancellationToken: patience.Token))
                await patience.CancelAsync();
        });
    }

    [Fact]
    public async Task The_example_of_the_readme_runs()
    {
        var meeting = await fixture.MeetAsync();
        using var end = new CancellationTokenSource();

        var running = EchoExample.RunAsync(meeting.Token, fixture.Server, end.Token);
        await fixture.SayAsync(meeting, "good evening");
        await fixture.FindAsync(meeting, "You said: good evening");
        await end.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        var source = SdkSources.Unindented(SdkSources.Read("../tests/Clients/Sdk/EchoExample.cs"));
        Assert.Contains(SdkSources.Unindented(SdkSources.Example("csharp")), source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_callers_HttpClient_is_used()
    {
        var seen = new RecordingHandler();
        using var http = new HttpClient(seen);
        var bot = new TelegramClient("1:secret", new() { Server = new("https://example.org/telegram/"), HttpClient = http, TestEnvironment = true });

        var error = await Assert.ThrowsAsync<TelegramException>(() => bot.SendMessageAsync(new() { ChatId = 5, Text = "hello" }, idempotencyKey: "once"));

        Assert.Equal("https://example.org/telegram/bot1:secret/test/sendMessage", seen.Address);
        Assert.Equal("once", seen.IdempotencyKey);
        Assert.Equal("""{"chat_id":5,"text":"hello"}""", seen.Body);
        Assert.Equal((400, -1005L), (error.ErrorCode, error.MigrateToChatId));
    }

    private TelegramClientOptions Options() => new() { Server = fixture.Server };

    private TelegramClient Bot(Meeting meeting) => new(meeting.Token, Options());

    private static async Task<byte[]> DownloadAsync(TelegramClient bot, string fileId)
    {
        var file = await bot.GetFileAsync(new() { FileId = fileId });
        await using var content = await bot.OpenFileAsync(file.FilePath!);
        using var held = new MemoryStream();
        await content.CopyToAsync(held);
        return held.ToArray();
    }

    /// <summary>Answers that the group has become a supergroup, and keeps the request.</summary>
    private sealed class RecordingHandler : HttpMessageHandler
    {
        public string? Address { get; private set; }

        public string? IdempotencyKey { get; private set; }

        public string? Body { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Address = request.RequestUri!.AbsoluteUri;
            IdempotencyKey = request.Headers.GetValues("Idempotency-Key").Single();
            Body = await request.Content!.ReadAsStringAsync(cancellationToken);
            var answer = new JsonObject
            {
                ["ok"] = false,
                ["error_code"] = 400,
                ["description"] = "Bad Request: group chat was upgraded to a supergroup chat",
                ["parameters"] = new JsonObject { ["migrate_to_chat_id"] = -1005 },
            };
            return new HttpResponseMessage(HttpStatusCode.BadRequest) { Content = new StringContent(answer.ToJsonString(), Encoding.UTF8, "application/json") };
        }
    }
}
