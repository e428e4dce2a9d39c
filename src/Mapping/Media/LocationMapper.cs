using TelegramRest.BotApi;

namespace TelegramRest.Mapping.Media;

/// <summary>Points on the map, live ones and venues.</summary>
/// <remarks>https://core.telegram.org/bots/api#location</remarks>
internal static class LocationMapper
{
    public static Location? ToBotApi(Tl.GeoPointBase? geo) => geo is Tl.GeoPoint point
        ? new Location { Latitude = point.Lat, Longitude = point.Long, HorizontalAccuracy = point.AccuracyRadius }
        : null;

    public static Location? ToBotApi(Tl.MessageMediaGeoLive live) => live.Geo is Tl.GeoPoint point
        ? new Location
        {
            Latitude = point.Lat,
            Longitude = point.Long,
            HorizontalAccuracy = point.AccuracyRadius,
            LivePeriod = live.Period.OrNull(),
            Heading = live.Heading,
            ProximityAlertRadius = live.ProximityNotificationRadius,
        }
        : null;

    public static Venue? ToBotApi(Tl.MessageMediaVenue venue)
    {
        if (ToBotApi(venue.Geo) is not { } location)
            return null;

        const string foursquare = "foursquare", google = "gplaces";
        return new Venue
        {
            Location = location,
            Title = venue.Title,
            Address = venue.Address,
            FoursquareId = venue.Provider == foursquare ? venue.VenueId.OrNull() : null,
            FoursquareType = venue.Provider == foursquare ? venue.VenueType.OrNull() : null,
            GooglePlaceId = venue.Provider == google ? venue.VenueId.OrNull() : null,
            GooglePlaceType = venue.Provider == google ? venue.VenueType.OrNull() : null,
        };
    }
}
