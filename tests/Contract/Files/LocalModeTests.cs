using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Contract.Files;

/// <summary>Local mode: files of this machine by their paths, in both directions.</summary>
/// <remarks>https://core.telegram.org/bots/api#using-a-local-bot-api-server</remarks>
public sealed class LocalModeTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("telegram-rest-local-").FullName;
    private OwnServer? own;
    private FileExchange? exchange;

    private string Allowed => Path.Combine(folder, "allowed");

    private FileExchange Exchange => exchange!;

    public async Task InitializeAsync()
    {
        Directory.CreateDirectory(Allowed);
        own = await OwnServer.StartAsync(options => (options.RelativePaths, options.LocalRoots) = (false, [Allowed]));
        exchange = await FileExchange.BeginAsync(own.Fixture);
    }

    public async Task DisposeAsync()
    {
        Assert.Empty(own!.Fixture.Logs.TakeErrors());
        await own.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task GetFile_gives_a_path_where_the_file_lies()
    {
        var content = FileExchange.Content(1_200_000);
        var fileId = await Exchange.SendAsync(content);

        var path = (string)(await Exchange.TryGetFileAsync(fileId)).Result["file_path"]!;

        Assert.True(Path.IsPathFullyQualified(path));
        Assert.Equal(content, await File.ReadAllBytesAsync(path));
    }

    [Fact]
    public async Task A_file_that_left_the_disk_is_fetched_again()
    {
        var fileId = await Exchange.SendAsync(FileExchange.Content(1000));
        var path = (string)(await Exchange.TryGetFileAsync(fileId)).Result["file_path"]!;
        File.Delete(path);

        var again = (string)(await Exchange.TryGetFileAsync(fileId)).Result["file_path"]!;

        Assert.Equal(path, again);
        Assert.Equal(1000, new FileInfo(again).Length);
    }

    [Theory]
    [InlineData("file://{0}")]
    [InlineData("file://localhost{0}")]
    [InlineData("{0}")]
    public async Task A_file_of_this_machine_is_sent_by_its_path(string form)
    {
        var path = Path.Combine(Allowed, "local.txt");
        await File.WriteAllTextAsync(path, "from the disk");

        var document = (await SendAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, form, path))).Result["document"]!;

        Assert.Equal("local.txt", (string)document["file_name"]!);
        Assert.Equal(13, (int)document["file_size"]!);
    }

    [Fact]
    public async Task A_large_file_of_this_machine_is_sent_in_parts()
    {
        var path = Path.Combine(Allowed, "large.bin");
        await File.WriteAllBytesAsync(path, FileExchange.Content(12_000_000));

        Assert.Equal(12_000_000, (int)(await SendAsync($"file://{path}")).Result["document"]!["file_size"]!);
    }

    [Fact]
    public async Task What_lies_outside_of_the_roots_does_not_exist()
    {
        var secret = Path.Combine(folder, "secret.txt");
        await File.WriteAllTextAsync(secret, "secret");
        var beside = Directory.CreateDirectory(Allowed + "-not").FullName;
        await File.WriteAllTextAsync(Path.Combine(beside, "near.txt"), "near");

        foreach (var path in new[] { secret, Path.Combine(Allowed, "..", "secret.txt"), Path.Combine(beside, "near.txt"), "/etc/hostname" })
            (await SendAsync($"file://{path}")).Fails(400, "Bad Request: can't find real file path");
    }

    [Fact]
    public async Task A_link_does_not_lead_out_of_the_roots()
    {
        var secret = Path.Combine(folder, "secret.txt");
        await File.WriteAllTextAsync(secret, "secret");
        File.CreateSymbolicLink(Path.Combine(Allowed, "link.txt"), secret);
        Directory.CreateSymbolicLink(Path.Combine(Allowed, "folder"), folder);
        File.CreateSymbolicLink(Path.Combine(Allowed, "loop"), Path.Combine(Allowed, "loop"));

        (await SendAsync($"file://{Allowed}/link.txt")).Fails(400, "Bad Request: can't find real file path");
        (await SendAsync($"file://{Allowed}/folder/secret.txt")).Fails(400, "Bad Request: can't find real file path");
        (await SendAsync($"file://{Allowed}/loop")).Fails(400, "Bad Request: can't find real file path");
    }

    [Fact]
    public async Task A_link_inside_of_the_roots_is_followed()
    {
        await File.WriteAllTextAsync(Path.Combine(Allowed, "real.txt"), "real");
        File.CreateSymbolicLink(Path.Combine(Allowed, "link.txt"), "real.txt");

        Assert.Equal("real.txt", (string)(await SendAsync($"file://{Allowed}/link.txt")).Result["document"]!["file_name"]!);
    }

    [Fact]
    public async Task What_is_no_file_is_refused()
    {
        (await SendAsync($"file://{Allowed}")).Fails(400, "Bad Request: can't find real file path");
        Directory.CreateDirectory(Path.Combine(Allowed, "inner"));
        (await SendAsync($"file://{Allowed}/inner")).Fails(400, "Bad Request: file must be a regular file");
        (await SendAsync($"file://{Allowed}/nothing")).Fails(400, "Bad Request: can't find real file path");
        await File.WriteAllBytesAsync(Path.Combine(Allowed, "empty.bin"), []);
        (await SendAsync($"file://{Allowed}/empty.bin")).Fails(400, "Bad Request: file must be non-empty");
    }

    private Task<Answer> SendAsync(string document) =>
        own!.Fixture.Api.CallAsync(Exchange.Bot, "sendDocument", new JsonObject { ["chat_id"] = Exchange.Person.Id, ["document"] = document });
}
