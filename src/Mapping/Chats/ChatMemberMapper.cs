using TelegramRest.BotApi;

namespace TelegramRest.Mapping.Chats;

/// <summary>Members of groups and channels.</summary>
/// <remarks>https://core.telegram.org/bots/api#chatmember</remarks>
public static class ChatMemberMapper
{
    /// <summary>A member of a basic group; null is somebody who is not.</summary>
    public static ChatMember ToBotApi(Tl.ChatParticipantBase? participant, long userId, PeerIndex peers)
    {
        var user = UserMapper.ToBotApi(userId, peers);
        return participant switch
        {
            Tl.ChatParticipantCreator creator => new ChatMemberOwner { User = user, IsAnonymous = false, CustomTitle = creator.Rank.OrNull() },
            Tl.ChatParticipantAdmin admin => BasicAdministrator(user, admin.Rank),
            Tl.ChatParticipant member => new ChatMemberMember { User = user, Tag = member.Rank.OrNull() },
            _ => new ChatMemberLeft { User = user },
        };
    }

    /// <summary>A member of a supergroup or channel; null is somebody who is not.</summary>
    /// <param name="participant">As Telegram tells it.</param>
    /// <param name="userId">Whom it is about.</param>
    /// <param name="isBroadcast">The chat is a channel: administrators have other rights than in groups.</param>
    /// <param name="peers">Users.</param>
    public static ChatMember ToBotApi(Tl.ChannelParticipantBase? participant, long userId, bool isBroadcast, PeerIndex peers)
    {
        var user = UserMapper.ToBotApi(userId, peers);
        return participant switch
        {
            Tl.ChannelParticipantCreator creator => new ChatMemberOwner { User = user, IsAnonymous = creator.AdminRights.Anonymous, CustomTitle = creator.Rank.OrNull() },
            Tl.ChannelParticipantAdmin admin => Administrator(user, admin, isBroadcast),
            Tl.ChannelParticipant member => new ChatMemberMember { User = user, Tag = member.Rank.OrNull(), UntilDate = member.SubscriptionUntilDate },
            Tl.ChannelParticipantSelf self => new ChatMemberMember { User = user, Tag = self.Rank.OrNull(), UntilDate = self.SubscriptionUntilDate },
            Tl.ChannelParticipantBanned { BannedRights.ViewMessages: true } banned => new ChatMemberBanned { User = user, UntilDate = Until(banned.BannedRights) },
            Tl.ChannelParticipantBanned restricted => Restricted(user, restricted),
            _ => new ChatMemberLeft { User = user },
        };
    }

    private static ChatMemberAdministrator BasicAdministrator(User user, string? rank) => new()
    {
        User = user,
        CanBeEdited = false,
        IsAnonymous = false,
        CanManageChat = true,
        CanDeleteMessages = true,
        CanManageVideoChats = true,
        CanManageVoiceChats = true,
        CanRestrictMembers = true,
        CanPromoteMembers = false,
        CanChangeInfo = true,
        CanInviteUsers = true,
        CanPostStories = false,
        CanEditStories = false,
        CanDeleteStories = false,
        CanPinMessages = true,
        CustomTitle = rank.OrNull(),
    };

    private static ChatMemberAdministrator Administrator(User user, Tl.ChannelParticipantAdmin admin, bool isBroadcast)
    {
        var rights = admin.AdminRights;
        return new ChatMemberAdministrator
        {
            User = user,
            CanBeEdited = admin.CanEdit,
            IsAnonymous = rights.Anonymous,
            CanManageChat = rights.Other,
            CanDeleteMessages = rights.DeleteMessages,
            CanManageVideoChats = rights.ManageCall,
            CanManageVoiceChats = rights.ManageCall,
            CanRestrictMembers = rights.BanUsers,
            CanPromoteMembers = rights.AddAdmins,
            CanChangeInfo = rights.ChangeInfo,
            CanInviteUsers = rights.InviteUsers,
            CanPostStories = rights.PostStories,
            CanEditStories = rights.EditStories,
            CanDeleteStories = rights.DeleteStories,
            CanPostMessages = isBroadcast ? rights.PostMessages : null,
            CanEditMessages = isBroadcast ? rights.EditMessages : null,
            CanManageDirectMessages = isBroadcast ? rights.ManageDirectMessages : null,
            CanPinMessages = isBroadcast ? null : rights.PinMessages,
            CanManageTopics = isBroadcast ? null : rights.ManageTopics,
            CanManageTags = isBroadcast ? null : rights.ManageRanks,
            CustomTitle = admin.Rank.OrNull(),
        };
    }

    private static ChatMemberRestricted Restricted(User user, Tl.ChannelParticipantBanned restricted)
    {
        var permissions = PermissionsMapper.ToBotApi(restricted.BannedRights);
        return new ChatMemberRestricted
        {
            User = user,
            Tag = restricted.Rank.OrNull(),
            IsMember = !restricted.Left,
            UntilDate = Until(restricted.BannedRights),
            CanSendMessages = permissions.CanSendMessages == true,
            CanSendAudios = permissions.CanSendAudios == true,
            CanSendDocuments = permissions.CanSendDocuments == true,
            CanSendPhotos = permissions.CanSendPhotos == true,
            CanSendVideos = permissions.CanSendVideos == true,
            CanSendVideoNotes = permissions.CanSendVideoNotes == true,
            CanSendVoiceNotes = permissions.CanSendVoiceNotes == true,
            CanSendMediaMessages = permissions.CanSendMediaMessages,
            CanSendPolls = permissions.CanSendPolls == true,
            CanSendOtherMessages = permissions.CanSendOtherMessages == true,
            CanAddWebPagePreviews = permissions.CanAddWebPagePreviews == true,
            CanReactToMessages = permissions.CanReactToMessages == true,
            CanEditTag = permissions.CanEditTag == true,
            CanChangeInfo = permissions.CanChangeInfo == true,
            CanInviteUsers = permissions.CanInviteUsers == true,
            CanPinMessages = permissions.CanPinMessages == true,
            CanManageTopics = permissions.CanManageTopics == true,
        };
    }

    /// <summary>Telegram's last second stands for ever, which the Bot API writes as 0.</summary>
    private static int Until(Tl.ChatBannedRights rights) => rights.UntilDate == int.MaxValue ? 0 : rights.UntilDate;
}
