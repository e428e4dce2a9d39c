using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace TelegramRest.Tests.Contract.Harness;

/// <summary>The other side of every conversation, through the simulator's own controls.</summary>
public sealed class SimulatorClient(HttpClient http)
{
    private static int _number;

    public async Task<ApiAccount> AddBotAsync()
    {
        var bot = await PostAsync("bots", new JsonObject { ["name"] = "Test Bot", ["username"] = $"test_{Next()}_bot" });
        return new ApiAccount($"/bot{(string)bot["token"]!}", (long)bot["id"]!, (string?)bot["username"]);
    }

    /// <summary>A person whom no bot has met.</summary>
    public async Task<Person> AddPersonAsync(string? password = null)
    {
        var number = Next();
        var phone = $"+999662{number:D4}";
        var person = new JsonObject { ["phone_number"] = phone, ["first_name"] = $"Person {number}", ["username"] = $"person_{number}" };
        if (password is not null)
            person["password"] = password;
        return new Person((long)(await PostAsync("users", person))["id"]!, phone, $"person_{number}");
    }

    public async Task<string> CodeAsync(Person person) => (string)(await http.GetFromJsonAsync<JsonObject>(new Uri($"/simulator/users/{person.Phone}/code", UriKind.Relative)))!["code"]!;

    /// <returns>The chat's Bot API id.</returns>
    public async Task<long> AddChatAsync(string type, Person creator, params long[] members) =>
        (long)(await PostAsync("chats", new JsonObject
        {
            ["type"] = type,
            ["title"] = $"A {type}",
            ["creator"] = creator.Id,
            ["members"] = new JsonArray([.. members.Select(member => (JsonNode)member)]),
        }))["id"]!;

    /// <summary>The person writes; in a private chat, <paramref name="chat"/> is the bot's id.</summary>
    public Task<JsonObject> WriteAsync(Person person, long chat, string text) =>
        PostAsync("messages", new JsonObject { ["from"] = person.Id, ["chat"] = chat, ["text"] = text });

    /// <summary>What stands in a chat, oldest first, as <paramref name="viewer"/> sees it.</summary>
    public async Task<JsonArray> MessagesAsync(Person viewer, long chat) =>
        (await http.GetFromJsonAsync<JsonArray>(new Uri($"/simulator/messages?chat={chat}&viewer={viewer.Id}", UriKind.Relative)))!;

    /// <summary>Waits until the chat's last message has this text.</summary>
    public async Task UntilAsync(Person viewer, long chat, string text)
    {
        while ((string?)(await MessagesAsync(viewer, chat)).LastOrDefault()?["text"] != text)
            await Task.Yield();
    }

    /// <summary>A list that the simulator shows.</summary>
    public async Task<JsonArray> GetAsync(string path) => (await http.GetFromJsonAsync<JsonArray>(new Uri($"/simulator/{path}", UriKind.Relative)))!;

    public async Task<JsonObject> PostAsync(string path, JsonObject body)
    {
        using var response = await http.PostAsJsonAsync(new Uri($"/simulator/{path}", UriKind.Relative), body);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"/simulator/{path}: {(int)response.StatusCode} {text}");
        return JsonNode.Parse(text)!.AsObject();
    }

    private static int Next() => Interlocked.Increment(ref _number);
}
