using TelegramRest.BotApi;

namespace TelegramRest.Mapping.Chats;

/// <summary>Connections to business accounts and what comes through them.</summary>
/// <remarks>https://core.telegram.org/bots/api#businessconnection</remarks>
internal static class BusinessMapper
{
    private const long ConnectionKeyBase = 10L << 33;
    private const long MessageKeyBase = 11L << 33;
    private const int Day = 86400;

    public static BusinessConnection ToBotApi(Tl.BotBusinessConnection connection, PeerIndex peers) => new()
    {
        Id = connection.ConnectionId,
        User = UserMapper.ToBotApi(connection.UserId, peers),
        UserChatId = connection.UserId,
        Date = connection.Date,
        IsEnabled = !connection.Disabled,
        Rights = connection.Rights == null ? null : ToBotApi(connection.Rights),
    };

    public static MappedUpdate ToUpdate(Tl.BotBusinessConnection connection, PeerIndex peers) => new(
        UpdateKinds.BusinessConnection,
        new Update { UpdateId = 0, BusinessConnection = ToBotApi(connection, peers) },
        connection.UserId + ConnectionKeyBase,
        null,
        Day);

    public static MappedUpdate? ToUpdate(
        string connectionId, Tl.MessageBase message, Tl.MessageBase? replied, bool isEdit, PeerIndex peers, MessageContext context)
    {
        if (message is Tl.MessageEmpty)
            return null;

        var mapped = MessageMapper.ToBotApi(message, peers, new MessageContext
        {
            SelfId = context.SelfId,
            SelfIsBot = context.SelfIsBot,
            IsTest = context.IsTest,
            FindStickerSet = context.FindStickerSet,
            FindMessage = (_, id) => IdOf(replied) == id ? replied : null,
            BusinessConnectionId = connectionId,
        });
        return new MappedUpdate(
            isEdit ? UpdateKinds.EditedBusinessMessage : UpdateKinds.BusinessMessage,
            new Update { UpdateId = 0, BusinessMessage = isEdit ? null : mapped, EditedBusinessMessage = isEdit ? mapped : null },
            mapped.Chat.Id + MessageKeyBase,
            mapped.Date,
            Day);
    }

    public static MappedUpdate ToUpdate(Tl.UpdateBotDeleteBusinessMessage deleted, PeerIndex peers) => new(
        UpdateKinds.DeletedBusinessMessages,
        new Update
        {
            UpdateId = 0,
            DeletedBusinessMessages = new BusinessMessagesDeleted
            {
                BusinessConnectionId = deleted.ConnectionId,
                Chat = ChatMapper.ToBotApi(deleted.Peer, peers),
                MessageIds = deleted.Messages,
            },
        },
        ChatIds.Of(deleted.Peer) + MessageKeyBase,
        null,
        Day);

    private static int? IdOf(Tl.MessageBase? message) => message switch
    {
        Tl.Message ordinary => ordinary.Id,
        Tl.MessageService service => service.Id,
        _ => null,
    };

    private static BusinessBotRights ToBotApi(Tl.BusinessBotRights rights) => new()
    {
        CanReply = rights.Reply.OrNull(),
        CanReadMessages = rights.ReadMessages.OrNull(),
        CanDeleteSentMessages = (rights.DeleteSentMessages || rights.DeleteReceivedMessages).OrNull(),
        CanDeleteAllMessages = rights.DeleteReceivedMessages.OrNull(),
        CanEditName = rights.EditName.OrNull(),
        CanEditBio = rights.EditBio.OrNull(),
        CanEditProfilePhoto = rights.EditProfilePhoto.OrNull(),
        CanEditUsername = rights.EditUsername.OrNull(),
        CanChangeGiftSettings = rights.ChangeGiftSettings.OrNull(),
        CanViewGiftsAndStars = rights.ViewGifts.OrNull(),
        CanConvertGiftsToStars = rights.SellGifts.OrNull(),
        CanTransferAndUpgradeGifts = rights.TransferAndUpgradeGifts.OrNull(),
        CanTransferStars = rights.TransferStars.OrNull(),
        CanManageStories = rights.ManageStories.OrNull(),
    };
}
