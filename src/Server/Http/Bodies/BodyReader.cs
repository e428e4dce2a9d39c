using System.Buffers;
using System.IO.Compression;
using System.Text;
using TelegramRest.Accounts.Files;
using TelegramRest.BotApi;

namespace TelegramRest.Server.Http.Bodies;

/// <summary>
/// Turns query and body into one list of parameters and files. Parameters may stand behind files in a multipart body, so all of it is read before
/// the operation begins; what becomes of the files until then, <see cref="UploadSpool"/> says.
/// </summary>
internal sealed class BodyReader(UploadSpool spool)
{
    /// <summary>Bytes that query, urlencoded or JSON body and multipart values may have together.</summary>
    public const int MaxParameterBytes = 1 << 20;

    private const long MaxContentLength = uint.MaxValue - 1L;

    /// <param name="forward">Takes large files while they arrive; null keeps them, to be read as often as it takes.</param>
    /// <exception cref="BotApiException">The request cannot be read.</exception>
    public async ValueTask ReadAsync(HttpContext context, string query, RequestSource source, IFiles? forward, CancellationToken cancellationToken)
    {
        if (query.Length > MaxParameterBytes)
            throw RequestErrors.TooManyParameters();
        if (query.Length > 0)
            source.AddUrlEncoded(Encoding.UTF8.GetBytes(query));

        var request = context.Request;
        if (request.ContentLength is 0 || !request.Body.CanRead || (request.ContentLength is null && request.Headers.TransferEncoding.Count == 0))
            return;
        if (request.ContentLength > MaxContentLength)
            throw RequestErrors.ContentLength(request.ContentLength.Value);

        try
        {
            var body = Decompressed(request);
            await ReadBodyAsync(context, request.ContentType ?? "", body, MaxParameterBytes - query.Length, source, forward, cancellationToken);
        }
        catch (BadHttpRequestException error)
        {
            throw new BotApiException(error.StatusCode, error.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? "Request Entity Too Large: content is too long"
                : RequestErrors.UnexpectedEnd().Description);
        }
        catch (InvalidDataException)
        {
            throw RequestErrors.UnexpectedEnd();
        }
    }

    /// <summary>Reads a webhook's answer, which may hold a method call in the forms that a request has.</summary>
    public async ValueTask ReadAnswerAsync(string contentType, Stream body, UploadOwner owner, RequestSource source, CancellationToken cancellationToken)
    {
        if (Is(contentType, "multipart/form-data"))
            await new MultipartBodyReader(spool, owner, forward: null, MaxParameterBytes).ReadAsync(contentType, body, source, cancellationToken);
        else if (Is(contentType, "application/x-www-form-urlencoded") || Is(contentType, "application/json"))
            await ReadParametersAsync(contentType, body, MaxParameterBytes, source, cancellationToken);
    }

    private async ValueTask ReadBodyAsync(
        HttpContext context, string contentType, Stream body, int budget, RequestSource source, IFiles? forward, CancellationToken cancellationToken)
    {
        if (Is(contentType, "multipart/form-data"))
        {
            await new MultipartBodyReader(spool, Owner(context), forward, budget).ReadAsync(contentType, body, source, cancellationToken);
        }
        else if (Is(contentType, "application/x-www-form-urlencoded") || Is(contentType, "application/json"))
        {
            await ReadParametersAsync(contentType, body, budget, source, cancellationToken);
        }
        else
        {
            var file = await spool.StoreAsync("file", "", "application/octet-stream", body, Owner(context), forward, cancellationToken);
            if (file.Length > 0)
                source.AddFile(file);
        }
    }

    private static async ValueTask ReadParametersAsync(string contentType, Stream body, int budget, RequestSource source, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(4096);
        try
        {
            var length = 0;
            while (true)
            {
                var read = await body.ReadAsync(buffer.AsMemory(length), cancellationToken);
                if (read == 0)
                    break;
                length += read;
                if (length > budget)
                    throw RequestErrors.TooManyParameters();
                if (length == buffer.Length)
                    buffer = Grow(buffer);
            }

            var content = buffer.AsSpan(0, length);
            if (Is(contentType, "application/x-www-form-urlencoded"))
                source.AddUrlEncoded(content);
            else if (!content.Trim(" \t\r\n"u8).IsEmpty && !source.AddJson(content))
                throw RequestErrors.BrokenJson();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static byte[] Grow(byte[] buffer)
    {
        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }

    private static Stream Decompressed(HttpRequest request)
    {
        var encoding = request.Headers.ContentEncoding;
        return encoding.Count == 0 ? request.Body : encoding[0]?.Trim().ToLowerInvariant() switch
        {
            null or "" or "none" => request.Body,
            "gzip" => new GZipStream(request.Body, CompressionMode.Decompress, leaveOpen: true),
            "deflate" => new ZLibStream(request.Body, CompressionMode.Decompress, leaveOpen: true),
            _ => throw RequestErrors.ContentEncoding(),
        };
    }

    private static UploadOwner Owner(HttpContext context)
    {
        var owner = new UploadOwner();
        context.Response.RegisterForDispose(owner);
        return owner;
    }

    private static bool Is(string contentType, string wanted) => contentType.Contains(wanted, StringComparison.OrdinalIgnoreCase);
}
