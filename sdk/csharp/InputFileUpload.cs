namespace TelegramRest.Client;

/// <summary>A file that travels with the request.</summary>
/// <param name="fileName">What the receiver sees.</param>
/// <param name="length">In bytes, where it is known beforehand.</param>
/// <param name="copyAsync">Writes the content.</param>
internal sealed class InputFileUpload(string fileName, long? length, Func<Stream, CancellationToken, Task> copyAsync) : InputFile
{
    public string FileName { get; } = fileName;

    public long? Length { get; } = length;

    public Task CopyToAsync(Stream target, CancellationToken cancellationToken) => copyAsync(target, cancellationToken);
}
