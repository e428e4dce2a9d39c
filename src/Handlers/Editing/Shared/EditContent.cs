using TelegramRest.Accounts.Files.Media;

namespace TelegramRest.Handlers.Editing.Shared;

/// <summary>What a message is to say from now on.</summary>
internal sealed class EditContent
{
    public required EditKind Kind { get; init; }

    /// <summary>Text or caption; null leaves it as it is.</summary>
    public string? Text { get; init; }

    public Tl.MessageEntityBase[]? Entities { get; init; }

    public Tl.InputMediaBase? Media { get; init; }

    /// <summary>A file that takes the place of the message's; uploaded only when the message may be changed.</summary>
    public MediaFile? File { get; init; }

    public Tl.InputRichMessageBase? RichMessage { get; init; }

    public bool NoWebpage { get; init; }

    /// <summary>The preview or media stands on the other side of the text than usual.</summary>
    public bool InvertMedia { get; init; }
}
