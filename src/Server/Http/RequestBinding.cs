using Microsoft.AspNetCore.Http.Features;
using TelegramRest.Accounts;
using TelegramRest.BotApi;
using TelegramRest.Server.Http.Bodies;
using TelegramRest.Server.Operations;

namespace TelegramRest.Server.Http;

/// <summary>Reads a request's parameters, once.</summary>
internal static class RequestBinding
{
    /// <exception cref="BotApiException">The request cannot be read.</exception>
    public static ValueTask<RequestSource> ReadAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var request = context.Features.GetRequiredFeature<ApiRequest>();
        return request.Source is { } source ? ValueTask.FromResult(source) : ReadOnceAsync(context, request, cancellationToken);
    }

    private static async ValueTask<RequestSource> ReadOnceAsync(HttpContext context, ApiRequest request, CancellationToken cancellationToken)
    {
        var source = new RequestSource
        {
            IsUser = !request.Target.IsBot,
            AllowsLocalFiles = context.RequestServices.GetRequiredService<ServerOptions>().Local,
        };

        // Who may repeat the request has it compared with the first one: its files must stay.
        var scope = context.RequestServices.GetRequiredService<AccountScope>();
        var forward = scope.HasAccount && !context.Request.Headers.ContainsKey(IdempotencyKey.Header) ? scope.Files : null;
        await context.RequestServices.GetRequiredService<BodyReader>().ReadAsync(context, request.Target.Query, source, forward, cancellationToken);
        return request.Source = source;
    }
}
