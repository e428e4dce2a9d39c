using System.Text.Json.Serialization.Metadata;
using FluentValidation;
using TelegramRest.BotApi;

namespace TelegramRest.Server.Http;

/// <summary>An operation whose handler answers the result itself.</summary>
internal sealed class Operation<TRequest, TResult>(
    string name, Func<RequestSource, TRequest> read, IValidator<TRequest>? validator, JsonTypeInfo<TResult> typeInfo) : Operation(name)
{
    public override async Task RunAsync(HttpContext context)
    {
        var source = await RequestBinding.ReadAsync(context, context.RequestAborted);
        var result = await HandleAsync(context.RequestServices, source, context.RequestAborted);
        await EnvelopeWriter.WriteAsync(context, result, typeInfo);
    }

    public override Task InvokeAsync(IServiceProvider services, RequestSource source, CancellationToken cancellationToken) =>
        HandleAsync(services, source, cancellationToken);

    private Task<TResult> HandleAsync(IServiceProvider services, RequestSource source, CancellationToken cancellationToken)
    {
        var request = RequestCheck.Pass(read(source), validator);
        return services.GetRequiredService<IHandler<TRequest, TResult>>().HandleAsync(request, cancellationToken);
    }
}
