namespace TelegramRest.Server;

/// <summary>Everything that the server logs. Ids only: never a token, a code, a password, a phone number or a webhook's address.</summary>
internal static partial class Log
{
    [LoggerMessage(3001, LogLevel.Error, "{Operation} failed.")]
    public static partial void RequestFailed(ILogger logger, string operation, Exception error);

    [LoggerMessage(3002, LogLevel.Warning, "Local mode: whoever has a token can have any file sent that this process can read. --local-root DIR confines that.")]
    public static partial void LocalFilesOpen(ILogger logger);

    [LoggerMessage(3101, LogLevel.Debug, "Webhook {Queue}: its call of {Operation} was answered with {Code}.")]
    public static partial void AnswerCallRefused(ILogger logger, long queue, string operation, int code);

    [LoggerMessage(3102, LogLevel.Error, "Webhook {Queue}: its call of {Operation} failed.")]
    public static partial void AnswerCallFailed(ILogger logger, long queue, string operation, Exception error);

    [LoggerMessage(3103, LogLevel.Error, "Webhook delivery failed.")]
    public static partial void DeliveryFailed(ILogger logger, Exception error);
}
