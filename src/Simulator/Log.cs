using System.Net.Sockets;
using Microsoft.Extensions.Logging;

namespace TelegramRest.Simulator;

/// <summary>What the simulator logs. Event ids 1 to 99 belong to Sessions, 100 and up to the world behind it. No token, code, password or phone number is ever an argument.</summary>
internal static partial class Log
{
    [LoggerMessage(4001, LogLevel.Debug, "A client at {RemoteAddress} broke the protocol: {Reason}")]
    public static partial void ClientBrokeProtocol(ILogger logger, string remoteAddress, string reason);

    [LoggerMessage(4002, LogLevel.Debug, "A client at {RemoteAddress} is gone.")]
    public static partial void ConnectionEnded(ILogger logger, string remoteAddress);

    [LoggerMessage(4003, LogLevel.Error, "Serving a client at {RemoteAddress} failed.")]
    public static partial void ConnectionFailed(ILogger logger, Exception exception, string remoteAddress);

    [LoggerMessage(4004, LogLevel.Warning, "A connection could not be accepted: {Error}")]
    public static partial void AcceptFailed(ILogger logger, SocketError error);

    [LoggerMessage(4005, LogLevel.Warning, "A request under key {KeyId:x16} cannot be read and was answered {Error}.")]
    public static partial void UnreadableRequest(ILogger logger, long keyId, string error);

    [LoggerMessage(4006, LogLevel.Error, "{Method} failed in the simulator itself.")]
    public static partial void RequestFailed(ILogger logger, Exception exception, string method);

    [LoggerMessage(4007, LogLevel.Warning, "The answer to {Method} holds {Constructor}, which layer {Layer} lacks; the client got an error instead.")]
    public static partial void LayerLacksResult(ILogger logger, string method, string constructor, int layer);

    [LoggerMessage(4008, LogLevel.Warning, "Updates with {Constructor}, which layer {Layer} lacks, were not pushed.")]
    public static partial void LayerLacksUpdate(ILogger logger, string constructor, int layer);

    [LoggerMessage(4009, LogLevel.Warning, "A client declared layer {Layer}; the oldest that is spoken here is {OldestLayer}.")]
    public static partial void LayerTooOld(ILogger logger, int layer, int oldestLayer);

    [LoggerMessage(4100, LogLevel.Information, "{Method} is not simulated and was answered METHOD_INVALID.")]
    public static partial void MethodNotSimulated(ILogger logger, string method);

    [LoggerMessage(4101, LogLevel.Debug, "External media could not be fetched: {Reason}")]
    public static partial void FetchFailed(ILogger logger, string reason);

    [LoggerMessage(4103, LogLevel.Error, "Something that was due at this time could not be done.")]
    public static partial void AlarmFailed(ILogger logger, Exception exception);

    [LoggerMessage(4102, LogLevel.Error, "Changes could not be kept.")]
    public static partial void CommitFailed(ILogger logger, Exception exception);
}
