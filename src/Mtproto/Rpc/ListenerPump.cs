using Microsoft.Extensions.Logging;

namespace TelegramRest.Mtproto.Rpc;

/// <summary>
/// Hands what happens to the account's listener, one thing after another, away from the connection's own loop. It runs only while there is something to hand over.
/// When the listener falls far behind, pushes are dropped and it is told to run the difference instead.
/// </summary>
internal sealed class ListenerPump(IMtprotoListener listener, ILogger logger)
{
    private const int MostWaiting = 4096;
    private static readonly object Lost = new();

    private readonly Lock gate = new();
    private readonly Queue<object> waiting = new();
    private bool running;

    public void Updates(Tl.UpdatesBase updates)
    {
        lock (gate)
        {
            if (waiting.Count < MostWaiting)
            {
                Add(updates);
                return;
            }

            waiting.Clear();
            Add(Lost);
        }

        logger.UpdatesDropped(MostWaiting);
    }

    public void SessionLost()
    {
        lock (gate)
        {
            // Everything that was pushed before is covered by the difference that is already due.
            if (!waiting.Contains(Lost))
                Add(Lost);
        }
    }

    public void AuthorizationLost(RpcException error)
    {
        lock (gate)
            Add(error);
    }

    private void Add(object what)
    {
        waiting.Enqueue(what);
        if (running)
            return;
        running = true;
        _ = Task.Run(RunAsync);
    }

    private async Task RunAsync()
    {
        while (true)
        {
            object what;
            lock (gate)
            {
                if (!waiting.TryDequeue(out what!))
                {
                    running = false;
                    return;
                }
            }

            try
            {
                await (what switch
                {
                    Tl.UpdatesBase updates => listener.OnUpdatesAsync(updates),
                    RpcException error => listener.OnAuthorizationLostAsync(error),
                    _ => listener.OnSessionLostAsync(),
                });
            }
            catch (Exception exception)
            {
                logger.ListenerFailed(exception);
            }
        }
    }
}
