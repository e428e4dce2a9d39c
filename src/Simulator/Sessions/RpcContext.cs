namespace TelegramRest.Simulator.Sessions;

/// <summary>
/// What an RPC may know about its caller: the authorisation key, the session, the data centre that it came to, and who is logged in.
/// One instance per call; everything that outlives the call is kept with the key.
/// </summary>
internal sealed class RpcContext(AuthKey key, long sessionId, long messageId, IReadOnlyList<DataCenter> dataCenters)
{
    /// <summary>The permanent key's id, also when the call came under a bound temporary key.</summary>
    public long AuthKeyId => key.Id;

    public long SessionId { get; } = sessionId;

    /// <summary>The msg_id of the request; its upper half is Unix time.</summary>
    public long MessageId { get; } = messageId;

    /// <summary>The layer that this key declared last.</summary>
    public int Layer { get; init; }

    public int DcId => key.DcId;

    public IReadOnlyList<DataCenter> DataCenters { get; } = dataCenters;

    /// <summary>The logged-in account, or null.</summary>
    public long? UserId => key.UserId;

    /// <summary>The application and device that <c>initConnection</c> named; null before the first one.</summary>
    public ClientDescription? Client => key.Client;

    /// <summary>The address the client connected from, without the port.</summary>
    public string RemoteAddress { get; init; } = "127.0.0.1";

    /// <summary>The call came inside <c>invokeWithoutUpdates</c>.</summary>
    public bool WithoutUpdates { get; init; }

    /// <summary>The connection named by <c>invokeWithBusinessConnection</c>.</summary>
    public string? BusinessConnectionId { get; init; }

    /// <summary>The id named by <c>invokeWithTakeout</c>.</summary>
    public long? TakeoutId { get; init; }

    /// <summary>Binds the key to an account. Its sessions receive the account's updates from here on, unless the account was imported from another data centre.</summary>
    public void Authorize(long userId, bool imported = false) => key.Bind(userId, imported);

    /// <summary>Logs this key out; its later calls see no <see cref="UserId"/>.</summary>
    public void Unauthorize() => key.Bind(null);
}
