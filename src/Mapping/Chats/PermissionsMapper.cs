using TelegramRest.BotApi;

namespace TelegramRest.Mapping.Chats;

/// <summary>What members may do. Telegram keeps the opposite: what they may not.</summary>
/// <remarks>https://core.telegram.org/bots/api#chatpermissions</remarks>
public static class PermissionsMapper
{
    /// <param name="banned">Null forbids nothing.</param>
    public static ChatPermissions ToBotApi(Tl.ChatBannedRights? banned)
    {
        banned ??= new Tl.ChatBannedRights();
        var media = !banned.SendMedia;
        var permissions = new
        {
            Audios = media && !banned.SendAudios,
            Documents = media && !banned.SendDocs,
            Photos = media && !banned.SendPhotos,
            Videos = media && !banned.SendVideos,
            VideoNotes = media && !banned.SendRoundvideos,
            VoiceNotes = media && !banned.SendVoices,
        };
        return new ChatPermissions
        {
            CanSendMessages = !banned.SendMessages && !banned.SendPlain,
            CanSendMediaMessages = permissions is { Audios: true, Documents: true, Photos: true, Videos: true, VideoNotes: true, VoiceNotes: true },
            CanSendAudios = permissions.Audios,
            CanSendDocuments = permissions.Documents,
            CanSendPhotos = permissions.Photos,
            CanSendVideos = permissions.Videos,
            CanSendVideoNotes = permissions.VideoNotes,
            CanSendVoiceNotes = permissions.VoiceNotes,
            CanSendPolls = !banned.SendPolls,
            CanSendOtherMessages = !banned.SendStickers && !banned.SendGifs && !banned.SendGames && !banned.SendInline,
            CanAddWebPagePreviews = !banned.EmbedLinks,
            CanReactToMessages = !banned.SendReactions,
            CanEditTag = !banned.EditRank,
            CanChangeInfo = !banned.ChangeInfo,
            CanInviteUsers = !banned.InviteUsers,
            CanPinMessages = !banned.PinMessages,
            CanManageTopics = !banned.ManageTopics,
        };
    }
}
