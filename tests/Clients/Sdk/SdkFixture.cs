using System.Net.Http.Json;
using System.Text.Json.Nodes;
using TelegramRest.Tests.Clients.Drivers;

namespace TelegramRest.Tests.Clients.Sdk;

/// <summary>One server and one simulator for all tests of a library; each test makes bots and people of its own.</summary>
public sealed class SdkFixture : IAsyncLifetime, IDisposable
{
    private readonly SimulatorFixture _simulator = new();
    private ServerProcess? _server;
    private int _last;

    public Uri Server => new(_server!.Root);

    public async Task InitializeAsync()
    {
        await _simulator.InitializeAsync();
        _server = await ServerProcess.StartAsync(_simulator.Host);
    }

    public async Task DisposeAsync()
    {
        await _server!.DisposeAsync();
        await _simulator.DisposeAsync();
    }

    public void Dispose() => _simulator.Dispose();

    /// <summary>A bot that a person has started, whose updates nobody has read.</summary>
    internal async Task<Meeting> MeetAsync()
    {
        var number = Interlocked.Increment(ref _last);
        var bot = await PostAsync("bots", new { name = "Echo", username = $"sdk_{number}_bot" });
        var person = await PostAsync("users", new { phone_number = $"+4200000080{number:D2}", first_name = "Ada" });
        var meeting = new Meeting((string)bot["token"]!, (long)bot["id"]!, (long)person["id"]!);
        await _server!.CallAsync(meeting.Token, "getMe");
        await SayAsync(meeting, "/start");
        return meeting;
    }

    internal Task<JsonNode> SayAsync(Meeting meeting, string text) => PostAsync("messages", new { from = meeting.Person, chat = meeting.Bot, text });

    /// <summary>Makes a person whose number is free, and answers the number.</summary>
    internal async Task<string> MakePersonAsync(string? password = null)
    {
        var phone = $"+4200000080{Interlocked.Increment(ref _last):D2}";
        await PostAsync("users", new { phone_number = phone, first_name = "Grace", password });
        return phone;
    }

    /// <summary>The number that a message to the person has there, once it has come.</summary>
    internal async Task<int> FindAsync(Meeting meeting, string text)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            var messages = await _simulator.Control.GetFromJsonAsync<JsonNode>($"messages?chat={meeting.Bot}&viewer={meeting.Person}", patience.Token);
            if (messages!.AsArray().LastOrDefault(message => (string?)message!["text"] == text) is { } found)
                return (int)found["message_id"]!;
            await Task.Delay(20, patience.Token);
        }
    }

    internal Task<JsonNode> PostAsync(string path, object body) => _simulator.PostAsync(path, body);

    internal Task<string> CodeAsync(string phone) => _simulator.CodeAsync(phone);
}
