using System.Text.Json.Serialization.Metadata;
using FluentValidation;
using TelegramRest.BotApi;

namespace TelegramRest.Server.Http;

/// <summary>An operation whose envelope also carries a description.</summary>
internal sealed class DescribedOperation<TRequest, TResult>(
    string name, Func<RequestSource, TRequest> read, IValidator<TRequest>? validator, JsonTypeInfo<TResult> typeInfo) : Operation(name)
{
    public override async Task RunAsync(HttpContext context)
    {
        var source = await RequestBinding.ReadAsync(context, context.RequestAborted);
        var described = await HandleAsync(context.RequestServices, source, context.RequestAborted);
        await EnvelopeWriter.WriteAsync(context, described.Result, typeInfo, described.Description);
    }

    public override Task InvokeAsync(IServiceProvider services, RequestSource source, CancellationToken cancellationToken) =>
        HandleAsync(services, source, cancellationToken);

    private Task<Described<TResult>> HandleAsync(IServiceProvider services, RequestSource source, CancellationToken cancellationToken)
    {
        var request = RequestCheck.Pass(read(source), validator);
        return services.GetRequiredService<IHandler<TRequest, Described<TResult>>>().HandleAsync(request, cancellationToken);
    }
}
