using System.Net.Http.Json;
using System.Text.Json;

namespace TelegramRest.Tests.Unit.Simulator.Control;

/// <summary>What people do through the control surface, looked at through it.</summary>
public sealed class ControlActsTests(ControlFixture fixture) : IClassFixture<ControlFixture>
{
    private static int _number = 2000;

    private readonly HttpClient _client = fixture.Client;

    [Theory]
    [InlineData("photo", "MessageMediaPhoto")]
    [InlineData("video", "MessageMediaDocument")]
    [InlineData("animation", "MessageMediaDocument")]
    [InlineData("audio", "MessageMediaDocument")]
    [InlineData("voice", "MessageMediaDocument")]
    [InlineData("video_note", "MessageMediaDocument")]
    [InlineData("document", "MessageMediaDocument")]
    [InlineData("sticker", "MessageMediaDocument")]
    [InlineData("location", "MessageMediaGeo")]
    [InlineData("live_location", "MessageMediaGeoLive")]
    [InlineData("venue", "MessageMediaVenue")]
    [InlineData("contact", "MessageMediaContact")]
    [InlineData("dice", "MessageMediaDice")]
    [InlineData("poll", "MessageMediaPoll")]
    [InlineData("checklist", "MessageMediaToDo")]
    public async Task Media_of_each_kind_is_sent(string type, string media)
    {
        var (ann, chat) = await ArrangeAsync("supergroup");

        await PostAsync("messages", $$$"""{"from":{{{ann}}},"chat":{{{chat}}},"media":{"type":"{{{type}}}"}}""");

        Assert.Equal(media, (await LastAsync(chat, ann)).GetProperty("media").GetString());
    }

    [Fact]
    public async Task Sticker_of_a_set_and_unknown_kinds_are_told_apart()
    {
        var (ann, chat) = await ArrangeAsync("supergroup");

        await PostAsync("messages", $$$"""{"from":{{{ann}}},"chat":{{{chat}}},"media":{"type":"sticker","set":"SimulatorAnimals","emoji":"🦊"}}""");

        Assert.Equal("""{"error":"There is no media of the type smell."}""", await FailAsync("messages", $$$"""{"from":{{{ann}}},"chat":{{{chat}}},"media":{"type":"smell"}}"""));
        Assert.Equal("""{"error":"STICKERSET_INVALID"}""", await FailAsync("messages", $$$"""{"from":{{{ann}}},"chat":{{{chat}}},"media":{"type":"sticker","set":"nothing"}}"""));
        Assert.Equal("""{"error":"MESSAGE_EMPTY"}""", await FailAsync("messages", $$"""{"from":{{ann}},"chat":{{chat}}}"""));
    }

    [Theory]
    [InlineData("group")]
    [InlineData("supergroup")]
    public async Task Messages_are_edited_pinned_forwarded_and_deleted(string kind)
    {
        var (ann, chat) = await ArrangeAsync(kind);
        var sent = await PostAsync("messages", $$"""{"from":{{ann}},"chat":{{chat}},"text":"one"}""");
        var id = sent.GetProperty("message_id").GetInt32();

        await PostAsync("edits", $$"""{"from":{{ann}},"chat":{{chat}},"message_id":{{id}},"text":"two"}""");
        Assert.Equal("two", (await LastAsync(chat, ann)).GetProperty("text").GetString());
        await PostAsync("reactions", $$"""{"from":{{ann}},"chat":{{chat}},"message_id":{{id}},"reactions":["👍"]}""");
        await PostAsync("pins", $$"""{"from":{{ann}},"chat":{{chat}},"message_id":{{id}}}""");
        Assert.Equal("MessageActionPinMessage", (await LastAsync(chat, ann)).GetProperty("action").GetString());
        await PostAsync("forwards", $$"""{"from":{{ann}},"from_chat":{{chat}},"chat":{{chat}},"message_ids":[{{id}}]}""");
        Assert.Equal("two", (await LastAsync(chat, ann)).GetProperty("text").GetString());
        await PostAsync("deletions", $$"""{"from":{{ann}},"chat":{{chat}},"message_ids":[{{id}}]}""");

        Assert.Contains("There is no message", await FailAsync("edits", $$"""{"from":{{ann}},"chat":{{chat}},"message_id":{{id}},"text":"three"}"""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Polls_and_checklists_are_answered()
    {
        var (ann, chat) = await ArrangeAsync("supergroup");
        var poll = (await PostAsync("messages", $$$"""{"from":{{{ann}}},"chat":{{{chat}}},"media":{"type":"poll","options":["a","b","c"]}}""")).GetProperty("message_id").GetInt32();
        var list = (await PostAsync("messages", $$$"""{"from":{{{ann}}},"chat":{{{chat}}},"media":{"type":"checklist","tasks":["a","b"]}}""")).GetProperty("message_id").GetInt32();

        await PostAsync("votes", $$"""{"from":{{ann}},"chat":{{chat}},"message_id":{{poll}},"options":[2]}""");
        await PostAsync("ticks", $$"""{"from":{{ann}},"chat":{{chat}},"message_id":{{list}},"done":[1]}""");

        Assert.Contains("3 options", await FailAsync("votes", $$"""{"from":{{ann}},"chat":{{chat}},"message_id":{{poll}},"options":[3]}"""), StringComparison.Ordinal);
        Assert.Contains("no poll", await FailAsync("votes", $$"""{"from":{{ann}},"chat":{{chat}},"message_id":{{list}},"options":[0]}"""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Group_is_upgraded_and_gets_topics()
    {
        var (ann, group) = await ArrangeAsync("group");

        var chat = (await PostAsync($"chats/{group}/upgrade", "{}")).GetProperty("id").GetInt64();
        await PostAsync($"chats/{chat}/settings", """{"forum":true,"title":"Topics"}""");
        var topic = (await PostAsync($"chats/{chat}/topics", $$"""{"from":{{ann}},"title":"News"}""")).GetProperty("id").GetInt64();
        await PostAsync("messages", $$"""{"from":{{ann}},"chat":{{chat}},"text":"in a topic","message_thread_id":{{topic}}}""");

        Assert.True(chat < -1_000_000_000_000);
        Assert.Equal("in a topic", (await LastAsync(chat, ann)).GetProperty("text").GetString());
        Assert.Contains("Only a basic group", await FailAsync($"chats/{chat}/upgrade", "{}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Members_are_restricted()
    {
        var (_, chat) = await ArrangeAsync("supergroup");
        var ben = await PersonAsync();
        await PostAsync($"chats/{chat}/members", $$"""{"user":{{ben}},"status":"member"}""");

        await PostAsync($"chats/{chat}/members", $$"""{"user":{{ben}},"status":"restricted","forbidden":["send_photos"]}""");
        Assert.Equal("""{"error":"CHAT_SEND_PHOTOS_FORBIDDEN"}""", await FailAsync("messages", $$$"""{"from":{{{ben}}},"chat":{{{chat}}},"media":{"type":"photo"}}"""));
        await PostAsync("messages", $$"""{"from":{{ben}},"chat":{{chat}},"text":"text goes"}""");
        await PostAsync($"chats/{chat}/settings", """{"forbidden":["send_plain"],"slow_mode_seconds":30,"protected_content":true}""");
        Assert.Equal("""{"error":"CHAT_SEND_PLAIN_FORBIDDEN"}""", await FailAsync("messages", $$"""{"from":{{ben}},"chat":{{chat}},"text":"text"}"""));
        Assert.Contains("There is no right", await FailAsync($"chats/{chat}/settings", """{"forbidden":["breathe"]}"""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Accounts_are_changed()
    {
        var ann = await PersonAsync();
        var bot = (await PostAsync("bots", """{"name":"Shop","business":true,"inline_placeholder":"x","inline_feedback":true,"inline_geo":true,"guest_chats":true}""")).GetProperty("id").GetInt64();

        var connection = (await PostAsync("business_connections", $$"""{"from":{{ann}},"bot":{{bot}},"rights":["reply"]}""")).GetProperty("connection_id").GetString();
        var ended = (await PostAsync("business_connections", $$"""{"from":{{ann}},"bot":{{bot}},"enabled":false}""")).GetProperty("connection_id").GetString();
        await PostAsync("profile_photos", $$"""{"from":{{ann}}}""");
        await PostAsync("profile_audios", $$"""{"from":{{ann}},"title":"Song","performer":"Singer"}""");
        await PostAsync("blocks", $$"""{"from":{{ann}},"user":{{bot}}}""");
        Assert.Equal("""{"error":"YOU_BLOCKED_USER"}""", await FailAsync("messages", $$"""{"from":{{ann}},"chat":{{bot}},"text":"hi"}"""));
        await PostAsync("blocks", $$"""{"from":{{ann}},"user":{{bot}},"blocked":false}""");

        Assert.Equal(connection, ended);
        Assert.Equal("""{"error":"BOT_NOT_CONNECTED_YET"}""", await FailAsync("business_connections", $$"""{"from":{{ann}},"bot":{{bot}},"enabled":false}"""));
    }

    [Fact]
    public async Task Channel_is_written_to_and_takes_a_post()
    {
        var (ann, channel) = await ArrangeAsync("channel");
        var ben = await PersonAsync();
        await PostAsync($"chats/{channel}/members", $$"""{"user":{{ben}},"status":"member"}""");
        Assert.Contains("no channel that takes", await FailAsync("direct_messages", $$"""{"from":{{ben}},"channel":{{channel}},"text":"hello"}"""), StringComparison.Ordinal);
        await PostAsync($"chats/{channel}/settings", """{"direct_messages":true}""");

        var post = await PostAsync("direct_messages", $$"""{"from":{{ben}},"channel":{{channel}},"text":"a post","suggest":true}""");
        await PostAsync("direct_messages", $$"""{"from":{{ann}},"channel":{{channel}},"text":"thanks","to":{{ben}}}""");
        await PostAsync("suggested_posts", $$"""{"from":{{ann}},"chat":{{post.GetProperty("chat").GetInt64()}},"message_id":{{post.GetProperty("message_id").GetInt32()}},"approve":true}""");

        Assert.True(post.GetProperty("chat").GetInt64() < -2_002_147_483_648);
        Assert.Equal("a post", (await LastAsync(channel, ann)).GetProperty("text").GetString());
    }

    private async Task<(long Person, long Chat)> ArrangeAsync(string kind)
    {
        var ann = await PersonAsync();
        return (ann, (await PostAsync("chats", $$"""{"type":"{{kind}}","title":"Chat","creator":{{ann}}}""")).GetProperty("id").GetInt64());
    }

    private async Task<long> PersonAsync() =>
        (await PostAsync("users", $$"""{"phone_number":"999662{{Interlocked.Increment(ref _number)}}","first_name":"Somebody"}""")).GetProperty("id").GetInt64();

    private async Task<JsonElement> LastAsync(long chat, long viewer) =>
        (await _client.GetFromJsonAsync<JsonElement>(new Uri($"simulator/messages?chat={chat}&viewer={viewer}", UriKind.Relative))).EnumerateArray().Last();

    private async Task<JsonElement> PostAsync(string path, string body)
    {
        var (ok, text) = await SendAsync(path, body);
        Assert.True(ok, text);
        return JsonSerializer.Deserialize<JsonElement>(text);
    }

    private async Task<string> FailAsync(string path, string body)
    {
        var (ok, text) = await SendAsync(path, body);
        Assert.False(ok);
        return text;
    }

    private async Task<(bool Ok, string Text)> SendAsync(string path, string body)
    {
        using var content = new StringContent(body);
        using var response = await _client.PostAsync(new Uri($"simulator/{path}", UriKind.Relative), content);
        return (response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }
}
