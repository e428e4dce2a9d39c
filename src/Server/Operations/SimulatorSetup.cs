using TelegramRest.Simulator;

namespace TelegramRest.Server.Operations;

/// <summary>Starts the simulated Telegram inside this process, with its state beside the accounts'.</summary>
internal static class SimulatorSetup
{
    public static Task<SimulatorHost> StartAsync(ServerOptions options, ILoggerFactory loggers, TimeProvider time, CancellationToken cancellationToken) =>
        SimulatorHost.StartAsync(
            new SimulatorOptions
            {
                Port = options.SimulatorPort,
                StateDirectory = Path.Combine(options.AbsoluteDirectory, "simulator"),
                RsaPublicKeyPath = options.SimulatorRsaPublicKeyFile,
            },
            loggers,
            time,
            cancellationToken);
}
