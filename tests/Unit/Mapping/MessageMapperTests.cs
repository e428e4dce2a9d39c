using TelegramRest.Mapping;
using Xunit;

namespace TelegramRest.Tests.Unit.Mapping;

public class MessageMapperTests
{
    private static BotApi.Message Map(Tl.MessageBase message, MessageContext? context = null) => MessageMapper.ToBotApi(message, Samples.Peers, context ?? Samples.Context);

    [Fact]
    public void Private_text_comes_from_its_chat() => Json.Equal(
        """
        {"message_id":42,"from":{"id":5,"is_bot":false,"first_name":"Ann","last_name":"Lee","username":"ann","language_code":"en","is_premium":true},
         "chat":{"id":5,"type":"private","first_name":"Ann","last_name":"Lee","username":"ann"},"date":1700000000,"text":"hi *",
         "entities":[{"type":"bold","offset":0,"length":2}]}
        """,
        Map(Samples.Message(Samples.Private, "hi *", m => m.Entities = [new Tl.MessageEntityBold { Offset = 0, Length = 2 }])));

    [Fact]
    public void Own_private_message_comes_from_the_account() =>
        Assert.Equal(Samples.SelfId, Map(Samples.Message(Samples.Private, "x", m => m.Out = true)).From?.Id);

    [Fact]
    public void Channel_post_has_a_sender_chat_and_no_sender()
    {
        var message = Map(Samples.Message(Samples.InChannel, "x", m => (m.Post, m.PostAuthor) = (true, "Ann")));
        Json.Contains("""{"from":null,"sender_chat":{"id":-1000000000009,"type":"channel","title":"News"},"author_signature":"Ann"}""", message);
    }

    [Fact]
    public void Anonymous_administrator_has_a_stand_in()
    {
        var message = Map(Samples.Message(Samples.InSupergroup, "x", m => m.FromId = Samples.InSupergroup));
        Assert.Equal((1087968824, -1000000000008), (message.From!.Id, message.SenderChat!.Id));
    }

    [Fact]
    public void Channel_that_writes_into_a_group_has_a_stand_in()
    {
        var message = Map(Samples.Message(Samples.InSupergroup, "x", m => m.FromId = Samples.InChannel));
        Assert.Equal((136817688, -1000000000009), (message.From!.Id, message.SenderChat!.Id));
    }

    [Fact]
    public void Automatic_forward_comes_from_telegram()
    {
        var message = Map(Samples.Message(Samples.InSupergroup, "x", m =>
        {
            m.FromId = Samples.InChannel;
            m.FwdFrom = new Tl.MessageFwdHeader { Date = 3, FromId = Samples.InChannel, ChannelPost = 4, SavedFromPeer = Samples.InChannel, SavedFromMsgId = 4 };
        }));
        Json.Contains(
            """
            {"is_automatic_forward":true,"forward_origin":{"type":"channel","date":3,"chat":{"id":-1000000000009,"type":"channel","title":"News"},"message_id":4},
             "forward_from_chat":{"id":-1000000000009,"type":"channel","title":"News"},"forward_from_message_id":4,"forward_date":3,
             "from":{"id":777000,"is_bot":false,"first_name":"Telegram"}}
            """,
            message);
    }

    [Fact]
    public void Forwards_name_their_origin_in_both_ways()
    {
        var fromUser = Map(Samples.Message(Samples.Private, "x", m => m.FwdFrom = new Tl.MessageFwdHeader { Date = 3, FromId = Samples.Private }));
        Assert.Equal(5, fromUser.ForwardFrom!.Id);
        Assert.Equal(3, fromUser.ForwardDate);
        var hidden = Map(Samples.Message(Samples.Private, "x", m => m.FwdFrom = new Tl.MessageFwdHeader { Date = 3, FromName = "Somebody" }));
        Json.Contains("""{"forward_origin":{"type":"hidden_user","date":3,"sender_user_name":"Somebody"},"forward_sender_name":"Somebody","forward_from":null}""", hidden);
    }

    [Fact]
    public void Reply_shows_the_message_but_not_what_that_replies_to()
    {
        var original = Samples.Message(Samples.InSupergroup, "first", m => (m.Id, m.FromId, m.ReplyTo) = (40, Samples.Private, new Tl.MessageReplyHeader { ReplyToMsgId = 39 }));
        var context = new MessageContext { SelfId = Samples.SelfId, FindMessage = (chat, id) => id is 40 or 39 ? original : null };
        var message = Map(
            Samples.Message(Samples.InSupergroup, "second", m => (m.FromId, m.ReplyTo) = (Samples.Private, new Tl.MessageReplyHeader { ReplyToMsgId = 40, Quote = true, QuoteText = "ir", QuoteOffset = 1 })),
            context);

        Assert.Equal("first", message.ReplyToMessage!.Text);
        Assert.Null(message.ReplyToMessage.ReplyToMessage);
        Assert.Equal(40, message.MessageThreadId);
        Json.Contains("""{"quote":{"text":"ir","position":1,"is_manual":true},"external_reply":null,"is_topic_message":null}""", message);
    }

    [Fact]
    public void Reply_to_another_chat_is_external()
    {
        var message = Map(Samples.Message(Samples.Private, "x", m => m.ReplyTo = new Tl.MessageReplyHeader
        {
            ReplyToMsgId = 4,
            ReplyToPeerId = Samples.InChannel,
            ReplyFrom = new Tl.MessageFwdHeader { Date = 3, FromId = Samples.InChannel, ChannelPost = 4 },
            ReplyMedia = new Tl.MessageMediaDice { Value = 2, Emoticon = "🎲" },
        }));
        Json.Contains(
            """
            {"reply_to_message":null,"external_reply":{"origin":{"type":"channel","date":3,"chat":{"id":-1000000000009,"type":"channel","title":"News"},"message_id":4},
             "chat":{"id":-1000000000009,"type":"channel","title":"News"},"message_id":4,"dice":{"emoji":"🎲","value":2}}}
            """,
            message);
    }

    [Theory]
    [InlineData(null, 30, 30)]
    [InlineData(20, 30, 20)]
    [InlineData(null, 1, null)]
    public void Topic_messages_name_their_topic_except_the_general_one(int? top, int replied, int? expected)
    {
        var message = Map(Samples.Message(Samples.InSupergroup, "x", m => m.ReplyTo = new Tl.MessageReplyHeader { ForumTopic = true, ReplyToTopId = top, ReplyToMsgId = replied }));
        Assert.Equal(expected, message.MessageThreadId);
        Assert.Equal(expected == null ? null : true, message.IsTopicMessage);
    }

    [Fact]
    public void Photo_shows_its_sizes_smallest_first_and_its_caption()
    {
        var photo = new Tl.Photo
        {
            Id = 11,
            AccessHash = 12,
            FileReference = new byte[] { 9 },
            Date = 1,
            DcId = 4,
            Sizes =
            [
                new Tl.PhotoSizeProgressive { Type = "y", W = 800, H = 600, Sizes = [10, 20, 300] },
                new Tl.PhotoStrippedSize { Type = "i", Bytes = new byte[] { 1 } },
                new Tl.PhotoSize { Type = "s", W = 90, H = 60, Size = 5 },
            ],
        };
        var message = Map(Samples.Message(Samples.Private, "look", m => (m.Media, m.InvertMedia) = (new Tl.MessageMediaPhoto { Photo = photo, Spoiler = true }, true)));

        Assert.Equal([(90, 5L), (800, 300L)], message.Photo!.Select(size => (size.Width, size.FileSize!.Value)));
        Assert.StartsWith("AgAC", message.Photo![0].FileId, StringComparison.Ordinal);
        Json.Contains("""{"caption":"look","text":null,"has_media_spoiler":true,"show_caption_above_media":true}""", message);
    }

    [Fact]
    public void Document_has_its_thumbnail_twice()
    {
        var message = Map(Samples.Message(Samples.Private, "", m => m.Media = Samples.Media("text/plain", new Tl.DocumentAttributeFilename { FileName = "a.txt" })));
        Json.Contains("""{"caption":null,"text":null}""", message);
        Assert.Equal(("a.txt", "text/plain", 77), (message.Document!.FileName, message.Document.MimeType, message.Document.FileSize));
        Assert.Same(message.Document.Thumbnail, message.Document.Thumb);
        Assert.Equal((90, 60, 500), (message.Document.Thumb!.Width, message.Document.Thumb.Height, message.Document.Thumb.FileSize));
        Assert.StartsWith("AAMC", message.Document.Thumb.FileId, StringComparison.Ordinal);
        Assert.StartsWith("BQAC", message.Document.FileId, StringComparison.Ordinal);
    }

    [Fact]
    public void Documents_are_what_their_attributes_say()
    {
        var video = new Tl.DocumentAttributeVideo { Duration = 3.2, W = 4, H = 5 };
        Assert.Equal(4, Map(WithMedia("video/mp4", video)).Video!.Duration);
        Assert.Equal(4, Map(WithMedia("video/mp4", new Tl.DocumentAttributeVideo { RoundMessage = true, Duration = 1, W = 4, H = 4 })).VideoNote!.Length);
        var animation = Map(WithMedia("video/mp4", video, new Tl.DocumentAttributeAnimated()));
        Assert.NotNull(animation.Animation);
        Assert.NotNull(animation.Document);
        Assert.Equal("T", Map(WithMedia("audio/mpeg", new Tl.DocumentAttributeAudio { Duration = 1, Title = "T" })).Audio!.Title);
        Assert.Equal(6, Map(WithMedia("audio/ogg", new Tl.DocumentAttributeAudio { Voice = true, Duration = 6 })).Voice!.Duration);
        var sticker = Map(WithMedia("application/x-tgsticker", new Tl.DocumentAttributeSticker { Alt = "🙂", Stickerset = new Tl.InputStickerSetEmpty() })).Sticker!;
        Assert.Equal((true, 512, "🙂"), (sticker.IsAnimated, sticker.Width, sticker.Emoji));

        static Tl.Message WithMedia(string type, params Tl.DocumentAttributeBase[] attributes) =>
            Samples.Message(Samples.Private, "", m => m.Media = Samples.Media(type, attributes));
    }

    [Fact]
    public void Sticker_names_its_set_where_it_is_known()
    {
        var message = Samples.Message(Samples.Private, "", m => m.Media = Samples.Media(
            "image/webp",
            new Tl.DocumentAttributeImageSize { W = 100, H = 90 },
            new Tl.DocumentAttributeSticker { Alt = "x", Stickerset = new Tl.InputStickerSetID { Id = 3, AccessHash = 4 } }));
        var context = new MessageContext { SelfId = 1, FindStickerSet = id => id == 3 ? "animals" : null };

        Assert.Equal("animals", Map(message, context).Sticker!.SetName);
        Assert.Null(Map(message).Sticker!.SetName);
        Assert.Equal(3, Assert.IsType<Tl.InputStickerSetID>(Assert.Single(MessageReferences.StickerSets(message))).Id);
    }

    [Fact]
    public void Places_and_people()
    {
        var point = new Tl.GeoPoint { Lat = 1.5, Long = 2.5 };
        Json.Contains("""{"location":{"latitude":1.5,"longitude":2.5}}""", Map(With(new Tl.MessageMediaGeo { Geo = point })));
        Json.Contains("""{"location":{"latitude":1.5,"longitude":2.5,"live_period":60,"heading":90}}""", Map(With(new Tl.MessageMediaGeoLive { Geo = point, Period = 60, Heading = 90 })));
        Json.Contains(
            """{"venue":{"location":{"latitude":1.5,"longitude":2.5},"title":"T","address":"A","foursquare_id":"f"},"location":{"latitude":1.5,"longitude":2.5}}""",
            Map(With(new Tl.MessageMediaVenue { Geo = point, Title = "T", Address = "A", Provider = "foursquare", VenueId = "f", VenueType = "" })));
        Json.Contains(
            """{"contact":{"phone_number":"1","first_name":"Ann","user_id":5}}""",
            Map(With(new Tl.MessageMediaContact { PhoneNumber = "1", FirstName = "Ann", LastName = "", Vcard = "", UserId = 5 })));

        static Tl.Message With(Tl.MessageMediaBase media) => Samples.Message(Samples.Private, "", m => m.Media = media);
    }

    [Fact]
    public void Poll_shows_options_and_votes()
    {
        var poll = new Tl.Poll
        {
            Id = 77,
            Quiz = true,
            Question = new Tl.TextWithEntities { Text = "Q", Entities = [] },
            Answers = [Answer("A", 0), Answer("B", 1)],
        };
        var results = new Tl.PollResults
        {
            TotalVoters = 3,
            Results = [new Tl.PollAnswerVoters { Option = new byte[] { (byte)'1' }, Voters = 2, Correct = true }],
        };
        var message = Map(Samples.Message(Samples.Private, "", m => m.Media = new Tl.MessageMediaPoll { Poll = poll, Results = results }));
        Json.Contains(
            """
            {"poll":{"id":"77","question":"Q","options":[{"persistent_id":"0","text":"A","voter_count":0},{"persistent_id":"1","text":"B","voter_count":2}],
             "total_voter_count":3,"is_closed":false,"is_anonymous":true,"type":"quiz","allows_multiple_answers":false,"allows_revoting":true,"members_only":false,"correct_option_ids":[1],"correct_option_id":1}}
            """,
            message);

        static Tl.PollAnswerBase Answer(string text, int option) =>
            new Tl.PollAnswer { Text = new Tl.TextWithEntities { Text = text, Entities = [] }, Option = new[] { (byte)('0' + option) } };
    }

    [Fact]
    public void Link_previews_say_what_is_shown()
    {
        var link = new Tl.MessageEntityUrl { Offset = 0, Length = 5 };
        Json.Contains("""{"link_preview_options":{"is_disabled":true}}""", Map(Samples.Message(Samples.Private, "a.com", m => m.Entities = [link])));
        Json.Contains(
            """{"link_preview_options":{"url":"http://a.com/","prefer_large_media":true,"show_above_text":true},"text":"a.com"}""",
            Map(Samples.Message(Samples.Private, "a.com", m => (m.Entities, m.InvertMedia, m.Media) =
                ([link], true, new Tl.MessageMediaWebPage { ForceLargeMedia = true, Webpage = new Tl.WebPage { Id = 1, Url = "http://a.com/", DisplayUrl = "a.com" } }))));
    }

    [Fact]
    public void Small_facts_appear_when_they_are_so() => Json.Contains(
        """
        {"edit_date":5,"has_protected_content":true,"media_group_id":"99","effect_id":"12","via_bot":{"id":100,"is_bot":true,"first_name":"Robot","username":"robot_bot"},
         "is_from_offline":true,"sender_boost_count":2,"sender_tag":"boss","paid_star_count":3,"views":null}
        """,
        Map(Samples.Message(Samples.InSupergroup, "x", m =>
        {
            (m.FromId, m.EditDate, m.Noforwards, m.GroupedId, m.Effect, m.ViaBotId) = (Samples.Private, 5, true, 99, 12, Samples.SelfId);
            (m.Offline, m.FromBoostsApplied, m.FromRank, m.PaidMessageStars, m.Views) = (true, 2, "boss", 3, 10);
        })));

    [Fact]
    public void Hidden_edits_show_no_date() => Assert.Null(Map(Samples.Message(Samples.Private, "x", m => (m.EditDate, m.EditHide) = (5, true))).EditDate);

    [Fact]
    public void Unknown_media_leave_an_empty_message() => Json.Contains(
        """{"text":null,"caption":null,"photo":null}""",
        Map(Samples.Message(Samples.Private, "x", m => m.Media = new Tl.MessageMediaUnsupported())));

    [Fact]
    public void Every_media_constructor_maps_without_an_exception()
    {
        foreach (var media in Constructors.All<Tl.MessageMediaBase>())
            Map(Samples.Message(Samples.Private, "x", m => m.Media = media));
        foreach (var action in Constructors.All<Tl.MessageActionBase>())
            Map(Samples.Service(Samples.InSupergroup, action));
    }

    [Fact]
    public void References_name_everybody_in_the_message()
    {
        var message = Samples.Message(Samples.InSupergroup, "x", m =>
        {
            m.FromId = Samples.Private;
            m.ViaBotId = 21;
            m.FwdFrom = new Tl.MessageFwdHeader { FromId = Samples.InChannel };
            m.ReplyTo = new Tl.MessageReplyHeader { ReplyToMsgId = 3 };
            m.Entities = [new Tl.MessageEntityMentionName { Offset = 0, Length = 1, UserId = 22 }];
        });
        Assert.Equal([-1000000000009, -1000000000008, 5, 21, 22], MessageReferences.Peers(message).Select(ChatIds.Of).Order());
        Assert.Equal(3, MessageReferences.Message(message)!.Value.Id);
    }
}
