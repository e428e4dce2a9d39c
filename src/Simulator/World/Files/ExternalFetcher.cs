using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;
using TelegramRest.Simulator.Rpc;

namespace TelegramRest.Simulator.World.Files;

/// <summary>Fetches media that a client named by URL (https://core.telegram.org/constructor/inputMediaPhotoExternal), within limits of size and time.</summary>
internal sealed class ExternalFetcher : IDisposable
{
    public const long PhotoLimit = 5 * 1024 * 1024;
    public const long DocumentLimit = 20 * 1024 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = true, MaxAutomaticRedirections = 5, ConnectTimeout = TimeSpan.FromSeconds(5), UseProxy = false, UseCookies = false })
    {
        // One limit for connecting, waiting and reading, kept by each fetch.
        Timeout = System.Threading.Timeout.InfiniteTimeSpan,
    };

    /// <summary>Writes what the URL answers into <paramref name="target"/>.</summary>
    /// <returns>The content type, and a file name taken from the answer or the URL.</returns>
    /// <exception cref="RpcError">EXTERNAL_URL_INVALID, or WEBPAGE_CURL_FAILED for what does not come, comes too slowly or is too much.</exception>
    public async Task<(string MimeType, string FileName)> FetchAsync(string url, long limit, Stream target, ILogger log, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(url.Contains("://", StringComparison.Ordinal) ? url : "http://" + url, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            throw new RpcError(400, "EXTERNAL_URL_INVALID");
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            using var response = await _client.GetAsync(uri, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            if (response.StatusCode != HttpStatusCode.OK || response.Content.Headers.ContentLength > limit)
                throw new RpcError(400, "WEBPAGE_CURL_FAILED");
            await using var body = await response.Content.ReadAsStreamAsync(patience.Token);
            await CopyAsync(body, target, limit, patience.Token);
            var name = response.Content.Headers.ContentDisposition?.FileName?.Trim('"') ?? Path.GetFileName(Uri.UnescapeDataString(uri.AbsolutePath));
            return (response.Content.Headers.ContentType?.MediaType ?? "application/octet-stream", name.Length == 0 ? "file" : name);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or SocketException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            Log.FetchFailed(log, exception.GetType().Name);
            throw new RpcError(400, "WEBPAGE_CURL_FAILED");
        }
    }

    public void Dispose() => _client.Dispose();

    private static async Task CopyAsync(Stream source, Stream target, long limit, CancellationToken cancellationToken)
    {
        var buffer = new byte[64 * 1024];
        long total = 0;
        int read;
        while ((read = await source.ReadAsync(buffer, cancellationToken)) > 0)
        {
            total += read;
            if (total > limit)
                throw new RpcError(400, "WEBPAGE_CURL_FAILED");
            await target.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }
    }
}
