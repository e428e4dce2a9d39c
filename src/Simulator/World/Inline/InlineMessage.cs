namespace TelegramRest.Simulator.World.Inline;

/// <summary>The message that an inline result becomes. At most one of the four kinds of media is set.</summary>
internal sealed record InlineMessage
{
    public string Text { get; init; } = "";

    public Tl.MessageEntityBase[] Entities { get; init; } = [];

    public Tl.ReplyMarkupBase? Markup { get; init; }

    public bool InvertMedia { get; init; }

    /// <summary>Media that has to be made, or fetched, when the result is chosen.</summary>
    public Tl.InputMediaBase? Media { get; init; }

    /// <summary>A photo or document that Telegram has.</summary>
    public long? FileId { get; init; }

    /// <summary>Media that needs nothing more.</summary>
    public Tl.MessageMediaBase? Made { get; init; }

    public Tl.RichMessage? Rich { get; init; }
}
