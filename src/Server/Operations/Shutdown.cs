using TelegramRest.Accounts;
using TelegramRest.Server.Webhooks;

namespace TelegramRest.Server.Operations;

/// <summary>
/// Ends everything in order: when the process is told to stop, deliveries end and waiting polls are answered at once;
/// Kestrel then finds its connections idle, and the accounts are closed before the process leaves.
/// </summary>
internal sealed class Shutdown(IHostApplicationLifetime lifetime, WebhookDelivery webhooks, AccountRegistry accounts) : IHostedService, IDisposable
{
    private Task _stopped = Task.CompletedTask;
    private CancellationTokenRegistration _registration;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _registration = lifetime.ApplicationStopping.Register(() => _stopped = Task.Run(StopAllAsync, CancellationToken.None));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => _stopped.WaitAsync(cancellationToken);

    public void Dispose() => _registration.Dispose();

    private async Task StopAllAsync()
    {
        await webhooks.StopAsync(CancellationToken.None);
        await accounts.StopAsync(CancellationToken.None);
    }
}
