using TelegramRest.BotApi;
using TelegramRest.Mapping;
using TelegramRest.Mapping.Chats;
using Xunit;

namespace TelegramRest.Tests.Unit.Mapping.Chats;

public class MemberAndFullChatTests
{
    [Fact]
    public void Members_have_the_status_of_their_constructor()
    {
        var rights = new Tl.ChatAdminRights { PostMessages = true };
        Assert.IsType<ChatMemberOwner>(Of(new Tl.ChannelParticipantCreator { UserId = 5, AdminRights = rights }));
        Assert.IsType<ChatMemberMember>(Of(new Tl.ChannelParticipant { UserId = 5 }));
        Assert.IsType<ChatMemberLeft>(Of(null));
        Assert.Equal(0, Assert.IsType<ChatMemberBanned>(Of(Banned(new Tl.ChatBannedRights { ViewMessages = true, UntilDate = int.MaxValue }))).UntilDate);
        var restricted = Assert.IsType<ChatMemberRestricted>(Of(Banned(new Tl.ChatBannedRights { SendMedia = true, UntilDate = 9 })));
        Assert.Equal((true, true, false, 9), (restricted.IsMember, restricted.CanSendMessages, restricted.CanSendPhotos, restricted.UntilDate));

        static ChatMember Of(Tl.ChannelParticipantBase? participant) => ChatMemberMapper.ToBotApi(participant, 5, isBroadcast: false, Samples.Peers);
        static Tl.ChannelParticipantBanned Banned(Tl.ChatBannedRights rights) => new() { Peer = Samples.Private, BannedRights = rights };
    }

    [Fact]
    public void Administrators_have_the_rights_of_their_kind_of_chat()
    {
        var admin = new Tl.ChannelParticipantAdmin { UserId = 5, PromotedBy = 1, AdminRights = new Tl.ChatAdminRights { PostMessages = true, PinMessages = true } };
        var inChannel = Assert.IsType<ChatMemberAdministrator>(ChatMemberMapper.ToBotApi(admin, 5, isBroadcast: true, Samples.Peers));
        Assert.Equal((true, null), (inChannel.CanPostMessages, inChannel.CanPinMessages));
        var inGroup = Assert.IsType<ChatMemberAdministrator>(ChatMemberMapper.ToBotApi(admin, 5, isBroadcast: false, Samples.Peers));
        Assert.Equal((null, true), (inGroup.CanPostMessages, inGroup.CanPinMessages));
    }

    [Fact]
    public void Full_private_chat()
    {
        var user = Samples.Ann;
        user.Photo = new Tl.UserProfilePhoto { PhotoId = 3, DcId = 2 };
        var full = new Tl.UserFull { Id = 5, About = "me", Settings = new Tl.PeerSettings(), NotifySettings = new Tl.PeerNotifySettings(), Birthday = new Tl.Birthday { Day = 1, Month = 2 } };
        var info = ChatMapper.ToFullInfo(full, new PeerIndex([user], []), Samples.Context, null);

        Json.Contains(
            """
            {"id":5,"type":"private","first_name":"Ann","active_usernames":["ann"],"bio":"me","accent_color_id":5,"max_reaction_count":11,"birthdate":{"day":1,"month":2},
             "accepted_gift_types":{"unlimited_gifts":true,"limited_gifts":true,"unique_gifts":true,"premium_subscription":true,"gifts_from_channels":true},"description":null}
            """,
            info);
        Assert.StartsWith("AQAD", info.Photo!.SmallFileId, StringComparison.Ordinal);
    }

    [Fact]
    public void Full_supergroup()
    {
        var full = new Tl.ChannelFull
        {
            Id = Samples.SupergroupId,
            About = "d",
            ChatPhoto = new Tl.PhotoEmpty(),
            NotifySettings = new Tl.PeerNotifySettings(),
            BotInfo = [],
            SlowmodeSeconds = 10,
            LinkedChatId = Samples.ChannelId,
            AvailableReactions = new Tl.ChatReactionsSome { Reactions = [new Tl.ReactionEmoji { Emoticon = "👍" }] },
        };
        Json.Contains(
            """
            {"type":"supergroup","title":"Super","description":"d","slow_mode_delay":10,"linked_chat_id":-1000000000009,"has_visible_history":true,
             "available_reactions":[{"type":"emoji","emoji":"👍"}],"bio":null}
            """,
            ChatMapper.ToFullInfo(full, Samples.Peers, Samples.Context, null));
    }

    [Fact]
    public void A_supergroup_names_its_community()
    {
        var channel = Samples.Supergroup;
        channel.LinkedCommunityId = 4;
        var peers = new PeerIndex([], [channel, new Tl.Community { Id = 4, Title = "Town", Photo = new Tl.ChatPhotoEmpty() }]);
        var full = new Tl.ChannelFull { Id = Samples.SupergroupId, About = "", ChatPhoto = new Tl.PhotoEmpty(), NotifySettings = new Tl.PeerNotifySettings(), BotInfo = [] };

        Json.Contains("""{"community":{"id":4,"name":"Town"}}""", ChatMapper.ToFullInfo(full, peers, Samples.Context, null));
    }

    [Fact]
    public void Full_basic_group_has_permissions_and_no_reactions_by_default()
    {
        var full = new Tl.ChatFull { Id = Samples.GroupId, About = "", Participants = new Tl.ChatParticipantsForbidden { ChatId = 7 }, NotifySettings = new Tl.PeerNotifySettings() };
        var info = ChatMapper.ToFullInfo(full, Samples.Peers, Samples.Context, null);
        Assert.Empty(info.AvailableReactions!);
        Assert.True(info.Permissions!.CanSendPolls);
    }
}
