using TelegramRest.BotApi;

namespace TelegramRest.Mapping.Media;

/// <summary>Points on the map on their way to Telegram.</summary>
/// <remarks>https://core.telegram.org/api/live-location</remarks>
public static class InputLocations
{
    /// <summary>Metres of uncertainty that are told apart.</summary>
    private const double MaxAccuracy = 1500;

    private const int MaxHeading = 360;
    private const int MaxRadius = 100_000;

    /// <returns>Null for a point that is not on the globe.</returns>
    public static Tl.InputGeoPoint? ToTl(double latitude, double longitude, double? accuracy = null)
    {
        if (!(Math.Abs(latitude) <= 90 && Math.Abs(longitude) <= 180))
            return null;
        var radius = accuracy is > 0 ? (int)Math.Ceiling(Math.Min(accuracy.Value, MaxAccuracy)) : 0;
        return new Tl.InputGeoPoint { Lat = latitude, Long = longitude, AccuracyRadius = radius.OrNull() };
    }

    /// <summary>The next position of a live location.</summary>
    /// <param name="latitude">Degrees.</param>
    /// <param name="longitude">Degrees.</param>
    /// <param name="accuracy">Metres.</param>
    /// <param name="period">Seconds that it lives on; null or 0 as before.</param>
    /// <param name="heading">Degrees from 1 to 360; null or 0 for none.</param>
    /// <param name="radius">Metres at which those who come near are announced; null or 0 for none.</param>
    /// <exception cref="BotApiException">400: one of them is out of its range.</exception>
    public static Tl.InputMediaGeoLive ToLive(double latitude, double longitude, double? accuracy, int? period, int? heading, int? radius)
    {
        var point = ToTl(latitude, longitude, accuracy) ?? throw BotApiException.BadRequest("invalid live location specified");
        CheckDirection(heading, radius);
        return new Tl.InputMediaGeoLive
        {
            GeoPoint = point,
            Period = (period ?? 0).OrNull(),
            Heading = (heading ?? 0).OrNull(),
            ProximityNotificationRadius = radius ?? 0,
        };
    }

    /// <exception cref="BotApiException">400: out of range.</exception>
    public static void CheckDirection(int? heading, int? radius)
    {
        if (heading is < 0 or > MaxHeading)
            throw BotApiException.BadRequest("wrong live location heading specified");
        if (radius is < 0 or > MaxRadius)
            throw BotApiException.BadRequest("wrong live location proximity alert radius specified");
    }
}
