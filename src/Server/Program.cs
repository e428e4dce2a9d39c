using System.Net.Sockets;
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
    WorkingDirectory.Prepare(options);
    using var log = options.LogFile is { } file ? new FileLog(Path.GetFullPath(file, options.AbsoluteDirectory), options.LogMaxFileSize, TimeProvider.System) : null;
    using var loggers = Logging.Create(options.Verbosity, log);
    using var signals = new Signals(log);
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
catch (Exception error) when (error is IOException or SocketException)
{
    Console.Error.WriteLine($"The server cannot start: {error.Message}");
    return 1;
}
