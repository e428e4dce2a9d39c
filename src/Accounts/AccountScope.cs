using TelegramRest.Accounts.Files;
using TelegramRest.Accounts.Login;
using TelegramRest.Accounts.Messages;
using TelegramRest.Accounts.Peers;
using TelegramRest.Accounts.Queue;
using TelegramRest.Accounts.Webhooks;

namespace TelegramRest.Accounts;

/// <summary>
/// The account that one request, or one method call in a webhook's answer, is made for. It stands in for the account because
/// the container disposes what it hands out, and an account outlives the request.
/// </summary>
public sealed class AccountScope : IAccount
{
    private IAccount? _account;

    /// <exception cref="InvalidOperationException">The operation belongs to no account.</exception>
    public IAccount Account
    {
        get => _account ?? throw new InvalidOperationException("No account was resolved for this request.");
        set => _account = value;
    }

    public long Id => Account.Id;

    public bool IsBot => Account.IsBot;

    public bool IsTest => Account.IsTest;

    public Tl.User Self => Account.Self;

    public IPeers Peers => Account.Peers;

    public IFiles Files => Account.Files;

    public IMessages Messages => Account.Messages;

    public IUpdateQueue Updates => Account.Updates;

    public IWebhook Webhook => Account.Webhook;

    public ILogin Login => Account.Login;

    public Task<TResult> InvokeAsync<TResult>(Tl.ITlMethod<TResult> method, CancellationToken cancellationToken) =>
        Account.InvokeAsync(method, cancellationToken);

    public Task<TResult> InvokeAsync<TResult>(Tl.ITlMethod<TResult> method, string defaultMessage, CancellationToken cancellationToken) =>
        Account.InvokeAsync(method, defaultMessage, cancellationToken);

    public Task<TResult> InvokeAsync<TResult>(Tl.ITlMethod<TResult> method, int dcId, CancellationToken cancellationToken) =>
        Account.InvokeAsync(method, dcId, cancellationToken);

    public Task LogOutAsync(CancellationToken cancellationToken) => Account.LogOutAsync(cancellationToken);

    public Task CloseAsync(CancellationToken cancellationToken) => Account.CloseAsync(cancellationToken);
}
