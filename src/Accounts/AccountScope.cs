using TelegramRest.Accounts.Files;
using TelegramRest.Accounts.Login;
using TelegramRest.Accounts.Messages;
using TelegramRest.Accounts.Peers;
using TelegramRest.Accounts.Queue;
using TelegramRest.Accounts.Sends;
using TelegramRest.Accounts.Webhooks;

namespace TelegramRest.Accounts;

/// <summary>
/// The account that one request, or one method call in a webhook's answer, is made for. It stands in for the account because
/// the container disposes what it hands out, and an account outlives the request.
/// </summary>
public sealed class AccountScope : IAccount
{
    private IAccount? _account;
    private IMessages? _keyedMessages;

    public bool HasAccount => _account is not null;

    /// <exception cref="InvalidOperationException">The operation belongs to no account.</exception>
    public IAccount Account
    {
        get => _account ?? throw new InvalidOperationException("No account was resolved for this request.");
        set => _account = value;
    }

    /// <summary>Takes up a request that came with an Idempotency-Key. From now on the scope's messages are sent once, however often the request is repeated.</summary>
    /// <param name="key">As the caller wrote it.</param>
    /// <param name="fingerprint">SHA-256 of the operation and its parameters.</param>
    /// <exception cref="BotApi.BotApiException">409: the key was used for another request.</exception>
    public async Task<KeyedSend> BeginKeyedAsync(string key, byte[] fingerprint, CancellationToken cancellationToken)
    {
        var account = (Account)Account;
        var keyed = await account.BeginKeyedAsync(key, fingerprint, cancellationToken);
        _keyedMessages = account.Keyed(keyed);
        return keyed;
    }

    public long Id => Account.Id;

    public bool IsBot => Account.IsBot;

    public bool IsTest => Account.IsTest;

    public Tl.User Self => Account.Self;

    public IPeers Peers => Account.Peers;

    public IFiles Files => Account.Files;

    public IMessages Messages => _keyedMessages ?? Account.Messages;

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
