using TelegramRest.BotApi;

namespace TelegramRest.Mapping.Chats;

/// <summary>What an administrator may do.</summary>
/// <remarks>https://core.telegram.org/api/rights</remarks>
public static class AdministratorRightsMapper
{
    public static Tl.ChatAdminRights ToTl(ChatAdministratorRights rights) => new()
    {
        Anonymous = rights.IsAnonymous,
        Other = rights.CanManageChat,
        DeleteMessages = rights.CanDeleteMessages,
        ManageCall = rights.CanManageVideoChats,
        BanUsers = rights.CanRestrictMembers,
        AddAdmins = rights.CanPromoteMembers,
        ChangeInfo = rights.CanChangeInfo,
        InviteUsers = rights.CanInviteUsers,
        PostStories = rights.CanPostStories,
        EditStories = rights.CanEditStories,
        DeleteStories = rights.CanDeleteStories,
        PostMessages = rights.CanPostMessages == true,
        EditMessages = rights.CanEditMessages == true,
        PinMessages = rights.CanPinMessages == true,
        ManageTopics = rights.CanManageTopics == true,
        ManageDirectMessages = rights.CanManageDirectMessages == true,
        ManageRanks = rights.CanManageTags == true,
    };
}
