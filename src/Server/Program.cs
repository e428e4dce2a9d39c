using TelegramRest.Server;
using TelegramRest.Server.Operations;

try
{
    var options = CommandLine.Parse(args, Environment.GetEnvironmentVariable, Console.Error.WriteLine);
    if (options.Help || options.Version)
    {
        Console.Out.Write(options.Help ? HelpText.Usage() : HelpText.Version + Environment.NewLine);
        return 0;
    }

    CommandLine.RequireTelegram(options);
    using var loggers = Logging.Create(options, TimeProvider.System);
    await using var server = await ServerApplication.StartAsync(options, loggers, TimeProvider.System, CancellationToken.None);
    foreach (var line in Banner.Lines(server.Url, server.Simulator?.Port, server.Simulator?.World.EnsureDemo()))
        Console.Out.WriteLine(line);
    await server.WaitForShutdownAsync(CancellationToken.None);
    return 0;
}
catch (UsageException error)
{
    Console.Error.WriteLine(error.Message);
    return 1;
}
