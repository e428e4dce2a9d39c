namespace TelegramRest.BotApi;

/// <summary>A file that Telegram is asked to fetch by itself. Not checked yet: it may be any text with a dot.</summary>
public sealed class InputFileUrl(string url) : InputFile
{
    public string Url { get; } = url;
}
