using System.Net;

namespace TelegramRest.Client.Http;

/// <summary>The part of a form that is a file; its content goes from where it is to the network without being held.</summary>
internal sealed class UploadContent : HttpContent
{
    private readonly InputFileUpload _file;

    public UploadContent(string name, InputFileUpload file)
    {
        _file = file;
        // Written out as browsers do: the header's own class would wrap a name that is not ASCII in a mail encoding.
        var fileName = file.FileName.Replace("\"", "%22", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);
        Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"{name}\"; filename=\"{fileName}\"");
        Headers.TryAddWithoutValidation("Content-Type", "application/octet-stream");
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) => _file.CopyToAsync(stream, cancellationToken);

    protected override bool TryComputeLength(out long length)
    {
        length = _file.Length ?? 0;
        return _file.Length is not null;
    }
}
