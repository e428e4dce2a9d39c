using Xunit;

namespace TelegramRest.Tests.Contract.Harness;

/// <summary>What every contract test has: the server, and the duty to leave no error in its log.</summary>
[Collection(ServerCollection.Name)]
public abstract class ContractTest : IDisposable
{
    protected ContractTest(ServerFixture server)
    {
        Server = server;
        server.Logs.TakeErrors();
    }

    protected ServerFixture Server { get; }

    protected ApiClient Api => Server.Api;

    protected SimulatorClient Simulator => Server.Simulator;

    public void Dispose()
    {
        GC.SuppressFinalize(this);
        Assert.Empty(Server.Logs.TakeErrors());
    }
}
