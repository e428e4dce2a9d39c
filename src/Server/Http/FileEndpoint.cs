using Microsoft.Net.Http.Headers;
using TelegramRest.Accounts;
using TelegramRest.BotApi;

namespace TelegramRest.Server.Http;

/// <summary><c>GET /file/bot&lt;token&gt;/&lt;file_path&gt;</c>: the bytes that getFile pointed at, whole or in part, as they come from Telegram or from the cache.</summary>
/// <remarks>https://core.telegram.org/bots/api#getfile</remarks>
internal static class FileEndpoint
{
    /// <exception cref="BotApiException">404 for a path that getFile never gave; what went wrong before the first byte.</exception>
    public static async Task ServeAsync(HttpContext context, IAccount account, string path)
    {
        if (account.Files.Open(path, context.RequestAborted) is not { } file)
            throw BotApiException.NotFound();

        context.Response.Headers.AccessControlAllowOrigin = "*";
        // Anything may have been uploaded under this path; a browser must not run it as a page of this server.
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        // A range in units that nobody knows is no range.
        var mayBePart = context.Request.Headers.Range is [var range] && range?.StartsWith("bytes=", StringComparison.OrdinalIgnoreCase) == true;
        context.Response.Headers.AcceptRanges = "bytes";
        try
        {
            await Results.Stream(file.Content, file.ContentType, entityTag: new EntityTagHeaderValue(file.ETag), enableRangeProcessing: mayBePart).ExecuteAsync(context);
        }
        catch (BotApiException) when (!context.Response.HasStarted)
        {
            // The file's headers do not belong to the error.
            context.Response.Clear();
            throw;
        }
    }
}
