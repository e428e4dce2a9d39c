using System.Net.Sockets;
using System.Security.Authentication;
using TelegramRest.BotApi;

namespace TelegramRest.Server.Webhooks;

/// <summary>The <c>last_error_message</c> of an attempt that got no answer.</summary>
internal static class WebhookErrors
{
    public const string ReadTimeout = "Read timeout expired";

    public static string Text(Exception error)
    {
        for (var cause = error; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case SocketException socket:
                    return Text(socket);
                case AuthenticationException:
                    return "SSL error {error:0A000086:SSL routines::certificate verify failed}";
                case BotApiException refused:
                    return refused.Description.Replace("Bad Request: bad webhook: ", "", StringComparison.Ordinal);
                case IOException { InnerException: null }:
                    return cause.Message.StartsWith("Can't ", StringComparison.Ordinal) ? cause.Message : "Webhook connection closed";
            }
        }

        return error is HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse } ? "Wrong response from the webhook: not HTTP" : "Can't connect to the webhook";
    }

    private static string Text(SocketException error) => error.SocketErrorCode switch
    {
        SocketError.ConnectionRefused => "Connection refused",
        SocketError.TimedOut => "Connection timed out",
        SocketError.ConnectionReset => "Connection reset by peer",
        SocketError.HostUnreachable => "No route to host",
        SocketError.NetworkUnreachable => "Network is unreachable",
        _ => error.Message,
    };
}
