using Microsoft.Extensions.Logging.Console;

namespace TelegramRest.Server.Operations;

/// <summary>Where log lines go and which of them.</summary>
internal static class Logging
{
    /// <param name="verbosity">Of <c>--verbosity</c>.</param>
    /// <param name="file">Null for standard error.</param>
    public static ILoggerFactory Create(int verbosity, FileLog? file) => LoggerFactory.Create(logging =>
    {
        Configure(logging, Level(verbosity));
        if (file is not null)
            logging.AddProvider(file);
        else
            logging.AddSimpleConsole(console =>
            {
                console.SingleLine = true;
                console.TimestampFormat = "HH:mm:ss ";
                console.ColorBehavior = LoggerColorBehavior.Disabled;
            }).Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    });

    /// <summary>Sets the filters. ASP.NET Core's own request lines hold whole paths, tokens included, so they stay off at every level.</summary>
    public static void Configure(ILoggingBuilder logging, LogLevel level)
    {
        logging.SetMinimumLevel(level);
        logging.AddFilter("Microsoft.AspNetCore", level > LogLevel.Warning ? level : LogLevel.Warning);
        logging.AddFilter("Microsoft.Hosting", level > LogLevel.Warning ? level : LogLevel.Warning);
        logging.AddFilter("Microsoft.Extensions.Hosting", level > LogLevel.Warning ? level : LogLevel.Warning);
        logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
    }

    private static LogLevel Level(int verbosity) => verbosity switch
    {
        0 => LogLevel.Critical,
        1 => LogLevel.Error,
        2 => LogLevel.Warning,
        3 => LogLevel.Information,
        4 => LogLevel.Debug,
        _ => LogLevel.Trace,
    };
}
