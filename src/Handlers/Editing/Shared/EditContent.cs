namespace TelegramRest.Handlers.Editing.Shared;

/// <summary>What a message is to say from now on.</summary>
internal sealed class EditContent
{
    public required string Text { get; init; }

    public Tl.MessageEntityBase[]? Entities { get; init; }

    public Tl.InputMediaBase? Media { get; init; }

    public Tl.InputRichMessageBase? RichMessage { get; init; }

    public bool NoWebpage { get; init; }

    /// <summary>The preview or media stands on the other side of the text than usual.</summary>
    public bool InvertMedia { get; init; }
}
