using Microsoft.Extensions.Logging;
using TelegramRest.Mtproto.Rpc;

namespace TelegramRest.Mtproto.Datacenters;

/// <summary>The data centres that one account has to do with: which one is its home, and who is authorised where.</summary>
internal sealed class DatacenterSet : IAsyncDisposable
{
    private readonly Lock gate = new();
    private readonly SemaphoreSlim loadGate = new(1);
    private readonly ClientContext context;
    private readonly Dictionary<int, Datacenter> known = [];
    private volatile Datacenter? home;
    private bool closed;

    public DatacenterSet(MtprotoClientOptions options, IAuthStore store, IMtprotoListener listener, ILogger logger) =>
        context = new ClientContext(options, store, new ListenerPump(listener, logger), logger, RefreshAddressesWhenDue);

    /// <exception cref="InvalidOperationException">Nothing was loaded yet.</exception>
    public Datacenter Home => home ?? throw new InvalidOperationException("Connect first.");

    /// <summary>Reads the store, once.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        if (home is not null)
            return;
        await loadGate.WaitAsync(cancellationToken);
        try
        {
            if (home is not null)
                return;
            var state = await context.Store.LoadAsync(cancellationToken);
            lock (gate)
            {
                foreach (var saved in state.Keys)
                    known[saved.DcId] = new Datacenter(saved.DcId, context, saved);
                home = GetOrAdd(state.HomeDc ?? context.Options.Datacenters.FirstOr(context.Options.InitialDc));
            }
        }
        finally
        {
            loadGate.Release();
        }
    }

    /// <summary>A data centre by number; when its address is not known the configuration is asked for it.</summary>
    public async Task<Datacenter> GetAsync(int dcId, CancellationToken cancellationToken)
    {
        if (context.Options.Datacenters.Find(dcId, 0) is null)
            await AskForAddressesAsync(cancellationToken);
        lock (gate)
            return GetOrAdd(dcId);
    }

    /// <summary>The account lives elsewhere: from now on requests go there. It is not logged in there yet.</summary>
    public async Task MoveHomeAsync(int dcId, CancellationToken cancellationToken)
    {
        var next = await GetAsync(dcId, cancellationToken);
        var previous = Home;
        if (next == previous)
            return;
        await context.Store.SaveHomeDcAsync(dcId, cancellationToken);
        home = next;
        context.Logger.Migrated(dcId);
        if (previous.Main.IsStarted)
            await next.Main.ConnectAsync(cancellationToken);
        await previous.RetireAsync();
    }

    /// <summary>Lets a data centre know the account, by a ticket from its home. https://core.telegram.org/method/auth.exportAuthorization</summary>
    public async Task CarryAuthorizationAsync(Datacenter dc, MtprotoClient client, CancellationToken cancellationToken)
    {
        if (dc.Authorized || !Home.Authorized)
            return;
        await dc.TransferGate.WaitAsync(cancellationToken);
        try
        {
            for (var isRetry = false; !dc.Authorized; isRetry = true)
            {
                var ticket = await client.InvokeAsync(new Tl.Auth.ExportAuthorization { DcId = dc.Id }, cancellationToken);
                try
                {
                    await dc.Secondary.InvokeAsync(new Tl.Auth.ImportAuthorization { Id = ticket.Id, Bytes = ticket.Bytes }, cancellationToken);
                    await dc.SetAuthorizedAsync(true, cancellationToken);
                }
                catch (RpcException error) when (error.Type == "AUTH_BYTES_INVALID" && !isRetry)
                {
                    // Tickets are short-lived; this one took too long.
                }
            }
        }
        finally
        {
            dc.TransferGate.Release();
        }
    }

    /// <summary>Notices in an answer that the account was logged in or out.</summary>
    public async ValueTask ObserveAsync<TResult>(TResult result, CancellationToken cancellationToken)
    {
        switch (result)
        {
            case Tl.Auth.Authorization or Tl.Auth.SentCodeSuccess { Authorization: Tl.Auth.Authorization } or Tl.Auth.LoginTokenSuccess { Authorization: Tl.Auth.Authorization }:
                await Home.SetAuthorizedAsync(true, cancellationToken);
                break;
            case Tl.Auth.LoggedOut:
                await Home.SetAuthorizedAsync(false, cancellationToken);
                break;
        }
    }

    /// <summary>The home data centre says that nobody is logged in; told on only when somebody was.</summary>
    public async Task LoseAuthorizationAsync(RpcException error, CancellationToken cancellationToken)
    {
        var dc = Home;
        if (!dc.Authorized)
            return;
        await dc.SetAuthorizedAsync(false, cancellationToken);
        context.Pump.AuthorizationLost(error);
    }

    public async ValueTask DisposeAsync()
    {
        Datacenter[] all;
        lock (gate)
        {
            closed = true;
            all = [.. known.Values];
        }

        await Task.WhenAll(all.Select(dc => dc.DisposeAsync().AsTask()));
    }

    // One account's connection asks for all of them.
    private void RefreshAddressesWhenDue()
    {
        if (context.Options.Datacenters.TryBeginRefresh(context.Options.TimeProvider.GetUtcNow()))
            _ = RefreshAddressesAsync();
    }

    private async Task RefreshAddressesAsync()
    {
        try
        {
            await AskForAddressesAsync(CancellationToken.None);
        }
        catch (Exception exception) when (exception is RpcException or RpcTransportException)
        {
            // The known addresses stay.
            context.Logger.ConfigurationNotRefreshed(exception.Message);
        }
    }

    private async Task AskForAddressesAsync(CancellationToken cancellationToken)
    {
        var config = await Home.Main.InvokeAsync(new Tl.Help.GetConfig(), cancellationToken);
        context.Options.Datacenters.Update(config, context.Options.TimeProvider.GetUtcNow());
    }

    private Datacenter GetOrAdd(int dcId)
    {
        if (closed)
            throw new RpcTransportException("The client was closed.");
        if (!known.TryGetValue(dcId, out var dc))
            known[dcId] = dc = new Datacenter(dcId, context, saved: null);
        return dc;
    }
}
