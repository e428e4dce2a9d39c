using TelegramRest.BotApi;

namespace TelegramRest.Mapping.Media;

/// <summary>What a message carries besides its text. A message, a reply to a foreign chat and a poll show the same kinds.</summary>
internal sealed class MediaContent
{
    /// <summary>The text beside is a caption.</summary>
    public bool HasCaption { get; set; }

    public bool? HasSpoiler { get; set; }

    public Animation? Animation { get; set; }

    public Audio? Audio { get; set; }

    public Document? Document { get; set; }

    public LivePhoto? LivePhoto { get; set; }

    public PaidMediaInfo? PaidMedia { get; set; }

    public PhotoSize[]? Photo { get; set; }

    public Sticker? Sticker { get; set; }

    public Story? Story { get; set; }

    public Video? Video { get; set; }

    public VideoNote? VideoNote { get; set; }

    public Voice? Voice { get; set; }

    public Checklist? Checklist { get; set; }

    public Contact? Contact { get; set; }

    public Dice? Dice { get; set; }

    public Game? Game { get; set; }

    public Giveaway? Giveaway { get; set; }

    public GiveawayWinners? GiveawayWinners { get; set; }

    public Invoice? Invoice { get; set; }

    public Location? Location { get; set; }

    public Poll? Poll { get; set; }

    public Venue? Venue { get; set; }
}
