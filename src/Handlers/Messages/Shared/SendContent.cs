namespace TelegramRest.Handlers.Messages.Shared;

/// <summary>A kind of content that a chat may forbid its members to send.</summary>
/// <param name="Name">As refusals call it.</param>
/// <param name="IsBanned">The right that is taken away.</param>
/// <remarks>https://core.telegram.org/constructor/chatBannedRights</remarks>
internal sealed record SendContent(string Name, Func<Tl.ChatBannedRights, bool> IsBanned)
{
    public static SendContent Text { get; } = new("text messages", rights => rights.SendPlain);

    public static SendContent RichText { get; } = new("the rich message", rights => rights.SendPlain);

    public static SendContent Photo { get; } = new("photos", rights => rights.SendMedia || rights.SendPhotos);

    public static SendContent Video { get; } = new("videos", rights => rights.SendMedia || rights.SendVideos);

    public static SendContent Animation { get; } = new("animations", rights => rights.SendMedia || rights.SendGifs);

    public static SendContent Audio { get; } = new("music", rights => rights.SendMedia || rights.SendAudios);

    public static SendContent Document { get; } = new("documents", rights => rights.SendMedia || rights.SendDocs);

    public static SendContent Voice { get; } = new("voice notes", rights => rights.SendMedia || rights.SendVoices);

    public static SendContent VideoNote { get; } = new("video notes", rights => rights.SendMedia || rights.SendRoundvideos);

    public static SendContent Sticker { get; } = new("stickers", rights => rights.SendStickers);

    public static SendContent Dice { get; } = new("dice", rights => rights.SendStickers);

    public static SendContent Poll { get; } = new("polls", rights => rights.SendPolls);

    public static SendContent Checklist { get; } = new("checklists", rights => rights.SendPolls);

    public static SendContent Game { get; } = new("games", rights => rights.SendGames);

    public static SendContent Contact { get; } = new("contacts", rights => rights.SendPlain);

    public static SendContent Location { get; } = new("locations", rights => rights.SendPlain);

    public static SendContent LiveLocation { get; } = new("live locations", rights => rights.SendPlain);

    public static SendContent Venue { get; } = new("venues", rights => rights.SendPlain);

    public static SendContent Invoice { get; } = new("invoice messages", rights => rights.SendPlain);
}
