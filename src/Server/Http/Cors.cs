namespace TelegramRest.Server.Http;

/// <summary>Pages of any origin may call the API: who knows the token may use it, and there is nothing else to steal.</summary>
internal static class Cors
{
    public static void AnswerPreflight(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status204NoContent;
        response.Headers.AccessControlAllowOrigin = "*";
        response.Headers.AccessControlAllowMethods = "GET, POST, OPTIONS";
        response.Headers.AccessControlAllowHeaders = "*";
        response.Headers.AccessControlMaxAge = "86400";
    }
}
