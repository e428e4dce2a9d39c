using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Contract.Operations;

public sealed class ShutdownTests
{
    [Fact]
    public async Task A_waiting_poll_is_answered_before_the_server_leaves()
    {
        await using var own = await OwnServer.StartAsync();
        var server = own.Fixture;
        var polls = Enumerable.Range(0, 5).Select(async _ =>
        {
            var other = await server.Simulator.AddBotAsync();
            await server.Api.CallAsync(other, "getMe");
            return server.Api.CallAsync(other, "getUpdates", new JsonObject { ["timeout"] = 50 });
        });
        var waiting = await Task.WhenAll(polls);

        await server.StopAsync();

        foreach (var poll in waiting)
        {
            var answer = await poll;
            // A poll that had not arrived yet is told to come back.
            Assert.True(answer.Status is 200 or 429, answer.Body);
        }

        Assert.Empty(server.Logs.TakeErrors());
    }
}
