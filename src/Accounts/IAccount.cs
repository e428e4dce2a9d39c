using TelegramRest.Accounts.Files;
using TelegramRest.Accounts.Login;
using TelegramRest.Accounts.Messages;
using TelegramRest.Accounts.Peers;
using TelegramRest.Accounts.Queue;
using TelegramRest.Accounts.Webhooks;

namespace TelegramRest.Accounts;

/// <summary>One logged-in token, bot or person, as an operation sees it.</summary>
/// <remarks>All members throw <see cref="BotApi.BotApiException"/> with the text that the caller gets.</remarks>
public interface IAccount
{
    /// <summary>The number before the token's colon (a bot's user id, a person's random token number), plus 2⁵⁴ in the test environment. Names the queue.</summary>
    long Id { get; }

    bool IsBot { get; }

    /// <summary>The Telegram test environment (<c>/test/</c>).</summary>
    bool IsTest { get; }

    /// <summary>The account's own user, never min.</summary>
    /// <exception cref="InvalidOperationException">The login has not been completed.</exception>
    Tl.User Self { get; }

    IPeers Peers { get; }

    IFiles Files { get; }

    IMessages Messages { get; }

    IUpdateQueue Updates { get; }

    IWebhook Webhook { get; }

    ILogin Login { get; }

    /// <summary>
    /// Sends one call to the home data centre. A result of type Updates also enters the account's own update sequence,
    /// and the users and chats of any result are remembered. RPC errors become <see cref="BotApi.BotApiException"/> by the error table.
    /// </summary>
    Task<TResult> InvokeAsync<TResult>(Tl.ITlMethod<TResult> method, CancellationToken cancellationToken);

    /// <summary>As <see cref="InvokeAsync{TResult}(Tl.ITlMethod{TResult}, CancellationToken)"/>; <paramref name="defaultMessage"/> replaces the text of a 400.</summary>
    Task<TResult> InvokeAsync<TResult>(Tl.ITlMethod<TResult> method, string defaultMessage, CancellationToken cancellationToken);

    /// <summary>As <see cref="InvokeAsync{TResult}(Tl.ITlMethod{TResult}, CancellationToken)"/>, on another data centre (inline messages live where they were made).</summary>
    Task<TResult> InvokeAsync<TResult>(Tl.ITlMethod<TResult> method, int dcId, CancellationToken cancellationToken);

    /// <summary>Ends the session at Telegram, drops queue, webhook and stored state. The token's next call logs in anew (bots) or is refused (people).</summary>
    Task LogOutAsync(CancellationToken cancellationToken);

    /// <summary>Stops the local instance; keys, queue and webhook stay stored.</summary>
    Task CloseAsync(CancellationToken cancellationToken);
}
