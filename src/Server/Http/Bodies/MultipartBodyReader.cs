using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using TelegramRest.Accounts.Files;
using TelegramRest.BotApi;

namespace TelegramRest.Server.Http.Bodies;

/// <summary>Reads one <c>multipart/form-data</c> body.</summary>
/// <param name="spool">Takes the files.</param>
/// <param name="owner">Keeps them.</param>
/// <param name="forward">Takes large ones as they come; may be null.</param>
/// <param name="budget">Bytes that all values may have together.</param>
/// <remarks>https://www.rfc-editor.org/rfc/rfc7578</remarks>
internal sealed class MultipartBodyReader(UploadSpool spool, UploadOwner owner, IFiles? forward, int budget)
{
    private const int MaxBoundaryLength = 70;
    private const int MaxHeaderBytes = 1 << 18;
    private const int MaxFiles = 50;

    private int _budget = budget;
    private int _files;

    public async ValueTask ReadAsync(string contentType, Stream body, RequestSource source, CancellationToken cancellationToken)
    {
        var reader = new MultipartReader(Boundary(contentType), body, bufferSize: 64 * 1024) { HeadersLengthLimit = MaxHeaderBytes };
        while (await NextAsync(reader, cancellationToken) is { } section)
        {
            try
            {
                await ReadSectionAsync(section, source, cancellationToken);
            }
            catch (IOException error) when (error is not BadHttpRequestException)
            {
                throw RequestErrors.UnexpectedEnd();
            }
        }
    }

    private static async ValueTask<MultipartSection?> NextAsync(MultipartReader reader, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadNextSectionAsync(cancellationToken);
        }
        catch (InvalidDataException error)
        {
            throw error.Message.Contains("limit", StringComparison.OrdinalIgnoreCase) ? RequestErrors.PartHeadersTooLarge() : RequestErrors.PartHeadersBroken();
        }
        catch (IOException error) when (error is not BadHttpRequestException)
        {
            throw RequestErrors.UnexpectedEnd();
        }
    }

    private async ValueTask ReadSectionAsync(MultipartSection section, RequestSource source, CancellationToken cancellationToken)
    {
        if (section.Headers is not { Count: > 0 })
            throw RequestErrors.PartHeadersEmpty();
        var disposition = ContentDisposition.Parse(section.ContentDisposition);
        var contentType = section.ContentType ?? "";

        if (disposition.FileName is { } fileName)
        {
            if (++_files > MaxFiles)
                throw RequestErrors.TooManyFiles();
            source.AddFile(await spool.StoreAsync(disposition.Name, FileNames.Clean(fileName), contentType, section.Body, owner, forward, cancellationToken));
            return;
        }

        var value = await ReadValueAsync(section.Body, cancellationToken);
        if (contentType.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
            source.AddUrlEncoded(value);
        else
            source.Add(disposition.Name, PercentEncoding.Utf8(value));
    }

    private async ValueTask<byte[]> ReadValueAsync(Stream body, CancellationToken cancellationToken)
    {
        using var value = new MemoryStream();
        var buffer = new byte[4096];
        int read;
        while ((read = await body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if ((_budget -= read) < 0)
                throw RequestErrors.TooManyFormParameters();
            value.Write(buffer, 0, read);
        }

        return value.ToArray();
    }

    private static string Boundary(string contentType)
    {
        var word = contentType.IndexOf("boundary", StringComparison.OrdinalIgnoreCase);
        if (word < 0)
            throw RequestErrors.BoundaryNotFound();
        var equals = contentType.IndexOf('=', word);
        if (equals < 0)
            throw RequestErrors.BoundaryValueNotFound();
        var value = contentType.AsSpan(equals + 1);
        var end = value.IndexOf(';');
        value = (end < 0 ? value : value[..end]).Trim();
        if (value is ['"', .., '"'] && value.Length >= 2)
            value = value[1..^1];
        if (value.IsEmpty || Encoding.UTF8.GetByteCount(value) > MaxBoundaryLength)
            throw RequestErrors.BoundaryLength();
        return value.ToString();
    }
}
