using TelegramRest.Mapping;
using Xunit;

namespace TelegramRest.Tests.Unit.Mapping;

public class ServiceMapperTests
{
    private const string Ann = """{"id":5,"is_bot":false,"first_name":"Ann","last_name":"Lee","username":"ann","language_code":"en","is_premium":true}""";

    private static void Check(string expected, Tl.PeerBase chat, Tl.MessageActionBase action, Action<Tl.MessageService>? change = null, MessageContext? context = null) =>
        Json.Contains(expected, MessageMapper.ToBotApi(Samples.Service(chat, action, change), Samples.Peers, context ?? Samples.Context));

    [Fact]
    public void Members_come_and_go_under_old_and_new_names()
    {
        Check($$"""{"new_chat_members":[{{Ann}}],"new_chat_member":{{Ann}},"new_chat_participant":{{Ann}}}""", Samples.InSupergroup, new Tl.MessageActionChatAddUser { Users = [5] });
        Check($$"""{"new_chat_members":[{{Ann}}]}""", Samples.InSupergroup, new Tl.MessageActionChatJoinedByLink { InviterId = 1 });
        Check($$"""{"left_chat_member":{{Ann}},"left_chat_participant":{{Ann}}}""", Samples.InSupergroup, new Tl.MessageActionChatDeleteUser { UserId = 5 });
    }

    [Fact]
    public void Chats_are_born_and_change()
    {
        Check("""{"group_chat_created":true}""", new Tl.PeerChat { ChatId = Samples.GroupId }, new Tl.MessageActionChatCreate { Title = "x", Users = [5] });
        Check("""{"channel_chat_created":true,"supergroup_chat_created":null}""", Samples.InChannel, new Tl.MessageActionChannelCreate { Title = "x" });
        Check("""{"supergroup_chat_created":true}""", Samples.InSupergroup, new Tl.MessageActionChannelCreate { Title = "x" });
        Check("""{"new_chat_title":"x"}""", Samples.InSupergroup, new Tl.MessageActionChatEditTitle { Title = "x" });
        Check("""{"delete_chat_photo":true}""", Samples.InSupergroup, new Tl.MessageActionChatDeletePhoto());
        Check("""{"migrate_to_chat_id":-1000000000008}""", new Tl.PeerChat { ChatId = Samples.GroupId }, new Tl.MessageActionChatMigrateTo { ChannelId = 8 });
        Check("""{"migrate_from_chat_id":-7}""", Samples.InSupergroup, new Tl.MessageActionChannelMigrateFrom { Title = "x", ChatId = 7 });
        Check("""{"message_auto_delete_timer_changed":{"message_auto_delete_time":60}}""", Samples.InSupergroup, new Tl.MessageActionSetMessagesTTL { Period = 60 });
    }

    [Fact]
    public void Pin_shows_the_message_or_what_is_left_of_it()
    {
        static void Reply(Tl.MessageService message) => message.ReplyTo = new Tl.MessageReplyHeader { ReplyToMsgId = 42 };
        Check(
            """{"pinned_message":{"chat":{"id":-1000000000008,"type":"supergroup","title":"Super","username":"super"},"message_id":42,"date":0},"reply_to_message":null}""",
            Samples.InSupergroup,
            new Tl.MessageActionPinMessage(),
            Reply);

        var context = new MessageContext { SelfId = 1, FindMessage = (_, _) => Samples.Message(Samples.InSupergroup, "pin me", m => m.FromId = Samples.Private) };
        var message = MessageMapper.ToBotApi(Samples.Service(Samples.InSupergroup, new Tl.MessageActionPinMessage(), Reply), Samples.Peers, context);
        Assert.Equal("pin me", Assert.IsType<BotApi.Message>(message.PinnedMessage).Text);
    }

    [Fact]
    public void Topics()
    {
        Check("""{"forum_topic_created":{"name":"T","icon_color":3,"icon_custom_emoji_id":"9"},"message_thread_id":43,"is_topic_message":true}""", Samples.InSupergroup, new Tl.MessageActionTopicCreate { Title = "T", IconColor = 3, IconEmojiId = 9 });
        Check("""{"forum_topic_edited":{"name":"U","icon_custom_emoji_id":""}}""", Samples.InSupergroup, new Tl.MessageActionTopicEdit { Title = "U", IconEmojiId = 0 });
        Check("""{"forum_topic_closed":{},"forum_topic_reopened":null}""", Samples.InSupergroup, new Tl.MessageActionTopicEdit { Closed = true });
        Check("""{"forum_topic_reopened":{}}""", Samples.InSupergroup, new Tl.MessageActionTopicEdit { Closed = false });
        Check("""{"general_forum_topic_hidden":{}}""", Samples.InSupergroup, new Tl.MessageActionTopicEdit { Hidden = true });
    }

    [Fact]
    public void Video_chats_under_old_and_new_names()
    {
        var call = new Tl.InputGroupCall { Id = 1, AccessHash = 2 };
        Check("""{"video_chat_started":{},"voice_chat_started":{}}""", Samples.InSupergroup, new Tl.MessageActionGroupCall { Call = call });
        Check("""{"video_chat_ended":{"duration":4},"voice_chat_ended":{"duration":4}}""", Samples.InSupergroup, new Tl.MessageActionGroupCall { Call = call, Duration = 4 });
        Check($$$"""{"video_chat_participants_invited":{"users":[{{{Ann}}}]}}""", Samples.InSupergroup, new Tl.MessageActionInviteToGroupCall { Call = call, Users = [5] });
    }

    [Fact]
    public void Things_that_bots_receive()
    {
        Check("""{"web_app_data":{"data":"d","button_text":"b"}}""", Samples.Private, new Tl.MessageActionWebViewDataSentMe { Data = "d", Text = "b" });
        Check("""{"connected_website":"a.b"}""", Samples.Private, new Tl.MessageActionBotAllowed { Domain = "a.b" });
        Check("""{"write_access_allowed":{"from_request":true}}""", Samples.Private, new Tl.MessageActionBotAllowed { FromRequest = true });
        Check(
            """{"users_shared":{"request_id":3,"users":[{"user_id":5,"first_name":"Ann"}]}}""",
            Samples.Private,
            new Tl.MessageActionRequestedPeerSentMe { ButtonId = 3, Peers = [new Tl.RequestedPeerUser { UserId = 5, FirstName = "Ann" }] });
        Check(
            """{"chat_shared":{"request_id":3,"chat_id":-1000000000008,"title":"S"}}""",
            Samples.Private,
            new Tl.MessageActionRequestedPeerSentMe { ButtonId = 3, Peers = [new Tl.RequestedPeerChannel { ChannelId = 8, Title = "S" }] });
        Check(
            """{"successful_payment":{"currency":"XTR","total_amount":5,"invoice_payload":"p","telegram_payment_charge_id":"t","provider_payment_charge_id":""}}""",
            Samples.Private,
            new Tl.MessageActionPaymentSentMe { Currency = "XTR", TotalAmount = 5, Payload = "p"u8.ToArray(), Charge = new Tl.PaymentCharge { Id = "t", ProviderChargeId = "" } });
    }

    [Fact]
    public void Poll_options_come_and_go_with_their_poll()
    {
        var answer = new Tl.PollAnswer { Text = new Tl.TextWithEntities { Text = "C", Entities = [] }, Option = "2"u8.ToArray() };
        static void Reply(Tl.MessageService message) => message.ReplyTo = new Tl.MessageReplyHeader { ReplyToMsgId = 42 };
        const string poll = """{"chat":{"id":-1000000000008,"type":"supergroup","title":"Super","username":"super"},"message_id":42,"date":0}""";
        Check($$"""{"poll_option_added":{"poll_message":{{poll}},"option_persistent_id":"2","option_text":"C"},"reply_to_message":null}""", Samples.InSupergroup, new Tl.MessageActionPollAppendAnswer { Answer = answer }, Reply);
        Check($$$"""{"poll_option_deleted":{"poll_message":{{{poll}}},"option_persistent_id":"2","option_text":"C"}}""", Samples.InSupergroup, new Tl.MessageActionPollDeleteAnswer { Answer = answer }, Reply);
    }

    [Fact]
    public void Chats_join_and_leave_communities()
    {
        var peers = Samples.Peers;
        peers.Add(new Tl.Community { Id = 4, Title = "Town", Photo = new Tl.ChatPhotoEmpty() });
        var joined = MessageMapper.ToBotApi(Samples.Service(Samples.InSupergroup, new Tl.MessageActionChangeCommunity { CommunityId = 4 }), peers, Samples.Context);
        Json.Contains("""{"community_chat_added":{"community":{"id":4,"name":"Town"}},"community_chat_removed":null}""", joined);
        Check("""{"community_chat_removed":{}}""", Samples.InSupergroup, new Tl.MessageActionChangeCommunity());
    }

    [Fact]
    public void Gifts_and_backgrounds()
    {
        var sticker = Samples.Document("image/webp", new Tl.DocumentAttributeSticker { Alt = "x", Stickerset = new Tl.InputStickerSetEmpty() });
        var gift = MessageMapper.ToBotApi(
            Samples.Service(Samples.Private, new Tl.MessageActionStarGift { Gift = new Tl.StarGift { Id = 6, Sticker = sticker, Stars = 50 }, ConvertStars = 40, NameHidden = true }),
            Samples.Peers,
            Samples.Context).Gift!;
        Assert.Equal(("6", 50, 40, true), (gift.Gift.Id, gift.Gift.StarCount, gift.ConvertStarCount, gift.IsPrivate));
        Check(
            """{"chat_background_set":{"type":{"type":"fill","fill":{"type":"gradient","top_color":1,"bottom_color":2,"rotation_angle":45},"dark_theme_dimming":0}}}""",
            Samples.Private,
            new Tl.MessageActionSetChatWallPaper { Wallpaper = new Tl.WallPaperNoFile { Settings = new Tl.WallPaperSettings { BackgroundColor = 1, SecondBackgroundColor = 2, Rotation = 45 } } });
    }
}
