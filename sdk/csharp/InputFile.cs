using System.Text.Json.Serialization;
using TelegramRest.Client.Json;

namespace TelegramRest.Client;

/// <summary>A file to send: one that Telegram has, one at a URL, or one that is uploaded with the request.</summary>
/// <remarks>https://core.telegram.org/bots/api#sending-files</remarks>
[JsonConverter(typeof(InputFileConverter))]
public abstract class InputFile
{
    private protected InputFile()
    {
    }

    /// <summary>A file that Telegram already has.</summary>
    public static InputFile FromId(string fileId) => new InputFileText(fileId);

    /// <summary>A file that Telegram fetches by itself.</summary>
    public static InputFile FromUrl(Uri url) => new InputFileText(url.AbsoluteUri);

    /// <summary>Uploads what the stream still holds. It is read once and stays open.</summary>
    public static InputFile FromStream(Stream stream, string fileName) =>
        new InputFileUpload(fileName, stream.CanSeek ? stream.Length - stream.Position : null, (target, cancellationToken) => stream.CopyToAsync(target, cancellationToken));

    /// <summary>Uploads bytes.</summary>
    public static InputFile FromBytes(ReadOnlyMemory<byte> bytes, string fileName) =>
        new InputFileUpload(fileName, bytes.Length, async (target, cancellationToken) => await target.WriteAsync(bytes, cancellationToken));

    /// <summary>Uploads a file of this machine, which is opened when the request is sent.</summary>
    public static InputFile FromPath(string path, string? fileName = null) => new InputFileUpload(
        fileName ?? Path.GetFileName(path),
        new FileInfo(path).Length,
        async (target, cancellationToken) =>
        {
            await using var file = File.OpenRead(path);
            await file.CopyToAsync(target, cancellationToken);
        });

    /// <summary>A file_id or a URL, which the server tells apart.</summary>
    public static implicit operator InputFile(string fileIdOrUrl) => new InputFileText(fileIdOrUrl);
}
