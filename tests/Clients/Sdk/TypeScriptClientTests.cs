using System.Diagnostics;
using System.Text.Json.Nodes;
using TelegramRest.Tests.Clients.Drivers;

namespace TelegramRest.Tests.Clients.Sdk;

/// <summary>The TypeScript library, installed from its package and compiled strictly, against a server.</summary>
public sealed class TypeScriptClientTests(SdkFixture fixture, NpmPackage package) : IClassFixture<SdkFixture>, IClassFixture<NpmPackage>
{
    [NodeFact]
    public async Task A_message_is_sent_and_comes_back_typed()
    {
        var meeting = await fixture.MeetAsync();
        await using var node = NodeClient.Start(package.Driver);

        var message = await node.CallAsync("send", Bot(meeting));

        Assert.Equal("""{"text":"bold words","kind":"private","entity":"bold","data":"payload"}""", message!.ToJsonString());
    }

    [NodeFact]
    public async Task Files_go_up_from_bytes_streams_and_paths_and_come_down_again()
    {
        var meeting = await fixture.MeetAsync();
        await using var node = NodeClient.Start(package.Driver);
        var path = Path.GetTempFileName();
        await File.WriteAllBytesAsync(path, [1, 2, 3]);

        var files = (await node.CallAsync("upload", new { server = fixture.Server, token = meeting.Token, chat = meeting.Person, path }))!.AsArray();

        Assert.Equal(["bytes.bin", "Ünïcode имя.bin", "pieces.bin", "path.bin", "web.bin"], files.Select(file => (string)file!["name"]!));
        Assert.All(files, file => Assert.Equal("[1,2,3]", file!["bytes"]!.ToJsonString()));
        File.Delete(path);
    }

    [NodeFact]
    public async Task Files_inside_of_an_album_go_up_with_it()
    {
        var meeting = await fixture.MeetAsync();
        await using var node = NodeClient.Start(package.Driver);

        Assert.Equal("""["1.bin 1 ","2.bin 2 both"]""", (await node.CallAsync("album", Bot(meeting)))!.ToJsonString());
    }

    [NodeFact]
    public async Task Errors_are_typed_and_silent_about_the_token()
    {
        var meeting = await fixture.MeetAsync();
        await using var node = NodeClient.Start(package.Driver);
        await fixture.PostAsync("faults", new { kind = "flood_wait", method = "messages.sendMessage", seconds = 300, user_id = meeting.Bot });

        var errors = (await node.CallAsync("failures", Bot(meeting)))!.AsObject();

        Assert.Equal((400, "Bad Request: chat not found"), ((int)errors["chat"]!["code"]!, (string)errors["chat"]!["description"]!));
        Assert.Equal((429, 300), ((int)errors["flood"]!["code"]!, (int)errors["flood"]!["retry_after"]!));
        Assert.Equal((401, "Unauthorized"), ((int)errors["token"]!["code"]!, (string)errors["token"]!["description"]!));
        Assert.StartsWith("AbortError", (string)errors["aborted"]!["text"]!, StringComparison.Ordinal);
        Assert.StartsWith("TypeError", (string)errors["nowhere"]!["text"]!, StringComparison.Ordinal);
        Assert.All(errors, error => Assert.DoesNotContain("secret", error.Value!.ToJsonString(), StringComparison.Ordinal));
        Assert.All(errors, error => Assert.DoesNotContain(meeting.Token, error.Value!.ToJsonString(), StringComparison.Ordinal));
    }

    [NodeFact]
    public async Task Updates_are_read_one_by_one_as_what_they_are()
    {
        var meeting = await fixture.MeetAsync();
        await using var node = NodeClient.Start(package.Driver);
        await node.CallAsync("send", Bot(meeting));
        var reading = node.CallAsync("updates", Bot(meeting));

        var answer = await fixture.PostAsync("callbacks", new { from = meeting.Person, chat = meeting.Bot, message_id = await fixture.FindAsync(meeting, "bold words"), data = "payload" });

        Assert.Equal("""["/start","payload bold words"]""", (await reading)!.ToJsonString());
        Assert.Equal("thanks", (string)answer["text"]!);
    }

    [NodeFact]
    public async Task A_keyed_send_that_is_repeated_sends_nothing_again()
    {
        var meeting = await fixture.MeetAsync();
        await using var node = NodeClient.Start(package.Driver);

        Assert.True((bool)(await node.CallAsync("twice", Bot(meeting)))!);
    }

    [NodeFact]
    public async Task A_person_logs_in_and_writes()
    {
        var phone = await fixture.MakePersonAsync("correct horse");
        await using var node = NodeClient.Start(package.Driver);
        var server = fixture.Server;

        var begun = await node.CallAsync("login", new { server, phone });
        var token = (string)begun!["token"]!;
        var coded = await node.CallAsync("code", new { server, token, code = await fixture.CodeAsync(phone) });
        var ready = await node.CallAsync("password", new { server, token, password = "correct horse" });

        Assert.Equal(("wait_code", "wait_password"), ((string)begun["authorization_state"]!, (string)coded!["authorization_state"]!));
        Assert.Equal("""{"authorization_state":"ready","name":"Grace","text":"to myself"}""", ready!.ToJsonString());
    }

    [NodeFact]
    public async Task The_example_of_the_readme_runs()
    {
        var meeting = await fixture.MeetAsync();
        var start = new ProcessStartInfo("node", package.Example) { Environment = { ["TOKEN"] = meeting.Token, ["SERVER"] = fixture.Server.AbsoluteUri } };
        using var example = Process.Start(start)!;

        await fixture.SayAsync(meeting, "good evening");
        await fixture.FindAsync(meeting, "You said: good evening");

        example.Kill();
        await example.WaitForExitAsync();
    }

    [NodeFact]
    public void The_package_has_the_documents_version_and_needs_no_other()
    {
        var manifest = JsonNode.Parse(package.InstalledPackageJson)!;

        Assert.Contains($"version: '{string.Join('.', ((string)manifest["version"]!).Split('.')[..2])}'", SdkSources.Read("../spec/openapi.yaml"), StringComparison.Ordinal);
        Assert.Null(manifest["dependencies"]);
    }

    private object Bot(Meeting meeting) => new { server = fixture.Server, token = meeting.Token, chat = meeting.Person };
}
