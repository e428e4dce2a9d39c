namespace TelegramRest.BotApi;

/// <summary>A file that Telegram already has, by its file_id. Not checked yet: it may be any text without a dot.</summary>
public sealed class InputFileId(string fileId) : InputFile
{
    public string FileId { get; } = fileId;
}
