using System.Security.Cryptography;
using System.Text;
using TelegramRest.Accounts.Login;
using TelegramRest.Accounts.Peers;
using TelegramRest.Accounts.Storage;
using TelegramRest.BotApi;
using TelegramRest.Mapping.Errors;
using TelegramRest.Mtproto;

namespace TelegramRest.Accounts;

/// <summary>Brings accounts up: from the store without waiting for the network, or by a login at Telegram.</summary>
internal sealed class AccountOpening(AccountServices services, Func<Account, AccountEnd, Task> ended)
{
    /// <summary>A bot by its token. What is stored counts only for the very token that made it.</summary>
    /// <param name="closeOthers">Ends what runs under another token of the same bot; called once the new one has proved good.</param>
    /// <exception cref="BotApiException">401, 429, or 500 when Telegram cannot be reached.</exception>
    public async Task<Account> OpenBotAsync(TokenParts parts, string token, Func<Task> closeOthers)
    {
        var row = services.Store.Read(session => AccountTable.Find(session, parts.QueueId));
        if (row is { Token: { } stored, Self: not null } && CryptographicOperations.FixedTimeEquals(services.Vault.Open(stored), Encoding.UTF8.GetBytes(token)))
        {
            return Resume(row);
        }

        var account = Create(parts.QueueId, isBot: true, parts.IsTest, null, isStored: false);
        try
        {
            await account.Client.ConnectAsync(CancellationToken.None);
            var options = services.Options;
            var answer = await account.Client.InvokeAsync(
                new Tl.Auth.ImportBotAuthorization { ApiId = options.ApiId, ApiHash = options.ApiHash, BotAuthToken = token }, CancellationToken.None);
            if (answer is not Tl.Auth.Authorization { User: Tl.User { Bot: true } self } || self.Id != parts.Number)
            {
                throw BotApiException.Unauthorized();
            }

            await closeOthers();
            await CompleteAsync(account, parts, services.Vault.Protect(token), self);
            return account;
        }
        catch (Exception exception)
        {
            await account.DisposeAsync();
            throw exception switch
            {
                RpcException error => Refusal(error),
                RpcTransportException => new BotApiException(500, "Internal Server Error: Telegram cannot be reached"),
                _ => exception,
            };
        }
    }

    /// <summary>Says whether a user token is one whose login was completed.</summary>
    /// <exception cref="BotApiException">401.</exception>
    public void CheckUser(TokenParts parts)
    {
        var row = services.Store.Read(session => AccountTable.Find(session, parts.QueueId));
        if (row is not { TokenHash: { } hash, Self: not null } || !CryptographicOperations.FixedTimeEquals(hash, Vault.Hash(parts.Secret)))
        {
            throw BotApiException.Unauthorized();
        }
    }

    /// <summary>A person's stored account.</summary>
    public Task<Account> OpenUserAsync(long queueId)
    {
        var row = services.Store.Read(session => AccountTable.Find(session, queueId)) ?? throw BotApiException.Unauthorized();
        return Task.FromResult(Resume(row));
    }

    /// <summary>A person's account that is about to log in.</summary>
    public Account NewUser(TokenParts parts, string phoneNumber, Func<Task> abandon)
    {
        var account = Create(parts.QueueId, isBot: false, parts.IsTest, Vault.Hash(parts.Secret), isStored: false);
        account.Login = new UserLogin(account.Client, phoneNumber, services.Options, self => CompleteAsync(account, parts, null, self), abandon);
        return account;
    }

    private Account Create(long queueId, bool isBot, bool isTest, byte[]? secretHash, bool isStored)
    {
        var keys = new AccountAuthStore(services.Store, services.Vault, queueId, isStored);
        return new Account(services, queueId, isBot, isTest, secretHash, keys, ended);
    }

    /// <summary>The account is usable at once; the connection and the difference follow behind it.</summary>
    private Account Resume(AccountRow row)
    {
        var account = Create(row.AccountId, row.IsBot, row.IsTest, row.TokenHash, isStored: true);
        var reader = new Tl.TlReader(row.Self);
        account.Activate((Tl.User)reader.ReadObject());
        _ = ReconnectAsync(account);
        return account;
    }

    private async Task ReconnectAsync(Account account)
    {
        try
        {
            await account.Client.ConnectAsync(CancellationToken.None);
            await account.RecoverUpdatesAsync();
            account.Remember((await account.Client.InvokeAsync(new Tl.Users.GetUsers { Id = [new Tl.InputUserSelf()] }, CancellationToken.None), []));
            Log.AccountReady(services.Logger, account.Id, account.Client.HomeDc);
        }
        catch (Exception exception) when (exception is RpcException or RpcTransportException or OperationCanceledException or ObjectDisposedException)
        {
            // Lost authorization ends the account elsewhere; anything else shows with the next call.
            Log.NotReconnected(services.Logger, account.Id, exception.GetType().Name);
        }
    }

    private async Task CompleteAsync(Account account, TokenParts parts, byte[]? token, Tl.User self)
    {
        var row = new AccountRow(
            parts.QueueId,
            account.IsBot,
            parts.IsTest,
            token,
            account.SecretHash,
            account.Keys.HomeDc ?? account.Client.HomeDc,
            PeerStore.Serialize(self),
            account.Client.ServerNow.ToUnixTimeSeconds(),
            services.Outlets.Get(parts.QueueId).Allowed.Stored);
        await account.Keys.CommitAsync(row);
        account.Activate(self);
        await account.RecoverUpdatesAsync();
        Log.AccountReady(services.Logger, account.Id, account.Client.HomeDc);
    }

    private static BotApiException Refusal(RpcException error) => error switch
    {
        { Type: "API_ID_INVALID" or "API_ID_PUBLISHED_FLOOD" } => BotApiException.Unauthorized("invalid api-id/api-hash"),
        { Code: 420, Argument: { } seconds } => BotApiException.TooManyRequests(seconds + 1),
        { Code: 400 or 401 } => BotApiException.Unauthorized(),
        _ => RpcErrorMapper.ToBotApi(error.Code, error.ErrorMessage),
    };
}
