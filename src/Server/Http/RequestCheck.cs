using FluentValidation;
using TelegramRest.BotApi;

namespace TelegramRest.Server.Http;

/// <summary>Holds a request against the rules whose breach is an error; the first breach answers.</summary>
internal static class RequestCheck
{
    /// <exception cref="BotApiException">A rule is broken.</exception>
    public static TRequest Pass<TRequest>(TRequest request, IValidator<TRequest>? validator)
    {
        if (validator?.Validate(request) is { IsValid: false } broken)
            throw BotApiException.BadRequest(broken.Errors[0].ErrorMessage);
        return request;
    }
}
