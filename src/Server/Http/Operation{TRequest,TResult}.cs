using System.Text.Json.Serialization.Metadata;
using FluentValidation;
using TelegramRest.Accounts;
using TelegramRest.BotApi;

namespace TelegramRest.Server.Http;

/// <summary>An operation whose handler answers the result itself.</summary>
internal sealed class Operation<TRequest, TResult>(
    string name, Func<RequestSource, TRequest> read, IValidator<TRequest>? validator, JsonTypeInfo<TResult> typeInfo) : Operation(name)
{
    private static readonly bool Sends = typeof(TRequest).IsAssignableTo(typeof(ISendRequest));

    public override async Task RunAsync(HttpContext context)
    {
        if (Sends && IdempotencyKey.Of(context.Request) is { } key)
        {
            await RunOnceAsync(context, key);
            return;
        }

        var source = await RequestBinding.ReadAsync(context, context.RequestAborted);
        var result = await HandleAsync(context.RequestServices, source, context.RequestAborted);
        await EnvelopeWriter.WriteAsync(context, result, typeInfo);
    }

    public override Task InvokeAsync(IServiceProvider services, RequestSource source, CancellationToken cancellationToken) =>
        HandleAsync(services, source, cancellationToken);

    /// <summary>A repeat of a request that was answered gets that answer again. The caller's leaving does not stop what has a key: it may come back for the answer.</summary>
    private async Task RunOnceAsync(HttpContext context, string key)
    {
        var source = await RequestBinding.ReadAsync(context, context.RequestAborted);
        var fingerprint = await IdempotencyKey.FingerprintAsync(Name, source, context.RequestAborted);
        await using var keyed = await context.RequestServices.GetRequiredService<AccountScope>().BeginKeyedAsync(key, fingerprint, context.RequestAborted);
        if (keyed.Answer is { } known)
        {
            context.Response.Headers[IdempotencyKey.ReplayHeader] = "true";
            await EnvelopeWriter.SendAsync(context, StatusCodes.Status200OK, known);
            return;
        }

        var result = await HandleAsync(context.RequestServices, source, CancellationToken.None);
        using var envelope = new PooledBuffer();
        EnvelopeWriter.Write(envelope, result, typeInfo);
        await keyed.CompleteAsync(envelope.Written);
        await EnvelopeWriter.SendAsync(context, StatusCodes.Status200OK, envelope.Written);
    }

    private Task<TResult> HandleAsync(IServiceProvider services, RequestSource source, CancellationToken cancellationToken)
    {
        var request = RequestCheck.Pass(read(source), validator);
        return services.GetRequiredService<IHandler<TRequest, TResult>>().HandleAsync(request, cancellationToken);
    }
}
