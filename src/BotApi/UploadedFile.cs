namespace TelegramRest.BotApi;

/// <summary>One file part of a request. Its content is opened when it is needed and never held in memory as a whole.</summary>
/// <param name="fieldName">Name of the form field, which <c>attach://</c> refers to.</param>
/// <param name="fileName">The caller's file name, cleaned; Telegram shows it to people.</param>
/// <param name="contentType">The part's declared media type, or an empty string.</param>
/// <param name="length">Length in bytes, or null while it is not known.</param>
/// <param name="open">Opens the content at its beginning.</param>
public class UploadedFile(string fieldName, string fileName, string contentType, long? length, Func<CancellationToken, ValueTask<Stream>> open)
{
    public string FieldName { get; } = fieldName;

    public string FileName { get; } = fileName;

    public string ContentType { get; } = contentType;

    public long? Length { get; } = length;

    public ValueTask<Stream> OpenAsync(CancellationToken cancellationToken) => open(cancellationToken);
}
