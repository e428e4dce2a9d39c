using TelegramRest.Accounts;
using TelegramRest.Simulator;

namespace TelegramRest.Server.Operations;

/// <summary>What the server's options mean for the accounts.</summary>
internal static class AccountSetup
{
    // The simulator takes any application; these are nobody's.
    private const int SimulatedApiId = 1;
    private const string SimulatedApiHash = "00000000000000000000000000000000";

    // In local mode the files are the bots' own: only who asks for it has them removed.
    private const long UsualFileCacheMebibytes = 1024;

    /// <exception cref="UsageException">A key file cannot be read.</exception>
    public static AccountOptions Create(ServerOptions options, SimulatorHost? simulator) => new()
    {
        Directory = options.AbsoluteDirectory,
        ApiId = simulator is null || options.ApiId > 0 ? options.ApiId : SimulatedApiId,
        ApiHash = simulator is null || options.ApiHash.Length > 0 ? options.ApiHash : SimulatedApiHash,
        Durable = options.Durable,
        DataCentres = simulator is null
            ? [.. options.DataCentres.Select(dc => new DcAddress(dc.Id, dc.Host, dc.Port))]
            : [.. simulator.DataCenters.Select(dc => new DcAddress(dc.Id, dc.Host, dc.Port))],
        RsaPublicKeys = simulator is null ? [.. options.RsaPublicKeyFiles.Select(ReadKey)] : [simulator.RsaPublicKeyPem],
        Proxy = options.TelegramProxy,
        ApplicationVersion = HelpText.BotApiVersion,
        AllowUsers = options.AllowUsers,
        AllowUserRegistration = options.AllowUserRegistration,
        LocalMode = options.Local,
        RelativePaths = options.RelativePaths,
        NoFileLimit = options.NoFileLimit,
        FileCacheBytes = (options.FileCacheMebibytes ?? (options.Local ? null : UsualFileCacheMebibytes)) << 20,
        LocalRoots = options.LocalRoots,
        MaxWebhookConnections = options.MaxWebhookConnections,
        LimitNewAccounts = options.LimitNewAccounts,
        TokenFilter = options.Serves,
    };

    private static string ReadKey(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"Can't read the key file \"{file}\"");
        }
    }
}
