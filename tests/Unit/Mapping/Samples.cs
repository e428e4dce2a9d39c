using TelegramRest.Mapping;

namespace TelegramRest.Tests.Unit.Mapping;

/// <summary>People, chats and messages that tests talk about.</summary>
internal static class Samples
{
    public const long SelfId = 100;
    public const long AnnId = 5;
    public const long GroupId = 7;
    public const long SupergroupId = 8;
    public const long ChannelId = 9;

    public static Tl.User Ann => new() { Id = AnnId, FirstName = "Ann", LastName = "Lee", Username = "ann", LangCode = "en", AccessHash = 55, Premium = true };

    public static Tl.User Self => new() { Id = SelfId, FirstName = "Robot", Username = "robot_bot", Bot = true, AccessHash = 1 };

    public static Tl.Chat Group => new() { Id = GroupId, Title = "Basic", Photo = new Tl.ChatPhotoEmpty(), ParticipantsCount = 2 };

    public static Tl.Channel Supergroup => new() { Id = SupergroupId, Title = "Super", Megagroup = true, Photo = new Tl.ChatPhotoEmpty(), AccessHash = 88, Username = "super" };

    public static Tl.Channel Channel => new() { Id = ChannelId, Title = "News", Broadcast = true, Photo = new Tl.ChatPhotoEmpty(), AccessHash = 99 };

    public static PeerIndex Peers => new([Ann, Self], [Group, Supergroup, Channel]);

    public static MessageContext Context => new() { SelfId = SelfId };

    public static Tl.PeerUser Private => new() { UserId = AnnId };

    public static Tl.PeerChannel InSupergroup => new() { ChannelId = SupergroupId };

    public static Tl.PeerChannel InChannel => new() { ChannelId = ChannelId };

    public static Tl.Message Message(Tl.PeerBase chat, string text = "", Action<Tl.Message>? change = null)
    {
        var message = new Tl.Message { Id = 42, PeerId = chat, Date = 1_700_000_000, MessageValue = text };
        change?.Invoke(message);
        return message;
    }

    public static Tl.MessageService Service(Tl.PeerBase chat, Tl.MessageActionBase action, Action<Tl.MessageService>? change = null)
    {
        var message = new Tl.MessageService { Id = 43, PeerId = chat, Date = 1_700_000_000, FromId = new Tl.PeerUser { UserId = AnnId }, Action = action };
        change?.Invoke(message);
        return message;
    }

    public static Tl.Document Document(string mimeType, params Tl.DocumentAttributeBase[] attributes) => new()
    {
        Id = 1234,
        AccessHash = 4321,
        FileReference = new byte[] { 1, 2, 3 },
        Date = 1,
        MimeType = mimeType,
        Size = 77,
        DcId = 2,
        Attributes = attributes,
        Thumbs =
        [
            new Tl.PhotoStrippedSize { Type = "i", Bytes = new byte[] { 1 } },
            new Tl.PhotoSize { Type = "m", W = 90, H = 60, Size = 500 },
        ],
    };

    public static Tl.MessageMediaDocument Media(string mimeType, params Tl.DocumentAttributeBase[] attributes) => new() { Document = Document(mimeType, attributes) };
}
