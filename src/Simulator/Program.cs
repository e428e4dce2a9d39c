using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TelegramRest.Simulator;

if (args.Contains("--help") || args.Contains("-h"))
{
    Console.WriteLine(SimulatorArguments.Help);
    return 0;
}

SimulatorArguments arguments;
try
{
    arguments = SimulatorArguments.Parse(args);
}
catch (ArgumentException exception)
{
    Console.Error.WriteLine(exception.Message);
    return 2;
}

var builder = WebApplication.CreateSlimBuilder();
builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
builder.WebHost.ConfigureKestrel(kestrel =>
    kestrel.Listen(arguments.AllowRemoteControl ? IPAddress.Any : IPAddress.Loopback, arguments.ControlPort));
await using var app = builder.Build();
try
{
    await using var simulator = await SimulatorHost.StartAsync(arguments.Options, app.Services.GetRequiredService<ILoggerFactory>(), TimeProvider.System, CancellationToken.None);
    simulator.MapControl(app, arguments.AllowRemoteControl);
    await app.StartAsync();

    Console.WriteLine("A simulated Telegram is running; nothing here reaches the real one.");
    foreach (var center in simulator.DataCenters)
        Console.WriteLine($"  data centre {center.Id}  {center.Host}:{center.Port}{(center.Id == SimulatorOptions.MainDataCenter ? "  (main)" : "")}");
    Console.WriteLine($"  public key     {arguments.Options.RsaPublicKeyPath ?? "not written; --rsa-public-key FILE writes it"}");
    Console.WriteLine($"  control        {app.Urls.First()}/simulator/");
    Console.WriteLine(arguments.Options.StateDirectory is { } directory
        ? $"  state          {Path.GetFullPath(directory)}"
        : "  state          none: everything is forgotten at the end (--state DIRECTORY keeps it)");
    await app.WaitForShutdownAsync();
    return 0;
}
catch (Exception exception) when (exception is SocketException or IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine($"The simulator cannot start: {exception.Message}");
    return 1;
}
