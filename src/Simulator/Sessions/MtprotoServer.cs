using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using TelegramRest.Simulator.Sessions.Connections;
using TelegramRest.Simulator.Sessions.Messages;
using TelegramRest.Simulator.Storage;

namespace TelegramRest.Simulator.Sessions;

/// <summary>The listeners of all data centres, their connections, and the one timer that serves them all.</summary>
internal sealed class MtprotoServer : IAsyncDisposable
{
    private static readonly TimeSpan SweepPeriod = TimeSpan.FromMilliseconds(500);

    private readonly ServerContext _server;
    private readonly MessageProcessor _processor;
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentDictionary<ClientConnection, Task> _connections = new();
    private readonly List<(Socket Socket, int DcId)> _listeners = [];
    private readonly List<Task> _accepting = [];
    private readonly ITimer _timer;

    public MtprotoServer(ServerContext server, IStateStore store)
    {
        _server = server;
        var services = new ServiceMessages(server);
        var requests = new RpcRunner(server, new TemporaryKeyBinding(server.Keys, store));
        _processor = new MessageProcessor(server, services, requests);
        _timer = server.Time.CreateTimer(_ => Sweep(), null, SweepPeriod, SweepPeriod);
    }

    /// <summary>Binds one port a data centre. Nobody is accepted before <see cref="Start"/>.</summary>
    /// <param name="address">The local address.</param>
    /// <param name="advertised">The host that clients are told.</param>
    /// <param name="ports">Data centre id and port; port 0 takes any free one.</param>
    /// <exception cref="SocketException">A port is taken.</exception>
    public void Listen(IPAddress address, string advertised, IEnumerable<(int DcId, int Port)> ports)
    {
        foreach (var (dcId, port) in ports)
        {
            var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            _listeners.Add((socket, dcId));
            socket.Bind(new IPEndPoint(address, port));
            socket.Listen(512);
        }
        _server.DataCenters = [.. _listeners.Select(listener => new DataCenter(listener.DcId, advertised, ((IPEndPoint)listener.Socket.LocalEndPoint!).Port))];
    }

    public void Start()
    {
        foreach (var (socket, dcId) in _listeners)
            _accepting.Add(AcceptAsync(socket, dcId));
    }

    /// <summary>Closes every connection; clients may come again at once.</summary>
    public void DropConnections()
    {
        foreach (var connection in _connections.Keys)
            connection.Close();
    }

    /// <summary>Closes the connections that the key's sessions use.</summary>
    public void Disconnect(long authKeyId)
    {
        foreach (var connection in _connections.Keys.Where(connection => connection.Carries(authKeyId)))
            connection.Close();
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _timer.DisposeAsync();
        foreach (var (socket, _) in _listeners)
            socket.Dispose();
        DropConnections();
        await Task.WhenAll(_accepting);
        await Task.WhenAll(_connections.Values);
        _stopping.Dispose();
    }

    private async Task AcceptAsync(Socket listener, int dcId)
    {
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                var socket = await listener.AcceptAsync(_stopping.Token);
                socket.NoDelay = true;
                Serve(socket, dcId);
            }
            catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
            {
                return;
            }
            catch (SocketException exception)
            {
                Log.AcceptFailed(_server.Logger, exception.SocketErrorCode);
                await Task.Delay(SweepPeriod, _server.Time, CancellationToken.None);
            }
        }
    }

    private void Serve(Socket socket, int dcId)
    {
        var connection = new ClientConnection(socket, dcId, _server, _processor);
        var serving = new TaskCompletionSource();
        _connections[connection] = serving.Task;
        _ = ServeAsync(connection, serving);
    }

    private async Task ServeAsync(ClientConnection connection, TaskCompletionSource serving)
    {
        try
        {
            await connection.RunAsync(_stopping.Token);
        }
#pragma warning disable CA1031 // One client's fault must end its own connection only.
        catch (Exception exception)
        {
            Log.ConnectionFailed(_server.Logger, exception, connection.RemoteAddress);
        }
#pragma warning restore CA1031
        finally
        {
            _connections.TryRemove(connection, out _);
            serving.SetResult();
        }
    }

    private void Sweep()
    {
        foreach (var connection in _connections.Keys)
        {
            if (connection.IsOverdue)
                connection.Close();
        }
        _server.Sessions.Sweep();
    }
}
