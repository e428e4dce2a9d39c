using Microsoft.AspNetCore.Http.Features;
using TelegramRest.Accounts;
using TelegramRest.Accounts.Login;
using TelegramRest.BotApi;
using TelegramRest.Server.Operations;

namespace TelegramRest.Server.Http;

/// <summary>
/// From the raw request target to an account and a canonical path: what is behind this sees <c>/sendMessage</c>,
/// never a prefix, a spelling or a token.
/// </summary>
internal sealed class ApiMiddleware(RequestDelegate next, AccountRegistry accounts, ServerOptions options, IHostApplicationLifetime lifetime)
{
    public Task InvokeAsync(HttpContext context)
    {
        var target = RequestTarget.Parse(context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget);
        return target.Kind switch
        {
            TargetKind.Page when Pages.Contains(target.Rest) => next(context),
            TargetKind.Page => throw BotApiException.NotFound(),
            TargetKind.Nowhere => throw new BotApiException(404, target.Problem!),
            _ => ServeAsync(context, target),
        };
    }

    private async Task ServeAsync(HttpContext context, RequestTarget target)
    {
        if (HttpMethods.IsOptions(context.Request.Method))
        {
            Cors.AnswerPreflight(context.Response);
            return;
        }

        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsPost(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
            throw RequestErrors.VerbNotImplemented();
        if (lifetime.ApplicationStopping.IsCancellationRequested)
            throw BotApiException.TooManyRequests(5);

        var request = new ApiRequest(target);
        context.Features.Set(request);
        if (target.Kind == TargetKind.File)
        {
            TokenSyntax.Check(target.Token, options.Serves);
            await FileEndpoint.ServeAsync(context, await AccountAsync(context, target, "getfile"), target.Rest);
            return;
        }

        var operation = target.Kind == TargetKind.UserLogin
            ? Find(target.Rest)
            : await OperationAsync(context, target);
        context.RequestServices.GetRequiredService<Caller>().Address = ClientAddress.Of(context);
        if (operation.IsPending)
            throw new BotApiException(501, "Not Implemented: the method is not available yet");

        Rewrite(context.Request, operation.Path);
        await next(context);
    }

    private async ValueTask<OperationInfo> OperationAsync(HttpContext context, RequestTarget target)
    {
        TokenSyntax.Check(target.Token, options.Serves);
        var name = target.Rest;
        if (name.Length == 0)
            name = (await RequestBinding.ReadAsync(context, context.RequestAborted)).Get("method") ?? "";

        var known = OperationTable.TryGet(name, out var operation) && !operation.AtRoot;
        var account = await AccountAsync(context, target, known ? operation!.Name.ToLowerInvariant() : name.ToLowerInvariant());
        if (!known)
            throw BotApiException.NotFound("method not found");
        if (!operation!.Accounts.HasFlag(account.IsBot ? OperationAccounts.Bot : OperationAccounts.User))
            throw new BotApiException(400, $"Bad Request: Method Not Allowed: You can only use this method as a {(account.IsBot ? "user" : "bot")}");

        context.RequestServices.GetRequiredService<AccountScope>().Account = account;
        return operation;
    }

    private async ValueTask<IAccount> AccountAsync(HttpContext context, RequestTarget target, string method) => target.IsBot
        ? await accounts.GetBotAsync(target.Token, target.IsTest, method, ClientAddress.Of(context), context.RequestAborted)
        : await accounts.GetUserAsync(target.Token, target.IsTest, method, ClientAddress.Of(context), context.RequestAborted);

    private static OperationInfo Find(string name) => OperationTable.TryGet(name, out var operation) ? operation : throw BotApiException.NotFound("method not found");

    private static void Rewrite(HttpRequest request, string path)
    {
        request.Path = path;
        request.QueryString = QueryString.Empty;
    }
}
