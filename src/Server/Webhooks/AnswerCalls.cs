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
            var source = new RequestSource();
            await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
            await bodies.ReadAnswerAsync(contentType, body, owner, source, cancellationToken);
            if (source.Get("method") is { Length: > 0 } method && IsAllowed(method) && OperationTable.TryGet(method, out var operation))
            {
                // The update has arrived; its chat does not wait for the call.
                _ = InvokeAsync(target, operation.Name, source, owner);
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

    private static bool IsAllowed(string method) =>
        method.ToLowerInvariant() is not ("deletewebhook" or "setwebhook" or "close" or "logout")
        && !method.StartsWith("get", StringComparison.OrdinalIgnoreCase);

    private async Task InvokeAsync(WebhookTarget target, string name, RequestSource source, UploadOwner owner)
    {
        try
        {
            using (owner)
            {
                if (!Controllers.Operations.TryGet(name, out var operation))
                    return;
                await using var scope = scopes.CreateAsyncScope();
                scope.ServiceProvider.GetRequiredService<AccountScope>().Account = await target.Account(CancellationToken.None);
                await operation.InvokeAsync(scope.ServiceProvider, source, CancellationToken.None);
            }
        }
        catch (BotApiException error)
        {
            Log.AnswerCallRefused(logger, target.QueueId, name, error.Code);
        }
        catch (Exception error)
        {
            Log.AnswerCallFailed(logger, target.QueueId, name, error);
        }
    }
}
