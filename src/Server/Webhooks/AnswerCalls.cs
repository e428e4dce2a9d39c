using TelegramRest.Accounts;
using TelegramRest.Accounts.Webhooks;
using TelegramRest.BotApi;
using TelegramRest.Server.Http;
using TelegramRest.Server.Http.Bodies;

namespace TelegramRest.Server.Webhooks;

/// <summary>A bot may put one method call into its answer to an update; nobody hears what came of it.</summary>
/// <remarks>https://core.telegram.org/bots/api#making-requests-when-getting-updates</remarks>
internal sealed class AnswerCalls(IServiceScopeFactory scopes, BodyReader bodies, ILogger<AnswerCalls> logger)
{
    /// <summary>Reads the answer to its end, and starts the call in it, if there is one.</summary>
    public async Task RunAsync(WebhookTarget target, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var contentType = response.Content.Headers.ContentType?.ToString() ?? "";
        if (contentType.Length == 0 || response.Content.Headers.ContentLength is 0)
            return;

        var owner = new UploadOwner();
        try
        {
            var account = await target.Account(cancellationToken);
            var source = new RequestSource { IsUser = !account.IsBot };
            await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
            await bodies.ReadAnswerAsync(contentType, body, owner, source, cancellationToken);
            if (source.Get("method") is { Length: > 0 } method && IsAllowed(method, account))
            {
                // The update has arrived; its chat does not wait for the call.
                _ = InvokeAsync(target.QueueId, account, method, source, owner);
                owner = null;
            }
        }
        catch (BotApiException)
        {
            // An answer that cannot be read is no call; the update has arrived all the same.
        }
        finally
        {
            owner?.Dispose();
        }
    }

    private static bool IsAllowed(string method, Account account) =>
        OperationTable.TryGet(method, out var operation)
        && operation.Accounts.HasFlag(account.IsBot ? OperationAccounts.Bot : OperationAccounts.User)
        && method.ToLowerInvariant() is not ("deletewebhook" or "setwebhook" or "close" or "logout")
        && !method.StartsWith("get", StringComparison.OrdinalIgnoreCase);

    private async Task InvokeAsync(long queueId, Account account, string method, RequestSource source, UploadOwner owner)
    {
        try
        {
            using (owner)
            {
                if (!OperationTable.TryGet(method, out var known) || !Controllers.Operations.TryGet(known.Name, out var operation))
                    return;
                await using var scope = scopes.CreateAsyncScope();
                scope.ServiceProvider.GetRequiredService<AccountScope>().Account = account;
                await operation.InvokeAsync(scope.ServiceProvider, source, CancellationToken.None);
            }
        }
        catch (BotApiException error)
        {
            Log.AnswerCallRefused(logger, queueId, method, error.Code);
        }
        catch (Exception error)
        {
            Log.AnswerCallFailed(logger, queueId, method, error);
        }
    }
}
