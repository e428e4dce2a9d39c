using Microsoft.Net.Http.Headers;
using TelegramRest.Accounts;
using TelegramRest.BotApi;

namespace TelegramRest.Server.Http;

/// <summary><c>GET /file/bot&lt;token&gt;/&lt;file_path&gt;</c>: the bytes that getFile pointed at.</summary>
/// <remarks>https://core.telegram.org/bots/api#getfile</remarks>
internal static class FileEndpoint
{
    /// <exception cref="BotApiException">404 for a path that getFile never gave.</exception>
    public static async Task ServeAsync(HttpContext context, IAccount account, string path)
    {
        if (await account.Files.OpenAsync(path, context.RequestAborted) is not { } file)
            throw BotApiException.NotFound();

        context.Response.Headers.AccessControlAllowOrigin = "*";
        // Anything may have been uploaded under this path; a browser must not run it as a page of this server.
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        await Results.File(file.Path, file.ContentType, lastModified: file.LastModified, entityTag: new EntityTagHeaderValue(file.ETag), enableRangeProcessing: true)
            .ExecuteAsync(context);
    }
}
