using TelegramRest.Mapping;
using Xunit;

namespace TelegramRest.Tests.Unit.Mapping;

public class UserAndChatMapperTests
{
    [Fact]
    public void User_shows_what_a_bot_may_see() =>
        Json.Equal("""{"id":5,"is_bot":false,"first_name":"Ann","last_name":"Lee","username":"ann","language_code":"en","is_premium":true}""", UserMapper.ToBotApi(Samples.Ann));

    [Fact]
    public void Unknown_user_has_an_empty_name() =>
        Json.Equal("""{"id":6,"is_bot":false,"first_name":""}""", UserMapper.ToBotApi(6, new PeerIndex()));

    [Fact]
    public void Stand_in_users_are_known_without_telegram() =>
        Json.Equal("""{"id":1087968824,"is_bot":true,"first_name":"Group","username":"GroupAnonymousBot"}""", UserMapper.ToBotApi(1087968824, new PeerIndex()));

    [Fact]
    public void Own_bot_shows_its_abilities() => Json.Equal(
        """
        {"id":100,"is_bot":true,"first_name":"Robot","username":"robot_bot","can_join_groups":true,"can_read_all_group_messages":false,"supports_inline_queries":false,
         "can_connect_to_business":false,"has_main_web_app":false,"has_topics_enabled":false,"allows_users_to_create_topics":false,
         "supports_guest_queries":false,"supports_join_request_queries":false,"can_manage_bots":false}
        """,
        UserMapper.Me(Samples.Self));

    [Fact]
    public void Person_sees_more_of_others()
    {
        var ann = Samples.Ann;
        ann.Verified = true;
        ann.Status = new Tl.UserStatusOffline { WasOnline = 17 };
        var peers = new PeerIndex { ForPerson = true };
        peers.Add(ann);

        Json.Contains("""{"is_verified":true,"user_status":"offline","last_seen":17}""", UserMapper.ToBotApi(5, peers));
        Json.Contains("""{"is_verified":null,"user_status":null}""", UserMapper.ToBotApi(ann));
    }

    [Fact]
    public void First_active_username_counts()
    {
        var ann = Samples.Ann;
        ann.Username = null;
        ann.Usernames = [new Tl.Username { UsernameValue = "off" }, new Tl.Username { UsernameValue = "on", Active = true }];
        Json.Contains("""{"username":"on"}""", UserMapper.ToBotApi(ann));
    }

    [Fact]
    public void Chats_of_each_kind()
    {
        Json.Equal("""{"id":5,"type":"private","first_name":"Ann","last_name":"Lee","username":"ann"}""", ChatMapper.ToBotApi(Samples.Private, Samples.Peers));
        Json.Equal(
            """
            {"id":-7,"type":"group","title":"Basic","all_members_are_administrators":true,
             "accepted_gift_types":{"unlimited_gifts":false,"limited_gifts":false,"unique_gifts":false,"premium_subscription":false,"gifts_from_channels":false}}
            """,
            ChatMapper.ToBotApi(Samples.Group));
        Json.Equal("""{"id":-1000000000008,"type":"supergroup","title":"Super","username":"super"}""", ChatMapper.ToBotApi(Samples.Supergroup));
        Json.Equal("""{"id":-1000000000009,"type":"channel","title":"News"}""", ChatMapper.ToBotApi(Samples.Channel));
    }

    [Fact]
    public void Group_with_restrictions_has_members_who_are_no_administrators()
    {
        var group = Samples.Group;
        group.DefaultBannedRights = new Tl.ChatBannedRights { PinMessages = true };
        Json.Contains("""{"all_members_are_administrators":false}""", ChatMapper.ToBotApi(group));
    }

    [Fact]
    public void Min_never_replaces_full()
    {
        var peers = Samples.Peers;
        peers.Add(new Tl.User { Id = Samples.AnnId, Min = true, FirstName = "?" });
        peers.Add(new Tl.Channel { Id = Samples.ChannelId, Min = true, Title = "?", Photo = new Tl.ChatPhotoEmpty() });

        Assert.True(peers.TryGetUser(Samples.AnnId, out var ann));
        Assert.Equal("Ann", ann.FirstName);
        Assert.True(peers.TryGetChat(Samples.InChannel, out var channel));
        Assert.Equal("News", ((Tl.Channel)channel).Title);
    }

    [Theory]
    [InlineData(5, 5, typeof(Tl.PeerUser))]
    [InlineData(-7, 7, typeof(Tl.PeerChat))]
    [InlineData(-1001228418968, 1228418968, typeof(Tl.PeerChannel))]
    [InlineData(-2002147483649, 1002147483649, typeof(Tl.PeerChannel))]
    public void Chat_ids_go_both_ways(long chatId, long rawId, Type type)
    {
        Assert.True(ChatIds.TryParse(chatId, out var peer));
        Assert.IsType(type, peer);
        Assert.Equal(chatId, ChatIds.Of(peer));
        Assert.Equal(rawId, peer switch { Tl.PeerUser u => u.UserId, Tl.PeerChat c => c.ChatId, Tl.PeerChannel c => c.ChannelId, _ => 0 });
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1L << 40)]
    [InlineData(-1000000000000)]
    [InlineData(-2000000000000)]
    [InlineData(-1999999999999)]
    [InlineData(-4000000000001)]
    [InlineData(long.MinValue)]
    public void Impossible_chat_ids_are_refused(long chatId) => Assert.False(ChatIds.TryParse(chatId, out _));
}
