using TelegramRest.BotApi;
using TelegramRest.Mapping.FileIds;

namespace TelegramRest.Mapping.Media;

/// <summary>The media of a message. Kinds that the Bot API does not know, and media that have expired, leave the content empty.</summary>
/// <remarks>https://core.telegram.org/type/MessageMedia</remarks>
internal static class MediaMapper
{
    /// <param name="media">As received.</param>
    /// <param name="peers">Whom it names.</param>
    /// <param name="context">Who asks.</param>
    /// <param name="text">What stands beside: the description of a poll.</param>
    /// <param name="entities">Of <paramref name="text"/>.</param>
    public static MediaContent Map(Tl.MessageMediaBase? media, PeerIndex peers, MessageContext context, string? text = null, MessageEntity[]? entities = null)
    {
        var content = new MediaContent();
        switch (media)
        {
            case Tl.MessageMediaPhoto { TtlSeconds: null } photo:
                MapPhoto(content, photo);
                break;
            case Tl.MessageMediaDocument { TtlSeconds: null, Document: Tl.Document document } file:
                MapDocument(content, new DocumentFacts(document), file, context);
                break;
            case Tl.MessageMediaPaidMedia paid:
                content.HasCaption = true;
                content.PaidMedia = PaidMediaMapper.ToBotApi(paid);
                break;
            case Tl.MessageMediaContact contact:
                content.Contact = ToContact(contact);
                break;
            case Tl.MessageMediaGeo geo:
                content.Location = LocationMapper.ToBotApi(geo.Geo);
                break;
            case Tl.MessageMediaGeoLive live:
                content.Location = LocationMapper.ToBotApi(live);
                break;
            case Tl.MessageMediaVenue venue:
                content.Venue = LocationMapper.ToBotApi(venue);
                content.Location = content.Venue?.Location;
                break;
            case Tl.MessageMediaDice dice:
                content.Dice = new Dice { Emoji = dice.Emoticon, Value = dice.Value };
                break;
            case Tl.MessageMediaPoll poll:
                content.Poll = PollMapper.ToBotApi(poll, peers, context, text, entities);
                break;
            case Tl.MessageMediaGame game:
                content.Game = ToGame(game.Game);
                break;
            case Tl.MessageMediaInvoice invoice:
                content.Invoice = ToInvoice(invoice);
                break;
            case Tl.MessageMediaStory { ViaMention: false } story:
                content.Story = new Story { Chat = ChatMapper.ToBotApi(story.Peer, peers), Id = story.Id };
                break;
            case Tl.MessageMediaToDo checklist:
                content.Checklist = ChecklistMapper.ToBotApi(checklist, peers);
                break;
            case Tl.MessageMediaGiveaway giveaway:
                content.Giveaway = GiveawayMapper.ToBotApi(giveaway, peers);
                break;
            case Tl.MessageMediaGiveawayResults results:
                content.GiveawayWinners = GiveawayMapper.ToBotApi(results, peers);
                break;
        }

        return content;
    }

    private static void MapPhoto(MediaContent content, Tl.MessageMediaPhoto media)
    {
        var sizes = PhotoMapper.ToBotApi(media.Photo);
        if (sizes.Length == 0)
            return;

        content.HasCaption = true;
        content.HasSpoiler = media.Spoiler.OrNull();
        if (media is { LivePhoto: true, Video: Tl.Document video })
            content.LivePhoto = LivePhotoMapper.ToBotApi(sizes, video);
        content.Photo = sizes;
    }

    private static void MapDocument(MediaContent content, DocumentFacts facts, Tl.MessageMediaDocument media, MessageContext context)
    {
        content.HasCaption = facts.Type is not (FileType.Sticker or FileType.VideoNote);
        switch (facts.Type)
        {
            case FileType.Sticker:
                content.Sticker = StickerMapper.ToBotApi(facts, context);
                break;
            case FileType.Animation:
                // An animation is also shown as the document that old clients take it for.
                content.Animation = DocumentMapper.ToAnimation(facts);
                content.Document = DocumentMapper.ToDocument(facts);
                content.HasSpoiler = media.Spoiler.OrNull();
                break;
            case FileType.VideoNote:
                content.VideoNote = DocumentMapper.ToVideoNote(facts);
                break;
            case FileType.Video:
                content.Video = DocumentMapper.ToVideo(facts, media);
                content.HasSpoiler = media.Spoiler.OrNull();
                break;
            case FileType.VoiceNote:
                content.Voice = DocumentMapper.ToVoice(facts);
                break;
            case FileType.Audio:
                content.Audio = DocumentMapper.ToAudio(facts);
                break;
            default:
                content.Document = DocumentMapper.ToDocument(facts);
                break;
        }
    }

    private static Contact ToContact(Tl.MessageMediaContact contact) => new()
    {
        PhoneNumber = contact.PhoneNumber,
        FirstName = contact.FirstName,
        LastName = contact.LastName.OrNull(),
        Vcard = contact.Vcard.OrNull(),
        UserId = contact.UserId.OrNull(),
    };

    private static Game ToGame(Tl.Game game) => new()
    {
        Title = game.Title,
        Description = game.Description,
        Photo = PhotoMapper.ToBotApi(game.Photo),
        Animation = game.Document is Tl.Document document ? DocumentMapper.ToAnimation(new DocumentFacts(document)) : null,
    };

    private static Invoice ToInvoice(Tl.MessageMediaInvoice invoice) => new()
    {
        Title = invoice.Title,
        Description = invoice.Description,
        StartParameter = invoice.StartParam,
        Currency = invoice.Currency,
        TotalAmount = invoice.TotalAmount,
    };
}
