namespace TelegramRest.BotApi;

/// <summary>A file that came with the request.</summary>
public sealed class InputFileUpload(UploadedFile file) : InputFile
{
    public UploadedFile File { get; } = file;
}
