using System.Net;
using System.Net.Sockets;
using TelegramRest.Wire;

namespace TelegramRest.Tests.Unit.Mtproto.Scripted;

/// <summary>A data centre that does exactly what a test tells it, right or wrong. It knows one key from the start; others are made when the test says so.</summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly List<ScriptedConnection> connections = [];
    private long lastMessageId;

    public ScriptedServer(int keySeed = 7)
    {
        var bytes = new byte[AuthKey.Size];
        new Random(keySeed).NextBytes(bytes);
        Key = new AuthKey(bytes);
        listener.Start();
    }

    public AuthKey Key { get; }

    public long Salt { get; set; } = 0x1122334455667788;

    public TimeProvider Time { get; init; } = TimeProvider.System;

    public byte[] ProxySecret { get; init; } = [];

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>The next connection, before its first byte.</summary>
    public async Task<ScriptedConnection> AcceptAsync()
    {
        var connection = new ScriptedConnection(await listener.AcceptTcpClientAsync(Deadline.Token()), this);
        connections.Add(connection);
        return connection;
    }

    /// <summary>Rises over all connections: a session outlives them, and takes an id that it knows for a repetition.</summary>
    public long NextMessageId()
    {
        var now = Time.GetUtcNow();
        return lastMessageId = Math.Max((now.ToUnixTimeSeconds() << 32) | ((long)now.Millisecond << 20), lastMessageId + 4);
    }

    /// <summary>Stops listening: connecting fails from now on.</summary>
    public void Stop() => listener.Stop();

    public ValueTask DisposeAsync()
    {
        listener.Stop();
        foreach (var connection in connections)
            connection.Dispose();
        return ValueTask.CompletedTask;
    }
}
