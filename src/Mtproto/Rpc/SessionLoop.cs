using System.Net.Sockets;
using Microsoft.Extensions.Logging;
using TelegramRest.Mtproto.Connection;
using TelegramRest.Mtproto.Datacenters;
using TelegramRest.Wire;

namespace TelegramRest.Mtproto.Rpc;

/// <summary>
/// Keeps a session connected: connect, make a key if there is none, read packets until the connection ends, wait a little, and again.
/// One asynchronous method for as long as the session lives; it holds no thread, and while it waits for bytes no buffer.
/// </summary>
internal sealed class SessionLoop(Session session, Datacenter dc, ClientContext context)
{
    private const int ProveKeyAfter = 2;
    private const int AddressesDoubtfulAfter = 3;
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan FirstBackOff = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestBackOff = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan CrowdedBackOff = TimeSpan.FromSeconds(10);

    private int failures;
    private int unknownKeys;
    private bool connectedBefore;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var reason = await ConnectAndReadAsync(cancellationToken);
            if (reason is null || cancellationToken.IsCancellationRequested)
                return;
            try
            {
                if (unknownKeys >= ProveKeyAfter)
                {
                    unknownKeys = 0;
                    await dc.ProveKeyAsync(cancellationToken);
                }

                await Task.Delay(BackOff(reason), context.Options.TimeProvider, cancellationToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception exception)
            {
                context.Logger.SessionFailed(dc.Id, exception);
            }
        }
    }

    // Why the connection ended; null when no other is wanted.
    private async Task<Exception?> ConnectAndReadAsync(CancellationToken cancellationToken)
    {
        TcpTransport? transport = null;
        var isHopeless = false;
        Exception reason;
        try
        {
            var endpoint = context.Options.Datacenters.Find(dc.Id, failures);
            isHopeless = endpoint is null;
            transport = await OpenAsync(endpoint ?? throw new WireException($"No address of data centre {dc.Id} is known."), cancellationToken);
            AuthKey key;
            try
            {
                key = await dc.EnsureKeyAsync(transport, cancellationToken);
            }
            catch (WireException)
            {
                // The other side is not the Telegram that we trust, and waiting does not change that.
                isHopeless = true;
                throw;
            }

            context.Logger.Connected(dc.Id);
            if (!session.Attach(transport, key, connectedBefore))
                return null;
            connectedBefore = true;
            await ReadAsync(transport, key);
            return null;
        }
        catch (Exception exception)
        {
            reason = exception;
        }
        finally
        {
            transport?.Dispose();
        }

        Note(reason, cancellationToken);
        return session.Detach(transport, reason, isHopeless) ? reason : null;
    }

    private async Task<TcpTransport> OpenAsync(DcEndpoint endpoint, CancellationToken cancellationToken)
    {
        var options = context.Options;
        await options.ConnectLimit.WaitAsync(cancellationToken);
        try
        {
            using var timeout = new CancellationTokenSource(ConnectTimeout, options.TimeProvider);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
            try
            {
                return await TcpTransport.ConnectAsync(endpoint, options.SignedDcId(dc.Id), options, either.Token);
            }
            catch (OperationCanceledException) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
            {
                throw new TimeoutException("No connection in time.");
            }
        }
        finally
        {
            options.ConnectLimit.Release();
        }
    }

    private async Task ReadAsync(TcpTransport transport, AuthKey key)
    {
        while (true)
        {
            // Closing the session disposes the transport, which ends this.
            var packet = await transport.ReceiveAsync(CancellationToken.None);
            session.Receive(packet.Span, key);
            failures = 0;
            unknownKeys = 0;
        }
    }

    private void Note(Exception reason, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return;
        failures++;
        if (failures == AddressesDoubtfulAfter)
            context.Options.Datacenters.Expire();
        if (reason is TransportErrorException { Code: TransportErrorException.KeyUnknown })
            unknownKeys++;
        switch (reason)
        {
            case WireException or TransportErrorException:
                context.Logger.ConnectionRefused(dc.Id, reason.Message);
                break;
            case SocketException or IOException or TimeoutException or ObjectDisposedException or OperationCanceledException:
                context.Logger.Disconnected(dc.Id, reason.Message);
                break;
            default:
                context.Logger.SessionFailed(dc.Id, reason);
                break;
        }
    }

    // Exponential, and drawn from the whole range: thousands of accounts lose the same network at the same moment.
    private TimeSpan BackOff(Exception reason)
    {
        var longest = FirstBackOff * Math.Pow(2, Math.Min(failures, 16) - 1);
        if (longest > LongestBackOff)
            longest = LongestBackOff;
        if (reason is TransportErrorException { Code: TransportErrorException.TooManyConnections } && longest < CrowdedBackOff)
            longest = CrowdedBackOff;
        return TimeSpan.FromMilliseconds(context.Options.Random.NextInt32((int)longest.TotalMilliseconds + 1));
    }
}
