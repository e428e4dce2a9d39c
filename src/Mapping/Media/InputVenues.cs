namespace TelegramRest.Mapping.Media;

/// <summary>Places with a name on their way to Telegram.</summary>
/// <remarks>https://core.telegram.org/constructor/inputMediaVenue</remarks>
public static class InputVenues
{
    /// <param name="point">Where it is.</param>
    /// <param name="title">Its name.</param>
    /// <param name="address">Its address.</param>
    /// <param name="foursquare">Its id and type at Foursquare, which win over Google's.</param>
    /// <param name="google">Its id and type at Google Places.</param>
    public static Tl.InputMediaVenue ToTl(
        Tl.InputGeoPoint point, string title, string address, (string? Id, string? Type) foursquare, (string? Id, string? Type) google)
    {
        var (provider, place) = IsGiven(foursquare) ? ("foursquare", foursquare) : IsGiven(google) ? ("gplaces", google) : ("", default);
        return new Tl.InputMediaVenue
        {
            GeoPoint = point,
            Title = title,
            Address = address,
            Provider = provider,
            VenueId = place.Id ?? "",
            VenueType = place.Type ?? "",
        };
    }

    private static bool IsGiven((string? Id, string? Type) place) => !string.IsNullOrEmpty(place.Id) || !string.IsNullOrEmpty(place.Type);
}
