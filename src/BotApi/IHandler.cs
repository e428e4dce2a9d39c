namespace TelegramRest.BotApi;

/// <summary>One operation of the HTTP contract. Failures are thrown as <see cref="BotApiException"/>.</summary>
public interface IHandler<in TRequest, TResult>
{
    Task<TResult> HandleAsync(TRequest request, CancellationToken cancellationToken);
}
