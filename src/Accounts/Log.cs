using Microsoft.Extensions.Logging;
using TelegramRest.Accounts.Updates;

namespace TelegramRest.Accounts;

/// <summary>What accounts say. Never a token, code, password or phone number: only ids.</summary>
internal static partial class Log
{
    [LoggerMessage(2001, LogLevel.Error, "The store refused a write")]
    public static partial void StoreWriteFailed(ILogger logger, Exception exception);

    [LoggerMessage(2002, LogLevel.Debug, "Updates are missing in {Box}: have {Have}, next begins at {Next}")]
    public static partial void UpdateGap(ILogger logger, UpdateBox box, int have, int next);

    [LoggerMessage(2003, LogLevel.Warning, "Telegram no longer has all missed updates ({Missed} events skipped)")]
    public static partial void HistoryLost(ILogger logger, int missed);

    [LoggerMessage(2004, LogLevel.Warning, "Updates of account {AccountId} stopped; the difference will be fetched again")]
    public static partial void UpdatesFailed(ILogger logger, Exception exception, long accountId);

    [LoggerMessage(2005, LogLevel.Error, "An update of account {AccountId} could not be shown as {Kind} and was skipped")]
    public static partial void UpdateSkipped(ILogger logger, Exception exception, long accountId, string kind);

    [LoggerMessage(2006, LogLevel.Warning, "Account {AccountId} lost its authorization: {Reason}")]
    public static partial void AuthorizationLost(ILogger logger, long accountId, string reason);

    [LoggerMessage(2007, LogLevel.Information, "Account {AccountId} is ready on data centre {DcId}")]
    public static partial void AccountReady(ILogger logger, long accountId, int dcId);

    [LoggerMessage(2008, LogLevel.Information, "Account {AccountId} closed")]
    public static partial void AccountClosed(ILogger logger, long accountId);

    [LoggerMessage(2009, LogLevel.Warning, "The queue of account {AccountId} is full: {Dropped} updates dropped so far")]
    public static partial void QueueFull(ILogger logger, long accountId, long dropped);

    [LoggerMessage(2010, LogLevel.Warning, "The webhook of account {AccountId} could not be restored")]
    public static partial void WebhookNotRestored(ILogger logger, Exception exception, long accountId);

    [LoggerMessage(2011, LogLevel.Debug, "A message that an update of account {AccountId} refers to was not loaded: {Reason}")]
    public static partial void ReferenceNotLoaded(ILogger logger, long accountId, string reason);

    [LoggerMessage(2012, LogLevel.Warning, "What was known of a peer of account {AccountId} could not be read")]
    public static partial void PeerUnreadable(ILogger logger, Exception exception, long accountId);

    [LoggerMessage(2013, LogLevel.Warning, "Account {AccountId} could not be brought back online: {Reason}")]
    public static partial void NotReconnected(ILogger logger, long accountId, string reason);

    [LoggerMessage(2019, LogLevel.Error, "An update of account {AccountId} is newer than this server and was passed over, at {Sequence} {Position}")]
    public static partial void UpdateUnreadable(ILogger logger, Exception exception, long accountId, string sequence, long position);
}
