using Microsoft.Extensions.Logging;

namespace TelegramRest.Mtproto;

/// <summary>All that the engine logs. Ids of data centres and messages only: never a key, salt, phone number or token.</summary>
internal static partial class Log
{
    [LoggerMessage(1001, LogLevel.Debug, "Connected to data centre {DcId}")]
    public static partial void Connected(this ILogger logger, int dcId);

    [LoggerMessage(1002, LogLevel.Debug, "Connection to data centre {DcId} ended: {Reason}")]
    public static partial void Disconnected(this ILogger logger, int dcId, string reason);

    [LoggerMessage(1003, LogLevel.Warning, "Data centre {DcId} cannot be used: {Reason}")]
    public static partial void ConnectionRefused(this ILogger logger, int dcId, string reason);

    [LoggerMessage(1004, LogLevel.Information, "Made an authorization key with data centre {DcId}")]
    public static partial void KeyCreated(this ILogger logger, int dcId);

    [LoggerMessage(1005, LogLevel.Warning, "Data centre {DcId} no longer knows this key; it is dropped")]
    public static partial void KeyDropped(this ILogger logger, int dcId);

    [LoggerMessage(1006, LogLevel.Information, "The account moved to data centre {DcId}")]
    public static partial void Migrated(this ILogger logger, int dcId);

    [LoggerMessage(1007, LogLevel.Warning, "A message from data centre {DcId} could not be read")]
    public static partial void UnreadableMessage(this ILogger logger, int dcId, Exception exception);

    [LoggerMessage(1008, LogLevel.Debug, "Data centre {DcId} refused message {MessageId} with code {Code}")]
    public static partial void MessageRefused(this ILogger logger, int dcId, long messageId, int code);

    [LoggerMessage(1009, LogLevel.Warning, "A push from data centre {DcId} was dropped: its message id {MessageId} does not fit the clock")]
    public static partial void PushOutOfTime(this ILogger logger, int dcId, long messageId);

    [LoggerMessage(1010, LogLevel.Warning, "More than {Limit} pushes were waiting; they were dropped and the difference will be asked for")]
    public static partial void UpdatesDropped(this ILogger logger, int limit);

    [LoggerMessage(1011, LogLevel.Error, "The listener of an account failed")]
    public static partial void ListenerFailed(this ILogger logger, Exception exception);

    [LoggerMessage(1012, LogLevel.Error, "A connection's own work failed on data centre {DcId}")]
    public static partial void SessionFailed(this ILogger logger, int dcId, Exception exception);

    [LoggerMessage(1013, LogLevel.Warning, "Saving what is known of data centre {DcId} failed")]
    public static partial void SaveFailed(this ILogger logger, int dcId, Exception exception);

    [LoggerMessage(1014, LogLevel.Debug, "The configuration could not be refreshed: {Reason}")]
    public static partial void ConfigurationNotRefreshed(this ILogger logger, string reason);

    [LoggerMessage(1015, LogLevel.Debug, "Data centre {DcId} sent a message for another session")]
    public static partial void ForeignSession(this ILogger logger, int dcId);
}
