namespace TelegramRest.Tests.Clients.Drivers;

/// <summary>A foreign client reports an error, says nothing in time, or has ended.</summary>
public sealed class NodeClientException(string message) : Exception(message);
