using TelegramRest.BotApi;
using TelegramRest.Mapping.Chats;
using TelegramRest.Mapping.Media;

namespace TelegramRest.Mapping.Service;

/// <summary>Actions of service messages. Unknown ones report nothing.</summary>
/// <remarks>https://core.telegram.org/type/MessageAction</remarks>
internal static class ServiceMapper
{
    public static ServiceContent Map(Tl.MessageService message, PeerIndex peers, MessageContext context)
    {
        var content = new ServiceContent();
        switch (message.Action)
        {
            case Tl.MessageActionChatCreate:
                content.GroupChatCreated = true;
                break;
            case Tl.MessageActionChannelCreate:
                var isChannel = ChatMapper.ToBotApi(message.PeerId, peers).Type == ChatType.Channel;
                content.ChannelChatCreated = isChannel.OrNull();
                content.SupergroupChatCreated = (!isChannel).OrNull();
                break;
            case Tl.MessageActionChatAddUser added:
                content.NewChatMembers = Users(added.Users, peers).OrNull();
                break;
            case Tl.MessageActionChatJoinedByLink or Tl.MessageActionChatJoinedByRequest when message.FromId is Tl.PeerUser joined:
                content.NewChatMembers = Users([joined.UserId], peers);
                break;
            case Tl.MessageActionChatDeleteUser deleted:
                content.LeftChatMember = UserMapper.ToBotApi(deleted.UserId, peers);
                break;
            case Tl.MessageActionNewCreatorPending pending:
                content.ChatOwnerLeft = new ChatOwnerLeft { NewOwner = UserMapper.ToBotApi(pending.NewCreatorId, peers) };
                break;
            case Tl.MessageActionChangeCreator changed:
                content.ChatOwnerChanged = new ChatOwnerChanged { NewOwner = UserMapper.ToBotApi(changed.NewCreatorId, peers) };
                break;
            case Tl.MessageActionChatEditTitle title:
                content.NewChatTitle = title.Title;
                break;
            case Tl.MessageActionChatEditPhoto photo:
                content.NewChatPhoto = PhotoMapper.ToBotApi(photo.Photo).OrNull();
                break;
            case Tl.MessageActionChatDeletePhoto:
                content.DeleteChatPhoto = true;
                break;
            case Tl.MessageActionChatMigrateTo to:
                content.MigrateToChatId = ChatIds.OfChannel(to.ChannelId);
                break;
            case Tl.MessageActionChannelMigrateFrom from:
                content.MigrateFromChatId = ChatIds.OfGroup(from.ChatId);
                break;
            case Tl.MessageActionPinMessage:
                content.IsPin = content.UsesReply = true;
                break;
            case Tl.MessageActionSetMessagesTTL timer:
                content.MessageAutoDeleteTimerChanged = new MessageAutoDeleteTimerChanged { MessageAutoDeleteTime = timer.Period };
                break;
            case Tl.MessageActionBotAllowed allowed:
                MapAccess(content, allowed);
                break;
            case Tl.MessageActionWebViewDataSentMe data:
                content.WebAppData = new WebAppData { Data = data.Data, ButtonText = data.Text };
                break;
            case Tl.MessageActionGeoProximityReached { FromId: Tl.PeerUser traveler, ToId: Tl.PeerUser watcher } reached:
                content.ProximityAlertTriggered = new ProximityAlertTriggered
                {
                    Traveler = UserMapper.ToBotApi(traveler.UserId, peers),
                    Watcher = UserMapper.ToBotApi(watcher.UserId, peers),
                    Distance = reached.Distance,
                };
                break;
            case Tl.MessageActionBoostApply boost:
                content.BoostAdded = new ChatBoostAdded { BoostCount = boost.Boosts };
                break;
            case Tl.MessageActionRequestedPeerSentMe shared:
                SharedPeersMapper.Map(content, shared);
                break;
            case Tl.MessageActionChangeCommunity { CommunityId: { } communityId }:
                content.CommunityChatAdded = new CommunityChatAdded { Community = CommunityMapper.ToBotApi(communityId, peers) };
                break;
            case Tl.MessageActionChangeCommunity:
                content.CommunityChatRemoved = new CommunityChatRemoved();
                break;
            case Tl.MessageActionSecureValuesSentMe passport:
                content.PassportData = PassportMapper.ToBotApi(passport);
                break;
            case Tl.MessageActionSetChatWallPaper background:
                content.ChatBackgroundSet = BackgroundMapper.ToBotApi(background.Wallpaper);
                break;
            case Tl.MessageActionManagedBotCreated created:
                content.ManagedBotCreated = new ManagedBotCreated { Bot = UserMapper.ToBotApi(created.BotId, peers) };
                break;
            default:
                MapTopic(content, message);
                MapVideoChat(content, message.Action, peers);
                PaymentActions.Map(content, message, peers, context);
                break;
        }

        return content;
    }

    private static void MapAccess(ServiceContent content, Tl.MessageActionBotAllowed allowed)
    {
        if (allowed.Domain != null)
        {
            content.ConnectedWebsite = allowed.Domain;
            return;
        }

        content.WriteAccessAllowed = new WriteAccessAllowed
        {
            FromRequest = allowed.FromRequest.OrNull(),
            FromAttachmentMenu = allowed.AttachMenu.OrNull(),
            WebAppName = (allowed.App as Tl.BotApp)?.ShortName,
        };
    }

    private static void MapTopic(ServiceContent content, Tl.MessageService message)
    {
        switch (message.Action)
        {
            case Tl.MessageActionTopicCreate created:
                content.ForumTopicCreated = new ForumTopicCreated
                {
                    Name = created.Title,
                    IconColor = created.IconColor,
                    IconCustomEmojiId = created.IconEmojiId?.Text(),
                    IsNameImplicit = created.TitleMissing.OrNull(),
                };
                break;
            case Tl.MessageActionTopicEdit { Closed: true }:
                content.ForumTopicClosed = new ForumTopicClosed();
                break;
            case Tl.MessageActionTopicEdit { Closed: false }:
                content.ForumTopicReopened = new ForumTopicReopened();
                break;
            case Tl.MessageActionTopicEdit { Hidden: true }:
                content.GeneralForumTopicHidden = new GeneralForumTopicHidden();
                break;
            case Tl.MessageActionTopicEdit { Hidden: false }:
                content.GeneralForumTopicUnhidden = new GeneralForumTopicUnhidden();
                break;
            case Tl.MessageActionTopicEdit edited:
                // An icon that was taken away is shown as an empty one.
                content.ForumTopicEdited = new ForumTopicEdited
                {
                    Name = edited.Title.OrNull(),
                    IconCustomEmojiId = edited.IconEmojiId is { } icon ? icon == 0 ? "" : icon.Text() : null,
                };
                break;
        }
    }

    private static void MapVideoChat(ServiceContent content, Tl.MessageActionBase action, PeerIndex peers)
    {
        switch (action)
        {
            case Tl.MessageActionGroupCallScheduled scheduled:
                content.VideoChatScheduled = new VideoChatScheduled { StartDate = scheduled.ScheduleDate };
                break;
            case Tl.MessageActionGroupCall { Duration: { } duration }:
                content.VideoChatEnded = new VideoChatEnded { Duration = duration };
                break;
            case Tl.MessageActionGroupCall:
                content.VideoChatStarted = new VideoChatStarted();
                break;
            case Tl.MessageActionInviteToGroupCall invited:
                content.VideoChatParticipantsInvited = new VideoChatParticipantsInvited { Users = Users(invited.Users, peers) };
                break;
        }
    }

    private static User[] Users(long[] ids, PeerIndex peers) => [.. ids.Select(id => UserMapper.ToBotApi(id, peers))];
}
