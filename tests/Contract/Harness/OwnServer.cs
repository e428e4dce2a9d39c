using TelegramRest.Server.Operations;

namespace TelegramRest.Tests.Contract.Harness;

/// <summary>A server for one test alone.</summary>
internal sealed class OwnServer : IAsyncDisposable
{
    private OwnServer(ServerFixture fixture) => Fixture = fixture;

    public ServerFixture Fixture { get; }

    public static async Task<OwnServer> StartAsync(Action<ServerOptions>? configure = null)
    {
        var fixture = new ServerFixture(configure ?? (_ => { }));
        await fixture.InitializeAsync();
        return new OwnServer(fixture);
    }

    public async ValueTask DisposeAsync() => await Fixture.DisposeAsync();
}
