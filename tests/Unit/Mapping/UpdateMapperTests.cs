using TelegramRest.Mapping;
using Xunit;

namespace TelegramRest.Tests.Unit.Mapping;

public class UpdateMapperTests
{
    private const int Now = 1_700_000_100;

    private static MappedUpdate Map(Tl.UpdateBase update, MessageContext? context = null) =>
        Assert.IsType<MappedUpdate>(UpdateMapper.ToBotApi(update, Samples.Peers, context ?? Samples.Context));

    [Fact]
    public void Messages_are_of_four_kinds()
    {
        Assert.Equal("message", Map(new Tl.UpdateNewMessage { Message = Samples.Message(Samples.Private, "x") }).Kind);
        Assert.Equal("edited_message", Map(new Tl.UpdateEditMessage { Message = Samples.Message(Samples.Private, "x") }).Kind);
        Assert.Equal("channel_post", Map(new Tl.UpdateNewChannelMessage { Message = Samples.Message(Samples.InChannel, "x") }).Kind);
        Assert.Equal("edited_channel_post", Map(new Tl.UpdateEditChannelMessage { Message = Samples.Message(Samples.InChannel, "x") }).Kind);
    }

    [Fact]
    public void Message_update_lives_a_day_from_its_last_change()
    {
        var update = Map(new Tl.UpdateEditMessage { Message = Samples.Message(Samples.Private, "x", m => m.EditDate = 1_700_000_050) });
        Assert.Equal((5, 1_700_000_050, 86400), (update.OrderKey, update.Date, update.Lifetime));
        Assert.Equal("x", update.Update.EditedMessage!.Text);
    }

    [Fact]
    public void Callback_carries_its_message_or_what_is_left_of_it()
    {
        var query = new Tl.UpdateBotCallbackQuery { QueryId = 77, UserId = 5, Peer = Samples.Private, MsgId = 42, ChatInstance = -3, Data = "d"u8.ToArray() };
        var lost = Map(query);
        Json.Contains("""{"id":"77","data":"d","chat_instance":"-3","message":{"chat":{"id":5,"type":"private","first_name":"Ann","last_name":"Lee","username":"ann"},"message_id":42,"date":0}}""", lost.Update.CallbackQuery!);
        Assert.Equal((UpdateKinds.CallbackQuery, 5 + (3L << 33), 150), (lost.Kind, lost.OrderKey, lost.Lifetime));

        var found = Map(query, new MessageContext { SelfId = 1, FindMessage = (_, _) => Samples.Message(Samples.Private, "x") });
        Assert.Equal("x", Assert.IsType<BotApi.Message>(found.Update.CallbackQuery!.Message).Text);
    }

    [Fact]
    public void Inline_callback_names_its_message_in_base64()
    {
        var id = new Tl.InputBotInlineMessageID64 { DcId = 2, OwnerId = 3, Id = 4, AccessHash = 5 };
        var text = Map(new Tl.UpdateInlineBotCallbackQuery { QueryId = 1, UserId = 5, MsgId = id, ChatInstance = 2 }).Update.CallbackQuery!.InlineMessageId!;

        var (read, dcId) = InlineMessageIds.ToTl(text);
        Assert.Equal(2, dcId);
        Assert.Equal((3, 4, 5), Assert.IsType<Tl.InputBotInlineMessageID64>(read) is var copy ? (copy.OwnerId, copy.Id, copy.AccessHash) : default);
        Assert.Equal("Bad Request: invalid inline message identifier specified", Assert.Throws<BotApi.BotApiException>(() => InlineMessageIds.ToTl("AAAA")).Description);
    }

    [Fact]
    public void Own_membership_is_told_apart_from_that_of_others()
    {
        Tl.UpdateChannelParticipant Joined(long userId) => new()
        {
            ChannelId = Samples.SupergroupId,
            Date = 9,
            ActorId = 5,
            UserId = userId,
            NewParticipant = new Tl.ChannelParticipant { UserId = userId, Date = 9 },
        };
        Assert.Equal("chat_member", Map(Joined(5)).Kind);
        var own = Map(Joined(Samples.SelfId));
        Assert.Equal("my_chat_member", own.Kind);
        Json.Contains("""{"date":9,"old_chat_member":{"status":"left","user":{"id":100,"is_bot":true,"first_name":"Robot","username":"robot_bot"}}}""", own.Update.MyChatMember!);
    }

    [Fact]
    public void Stopped_bot_is_kicked_from_the_private_chat()
    {
        var update = Map(new Tl.UpdateBotStopped { UserId = 5, Date = 9, Stopped = true }).Update.MyChatMember!;
        Assert.IsType<BotApi.ChatMemberBanned>(update.NewChatMember);
        Assert.IsType<BotApi.ChatMemberMember>(update.OldChatMember);
    }

    [Fact]
    public void Reactions_and_votes()
    {
        var reaction = Map(new Tl.UpdateBotMessageReaction
        {
            Peer = Samples.InSupergroup,
            MsgId = 1,
            Date = 2,
            Actor = Samples.Private,
            OldReactions = [],
            NewReactions = [new Tl.ReactionEmoji { Emoticon = "👍" }],
        });
        Json.Contains("""{"new_reaction":[{"type":"emoji","emoji":"👍"}],"old_reaction":[]}""", reaction.Update.MessageReaction!);

        var vote = Map(new Tl.UpdateMessagePollVote { PollId = 3, Peer = Samples.Private, Options = ["0"u8.ToArray()], Positions = [0] });
        Json.Contains("""{"poll_id":"3","option_ids":[0],"option_persistent_ids":["0"]}""", vote.Update.PollAnswer!);
    }

    [Fact]
    public void Other_updates_are_not_shown() => Assert.Null(UpdateMapper.ToBotApi(new Tl.UpdateConfig(), Samples.Peers, Samples.Context));

    [Fact]
    public void Bits_of_kinds_are_those_that_are_stored()
    {
        Assert.Equal("callback_query", UpdateKinds.All[6]);
        Assert.Equal("business_connection", UpdateKinds.All[20]);
        Assert.Equal("guest_message", UpdateKinds.All[26]);
        Assert.DoesNotContain("chat_member", UpdateKinds.Default.Items);
    }

    [Fact]
    public void Delivery_skips_own_old_and_hidden_messages()
    {
        bool Told(Tl.MessageBase message) => UpdateMapper.IsDelivered(message, Samples.Peers, Samples.Context, Now);

        Assert.True(Told(Samples.Message(Samples.Private, "x")));
        Assert.False(Told(Samples.Message(Samples.Private, "x", m => m.Out = true)));
        Assert.False(Told(Samples.Message(Samples.Private, "x", m => m.Date = Now - 86401)));
        Assert.False(Told(Samples.Message(Samples.Private, "x", m => m.FwdFrom = new Tl.MessageFwdHeader { Imported = true })));
        Assert.False(Told(Samples.Message(Samples.Private, "x", m => m.Media = new Tl.MessageMediaPhoto { TtlSeconds = 5 })));
        Assert.True(Told(Samples.Service(Samples.InSupergroup, new Tl.MessageActionChatEditTitle { Title = "x" }, m => m.Out = true)));
        Assert.False(Told(Samples.Service(Samples.InSupergroup, new Tl.MessageActionChannelCreate { Title = "x" })));
        Assert.False(Told(Samples.Service(Samples.Private, new Tl.MessageActionContactSignUp())));
    }

    [Fact]
    public void What_is_newer_than_we_know_arrives_without_content()
    {
        var media = Samples.Message(Samples.Private, "", m => m.Media = new Tl.MessageMediaUnsupported());
        var action = Samples.Service(Samples.InSupergroup, new Tl.MessageActionEmpty());

        Assert.True(UpdateMapper.IsDelivered(media, Samples.Peers, Samples.Context, Now));
        Assert.True(UpdateMapper.IsDelivered(action, Samples.Peers, Samples.Context, Now));
        Assert.Null(UpdateMapper.ToBotApi(new Tl.UpdateNewMessage { Message = media }, Samples.Peers, Samples.Context)!.Update.Message!.Text);
        Assert.NotNull(UpdateMapper.ToBotApi(new Tl.UpdateNewChannelMessage { Message = action }, Samples.Peers, Samples.Context)!.Update.Message);
    }

    [Fact]
    public void Channels_that_were_left_tell_only_of_the_leaving()
    {
        var left = Samples.Supergroup;
        left.Left = true;
        var peers = new PeerIndex([Samples.Ann], [left]);
        Assert.False(UpdateMapper.IsDelivered(Samples.Message(Samples.InSupergroup, "x"), peers, Samples.Context, Now));
        Assert.True(UpdateMapper.IsDelivered(Samples.Service(Samples.InSupergroup, new Tl.MessageActionChatDeleteUser { UserId = Samples.SelfId }), peers, Samples.Context, Now));
    }

    [Fact]
    public void Ephemeral_message_has_a_number_of_its_own()
    {
        var update = Map(new Tl.UpdateNewEphemeralMessage
        {
            Message = new Tl.EphemeralMessage { Id = 3, FromId = Samples.Private, PeerId = Samples.InSupergroup, ReceiverId = Samples.SelfId, TopMsgId = 30, Date = 9, Message = "psst" },
        });
        Json.Contains(
            """{"message_id":0,"ephemeral_message_id":3,"message_thread_id":30,"text":"psst","receiver_user":{"id":100,"is_bot":true,"first_name":"Robot","username":"robot_bot"}}""",
            update.Update.Message!);
    }

    [Fact]
    public void Guest_query_comes_with_its_message()
    {
        var update = Map(new Tl.UpdateBotGuestChatQuery { QueryId = 8, Message = Samples.Message(Samples.InSupergroup, "@robot_bot?", m => m.GuestchatViaFrom = Samples.Private) });
        Assert.Equal((UpdateKinds.GuestMessage, "8", 5), (update.Kind, update.Update.GuestMessage!.GuestQueryId, update.Update.GuestMessage.GuestBotCallerUser!.Id));
    }

    [Fact]
    public void Boosts_begin_and_end()
    {
        var boost = new Tl.Boost { Id = "b", UserId = 5, Date = 9, Expires = 99 };
        Json.Contains("""{"boost":{"boost_id":"b","add_date":9,"expiration_date":99,"source":{"source":"premium","user":{"id":5,"is_bot":false,"first_name":"Ann","last_name":"Lee","username":"ann","language_code":"en","is_premium":true}}}}""", Map(new Tl.UpdateBotChatBoost { Peer = Samples.InSupergroup, Boost = boost }).Update.ChatBoost!);
        boost.Expires = 0;
        Assert.Equal("removed_chat_boost", Map(new Tl.UpdateBotChatBoost { Peer = Samples.InSupergroup, Boost = boost }).Kind);
    }
}
