using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using TelegramRest.BotApi;

namespace TelegramRest.Server.Http;

/// <summary>The header by which a caller may repeat a send without sending twice.</summary>
internal static class IdempotencyKey
{
    /// <summary>Set on an answer that is a repetition.</summary>
    public const string ReplayHeader = "Idempotency-Replayed";

    public const string Header = "Idempotency-Key";
    private const int MaxLength = 255;
    private const int BufferBytes = 64 * 1024;

    /// <returns>Null without the header.</returns>
    /// <exception cref="BotApiException">400: it is empty, too long, or there are several.</exception>
    public static string? Of(HttpRequest request)
    {
        if (!request.Headers.TryGetValue(Header, out var values))
            return null;
        return values is [{ Length: > 0 and <= MaxLength } key] ? key : throw BotApiException.BadRequest("the Idempotency-Key must be one value of 1 to 255 characters");
    }

    /// <summary>SHA-256 of what is asked for: the operation, its parameters in any order, and the content of its files.</summary>
    public static async Task<byte[]> FingerprintAsync(string operation, RequestSource source, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, operation);
        foreach (var (name, value) in source.Parameters.DistinctBy(parameter => parameter.Key).OrderBy(parameter => parameter.Key, StringComparer.Ordinal))
        {
            Append(hash, name);
            Append(hash, value);
        }

        foreach (var file in source.Files.OrderBy(file => file.FieldName, StringComparer.Ordinal))
        {
            Append(hash, file.FieldName);
            Append(hash, file.FileName);
            await AppendAsync(hash, file, cancellationToken);
        }

        return hash.GetHashAndReset();
    }

    // Lengths go before texts, so that no two requests run together into the same bytes.
    private static void Append(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }

    private static async Task AppendAsync(IncrementalHash hash, UploadedFile file, CancellationToken cancellationToken)
    {
        await using var content = await file.OpenAsync(cancellationToken);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            int read;
            while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
                hash.AppendData(buffer, 0, read);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
