using TelegramRest.BotApi;
using TelegramRest.Mapping.Media;
using TelegramRest.Mapping.Text;

namespace TelegramRest.Mapping.Inline;

/// <summary>What choosing a result sends, where that is no text.</summary>
/// <remarks>https://core.telegram.org/type/InputBotInlineMessage</remarks>
public static class InlineMessageMapper
{
    private const int MinPeriod = 60;
    private const int MaxPeriod = 86400;

    /// <exception cref="BotApiException">400: a place that is none, or a field out of its range.</exception>
    public static Tl.InputBotInlineMessageBase ToTl(InputMessageContent content, Tl.ReplyMarkupBase? markup) => content switch
    {
        InputLocationMessageContent location => Location(location, markup),
        InputVenueMessageContent venue => Venue(venue, markup),
        InputContactMessageContent contact => Contact(contact, markup),
        InputInvoiceMessageContent invoice => InlineInvoiceMapper.ToTl(invoice, markup),
        _ => throw new InvalidOperationException($"{content.GetType().Name} is no such content."),
    };

    private static Tl.InputBotInlineMessageMediaGeo Location(InputLocationMessageContent location, Tl.ReplyMarkupBase? markup)
    {
        var point = InputLocations.ToTl(location.Latitude, location.Longitude, location.HorizontalAccuracy)
            ?? throw BotApiException.BadRequest("wrong location specified");
        var period = location.LivePeriod ?? 0;
        if (period != 0 && period != int.MaxValue && period is < MinPeriod or > MaxPeriod)
            throw BotApiException.BadRequest("wrong live location period specified");
        InputLocations.CheckDirection(location.Heading, location.ProximityAlertRadius);
        return new Tl.InputBotInlineMessageMediaGeo
        {
            GeoPoint = point,
            Heading = (location.Heading ?? 0).OrNull(),
            Period = period.OrNull(),
            ProximityNotificationRadius = period == 0 ? null : location.ProximityAlertRadius ?? 0,
            ReplyMarkup = markup,
        };
    }

    private static Tl.InputBotInlineMessageMediaVenue Venue(InputVenueMessageContent venue, Tl.ReplyMarkupBase? markup)
    {
        var (title, address) = (Text(venue.Title, "venue title"), Text(venue.Address, "venue address"));
        var point = InputLocations.ToTl(venue.Latitude, venue.Longitude) ?? throw BotApiException.BadRequest("wrong venue location specified");
        var place = InputVenues.ToTl(point, title, address, (venue.FoursquareId, venue.FoursquareType), (venue.GooglePlaceId, venue.GooglePlaceType));
        return new Tl.InputBotInlineMessageMediaVenue
        {
            GeoPoint = place.GeoPoint,
            Title = place.Title,
            Address = place.Address,
            Provider = place.Provider,
            VenueId = place.VenueId,
            VenueType = place.VenueType,
            ReplyMarkup = markup,
        };
    }

    private static Tl.InputBotInlineMessageMediaContact Contact(InputContactMessageContent contact, Tl.ReplyMarkupBase? markup) => new()
    {
        PhoneNumber = Text(contact.PhoneNumber, "phone number"),
        FirstName = Text(contact.FirstName, "first name"),
        LastName = Text(contact.LastName ?? "", "last name"),
        Vcard = Text(contact.Vcard ?? "", "vCard"),
        ReplyMarkup = markup,
    };

    private static string Text(string text, string what) =>
        Unicode.IsWellFormed(text) ? text.Trim() : throw BotApiException.BadRequest($"{what} must be encoded in UTF-8");
}
