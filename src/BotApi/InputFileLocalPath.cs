namespace TelegramRest.BotApi;

/// <summary>A file on the server's own disk; only where the server runs in local mode.</summary>
public sealed class InputFileLocalPath(string path) : InputFile
{
    public string Path { get; } = path;
}
