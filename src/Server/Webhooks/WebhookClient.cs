using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using TelegramRest.Accounts.Webhooks;

namespace TelegramRest.Server.Webhooks;

/// <summary>Sends one update to one webhook and says what came of it.</summary>
/// <remarks>https://core.telegram.org/bots/api#setwebhook</remarks>
internal sealed class WebhookClient(AnswerCalls answers, TimeProvider time)
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60);
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    public async Task<DeliveryResult> SendAsync(HttpMessageInvoker connections, WebhookTarget target, ReadOnlyMemory<byte> update, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            using var request = Request(target.Settings, update);
            using var response = await connections.SendAsync(request, either.Token);
            if (!response.IsSuccessStatusCode)
                return Refused(response);
            await answers.RunAsync(target, response, either.Token);
            return default;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new DeliveryResult(WebhookErrors.ReadTimeout, 0, null);
        }
        catch (Exception error) when (error is HttpRequestException or IOException or BotApi.BotApiException)
        {
            return new DeliveryResult(WebhookErrors.Text(error), 0, null);
        }
    }

    private static HttpRequestMessage Request(WebhookSettings settings, ReadOnlyMemory<byte> update)
    {
        var url = WebhookUrl.Parse(settings.Url);
        var request = new HttpRequestMessage(HttpMethod.Post, url.Target)
        {
            Version = HttpVersion.Version11,
            Content = new ReadOnlyMemoryContent(update) { Headers = { ContentType = Json } },
        };
        request.Headers.Connection.Add("keep-alive");
        if (url.BasicCredentials is { } credentials)
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", credentials);
        if (settings.SecretToken is { Length: > 0 } secret)
            request.Headers.TryAddWithoutValidation("X-Telegram-Bot-Api-Secret-Token", secret);
        return request;
    }

    private static DeliveryResult Refused(HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        var text = string.Create(CultureInfo.InvariantCulture, $"Wrong response from the webhook: {status} {response.ReasonPhrase}");
        return new DeliveryResult(text, status, RetryAfter(response));
    }

    private static TimeSpan? RetryAfter(HttpResponseMessage response) =>
        response.Headers.RetryAfter?.Delta is { } delay ? TimeSpan.FromSeconds(Math.Clamp(delay.TotalSeconds, 0, 3600)) : null;
}
