namespace TelegramRest.Handlers.Messages.Shared;

/// <summary>A kind of content that a chat may forbid its members to send.</summary>
/// <param name="Name">As refusals call it.</param>
/// <param name="IsBanned">The right that is taken away.</param>
/// <remarks>https://core.telegram.org/constructor/chatBannedRights</remarks>
internal sealed record SendContent(string Name, Func<Tl.ChatBannedRights, bool> IsBanned)
{
    public static SendContent Text { get; } = new("text messages", rights => rights.SendPlain);

    public static SendContent Photo { get; } = new("photos", rights => rights.SendMedia || rights.SendPhotos);

    public static SendContent Document { get; } = new("documents", rights => rights.SendMedia || rights.SendDocs);
}
