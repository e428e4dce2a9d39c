using TelegramRest.BotApi;

namespace TelegramRest.Mapping.Messages;

/// <summary>What a received message says, in the form in which it is sent again.</summary>
/// <remarks>https://core.telegram.org/type/InputMedia</remarks>
public static class CopiedContent
{
    /// <summary>Service messages, and media that vanish, stay where they are.</summary>
    public static bool IsForwardable(Tl.MessageBase message) => message is Tl.Message { Media: var media } && !Vanishes(media);

    /// <summary>Moreover, nobody can copy what was paid for, what is to be won, or a quiz whose answer is not known.</summary>
    public static bool IsCopyable(Tl.MessageBase message) => IsForwardable(message) && ((Tl.Message)message).Media switch
    {
        Tl.MessageMediaPaidMedia or Tl.MessageMediaGiveaway or Tl.MessageMediaGiveawayResults or Tl.MessageMediaUnsupported => false,
        Tl.MessageMediaPoll { Poll.Quiz: true } quiz => CorrectAnswers(quiz).Length > 0,
        _ => true,
    };

    /// <summary>Moreover, an invoice can be copied by Telegram only.</summary>
    public static bool IsResendable(Tl.Message message) => IsCopyable(message) && message.Media is not Tl.MessageMediaInvoice;

    /// <summary>The text beside is a caption, which a copy may replace.</summary>
    public static bool HasCaption(Tl.Message message) => message.Media switch
    {
        Tl.MessageMediaPhoto => true,
        Tl.MessageMediaDocument { Document: Tl.Document document } =>
            !document.Attributes.Any(attribute => attribute is Tl.DocumentAttributeSticker or Tl.DocumentAttributeCustomEmoji or Tl.DocumentAttributeVideo { RoundMessage: true }),
        _ => false,
    };

    /// <param name="message">That is <see cref="IsResendable"/>.</param>
    /// <param name="videoStart">Seconds; null as in the original.</param>
    /// <param name="address">Gives a peer that the account can name.</param>
    /// <returns>Null for a text.</returns>
    public static Tl.InputMediaBase? Media(Tl.Message message, int? videoStart, Func<Tl.PeerBase, Tl.InputPeerBase> address) => message.Media switch
    {
        null or Tl.MessageMediaEmpty => null,
        Tl.MessageMediaWebPage { Manual: true, Webpage: Tl.WebPage page } preview => new Tl.InputMediaWebPage
        {
            Url = page.Url,
            ForceLargeMedia = preview.ForceLargeMedia,
            ForceSmallMedia = preview.ForceSmallMedia,
            Optional = true,
        },
        Tl.MessageMediaWebPage => null,
        Tl.MessageMediaPhoto or Tl.MessageMediaDocument => File(message.Media, videoStart),
        Tl.MessageMediaContact contact => new Tl.InputMediaContact
        {
            PhoneNumber = contact.PhoneNumber,
            FirstName = contact.FirstName,
            LastName = contact.LastName,
            Vcard = contact.Vcard,
        },
        Tl.MessageMediaGeo geo => new Tl.InputMediaGeoPoint { GeoPoint = Point(geo.Geo) },
        Tl.MessageMediaGeoLive live => new Tl.InputMediaGeoPoint { GeoPoint = Point(live.Geo) },
        Tl.MessageMediaVenue venue => Venue(venue),
        Tl.MessageMediaDice dice => new Tl.InputMediaDice { Emoticon = dice.Emoticon },
        Tl.MessageMediaGame { Game: var game } => new Tl.InputMediaGame { Id = new Tl.InputGameID { Id = game.Id, AccessHash = game.AccessHash } },
        Tl.MessageMediaPoll poll => Poll(poll),
        Tl.MessageMediaToDo { Todo: var list } => new Tl.InputMediaTodo { Todo = list },
        Tl.MessageMediaStory story => new Tl.InputMediaStory { Peer = address(story.Peer), Id = story.Id },
        _ => throw BotApiException.BadRequest("the message can't be copied"),
    };

    /// <summary>The layout of a rich message; null for others.</summary>
    public static Tl.InputRichMessage? RichMessage(Tl.Message message) => message.RichMessage is not { } rich ? null : new Tl.InputRichMessage
    {
        Rtl = rich.Rtl,
        Blocks = rich.Blocks,
        Photos = rich.Photos.OfType<Tl.Photo>().Select(Tl.InputPhotoBase (photo) => Input(photo)).ToArray().OrNull(),
        Documents = rich.Documents.OfType<Tl.Document>().Select(Tl.InputDocumentBase (document) => Input(document)).ToArray().OrNull(),
    };

    private static bool Vanishes(Tl.MessageMediaBase? media) => media
        is Tl.MessageMediaPhoto { TtlSeconds: not null } or Tl.MessageMediaDocument { TtlSeconds: not null }
        or Tl.MessageMediaPhoto { Photo: not Tl.Photo } or Tl.MessageMediaDocument { Document: not Tl.Document };

    private static Tl.InputMediaBase? File(Tl.MessageMediaBase? media, int? videoStart) => media switch
    {
        Tl.MessageMediaPhoto { Photo: Tl.Photo photo } source => new Tl.InputMediaPhoto
        {
            Id = Input(photo),
            Spoiler = source.Spoiler,
            LivePhoto = source is { LivePhoto: true, Video: Tl.Document },
            Video = source.Video is Tl.Document video ? Input(video) : null,
        },
        Tl.MessageMediaDocument { Document: Tl.Document document } source => new Tl.InputMediaDocument
        {
            Id = Input(document),
            Spoiler = source.Spoiler,
            VideoCover = source.VideoCover is Tl.Photo cover ? Input(cover) : null,
            VideoTimestamp = videoStart is { } start ? Math.Max(start, 0).OrNull() : source.VideoTimestamp,
        },
        _ => null,
    };

    /// <summary>A new poll with the same question; nobody has voted yet.</summary>
    private static Tl.InputMediaPoll Poll(Tl.MessageMediaPoll source)
    {
        var answers = source.Poll.Answers.OfType<Tl.PollAnswer>().ToArray();
        return new Tl.InputMediaPoll
        {
            Poll = new Tl.Poll
            {
                PublicVoters = source.Poll.PublicVoters,
                MultipleChoice = source.Poll.MultipleChoice,
                Quiz = source.Poll.Quiz,
                OpenAnswers = source.Poll.OpenAnswers,
                RevotingDisabled = source.Poll.RevotingDisabled,
                ShuffleAnswers = source.Poll.ShuffleAnswers,
                HideResultsUntilClose = source.Poll.HideResultsUntilClose,
                SubscribersOnly = source.Poll.SubscribersOnly,
                CountriesIso2 = source.Poll.CountriesIso2,
                ClosePeriod = source.Poll.ClosePeriod,
                Question = source.Poll.Question,
                Answers = [.. answers.Select(answer => new Tl.InputPollAnswer { Text = answer.Text, Media = Attached(answer.Media) })],
            },
            CorrectAnswers = source.Poll.Quiz ? CorrectAnswers(source) : null,
            Solution = source.Results.Solution,
            SolutionEntities = source.Results.Solution is null ? null : source.Results.SolutionEntities ?? [],
            SolutionMedia = Attached(source.Results.SolutionMedia),
            AttachedMedia = Attached(source.AttachedMedia),
        };
    }

    private static int[] CorrectAnswers(Tl.MessageMediaPoll source)
    {
        var correct = source.Results.Results?.Where(voters => voters.Correct).Select(voters => voters.Option).ToArray() ?? [];
        var answers = source.Poll.Answers.OfType<Tl.PollAnswer>().ToArray();
        return [.. Enumerable.Range(0, answers.Length).Where(index => correct.Any(option => option.Span.SequenceEqual(answers[index].Option.Span)))];
    }

    private static Tl.InputMediaBase? Attached(Tl.MessageMediaBase? media) => media switch
    {
        Tl.MessageMediaGeo geo => new Tl.InputMediaGeoPoint { GeoPoint = Point(geo.Geo) },
        Tl.MessageMediaVenue venue => Venue(venue),
        Tl.MessageMediaWebPage { Webpage: Tl.WebPage page } => new Tl.InputMediaWebPage { Url = page.Url },
        _ => File(media, videoStart: null),
    };

    private static Tl.InputMediaVenue Venue(Tl.MessageMediaVenue venue) => new()
    {
        GeoPoint = Point(venue.Geo),
        Title = venue.Title,
        Address = venue.Address,
        Provider = venue.Provider,
        VenueId = venue.VenueId,
        VenueType = venue.VenueType,
    };

    private static Tl.InputGeoPoint Point(Tl.GeoPointBase geo) => geo is Tl.GeoPoint point
        ? new Tl.InputGeoPoint { Lat = point.Lat, Long = point.Long, AccuracyRadius = point.AccuracyRadius }
        : throw BotApiException.BadRequest("the message can't be copied");

    private static Tl.InputPhoto Input(Tl.Photo photo) => new() { Id = photo.Id, AccessHash = photo.AccessHash, FileReference = photo.FileReference };

    private static Tl.InputDocument Input(Tl.Document document) => new() { Id = document.Id, AccessHash = document.AccessHash, FileReference = document.FileReference };
}
