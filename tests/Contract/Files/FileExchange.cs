using System.Globalization;
using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Harness;

namespace TelegramRest.Tests.Contract.Files;

/// <summary>A bot and a person who has written to it, and documents between them.</summary>
internal sealed class FileExchange(ServerFixture server, ApiAccount bot, Person person)
{
    public ApiAccount Bot => bot;

    public Person Person => person;

    public string ChatId => person.Id.ToString(CultureInfo.InvariantCulture);

    public static async Task<FileExchange> BeginAsync(ServerFixture server)
    {
        var bot = await server.Simulator.AddBotAsync();
        var person = await server.Simulator.AddPersonAsync();
        await server.Simulator.WriteAsync(person, bot.Id, "/start");
        return new FileExchange(server, bot, person);
    }

    /// <summary>Bytes that are different at every place, and the same in every run.</summary>
    public static byte[] Content(int length)
    {
        var content = new byte[length];
        new Random(length).NextBytes(content);
        return content;
    }

    public Task<Answer> TrySendAsync(string operation, string field, string name, byte[] content, params KeyValuePair<string, string>[] more) => server.Api.SendAsync(
        operation, HttpMethod.Post, $"{bot.Path}/{operation}", ApiClient.Multipart([new("chat_id", ChatId), .. more], (field, name, content)));

    /// <returns>The document's file_id.</returns>
    public async Task<string> SendAsync(byte[] content, string name = "data.bin") =>
        (string)(await TrySendAsync("sendDocument", "document", name, content)).Result["document"]!["file_id"]!;

    public Task<Answer> TryGetFileAsync(string fileId) => server.Api.CallAsync(bot, "getFile", new JsonObject { ["file_id"] = fileId });

    /// <returns>Where the file's bytes are.</returns>
    public async Task<string> PathOfAsync(string fileId) => $"/file{bot.Path}/{(string)(await TryGetFileAsync(fileId)).Result["file_path"]!}";

    public async Task<string> PathOfAsync(byte[] content, string name = "data.bin") => await PathOfAsync(await SendAsync(content, name));

    public async Task<HttpResponseMessage> FetchAsync(string path, Action<HttpRequestMessage>? change = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        change?.Invoke(request);
        return await server.Http.SendAsync(request);
    }

    /// <summary>From now on Telegram refuses this account's downloads.</summary>
    public Task BreakDownloadsAsync() => FaultAsync(new JsonObject { ["kind"] = "error", ["method"] = "upload.getFile", ["code"] = 400, ["message"] = "LOCATION_INVALID", ["times"] = 1000 });

    /// <summary>A fault for this account alone.</summary>
    public Task FaultAsync(JsonObject fault)
    {
        fault["user_id"] = bot.Id;
        return server.Simulator.PostAsync("faults", fault);
    }
}
