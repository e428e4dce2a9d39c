namespace TelegramRest.Client;

/// <summary>A file named by its file_id or its URL.</summary>
internal sealed class InputFileText(string text) : InputFile
{
    public string Text { get; } = text;
}
