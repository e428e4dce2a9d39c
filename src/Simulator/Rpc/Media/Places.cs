namespace TelegramRest.Simulator.Rpc.Media;

/// <summary>Locations that stand, that move for a while, and that have a name (https://core.telegram.org/api/live-location).</summary>
internal static class Places
{
    private const int ShortestPeriod = 60;
    private const int LongestPeriod = 86_400;

    /// <summary>The period of a location that is live until it is stopped.</summary>
    private const int Forever = 0x7fffffff;

    public static Tl.MessageMediaGeo Make(Tl.InputMediaGeoPoint point) => new() { Geo = Point(point.GeoPoint) };

    public static Tl.MessageMediaVenue Make(Tl.InputMediaVenue venue) => new()
    {
        Geo = Point(venue.GeoPoint),
        Title = venue.Title,
        Address = venue.Address,
        Provider = venue.Provider,
        VenueId = venue.VenueId,
        VenueType = venue.VenueType,
    };

    public static Tl.MessageMediaGeoLive Make(Tl.InputMediaGeoLive live)
    {
        if (live.Period is not (null or Forever or (>= ShortestPeriod and <= LongestPeriod)) && !live.Stopped)
            throw new RpcError(400, "MEDIA_INVALID");
        return new Tl.MessageMediaGeoLive
        {
            Geo = Point(live.GeoPoint),
            Heading = live.Heading,
            Period = live.Stopped ? 0 : live.Period ?? 0,
            ProximityNotificationRadius = live.ProximityNotificationRadius,
        };
    }

    /// <summary>A live location after its sender moved it, prolonged it or ended it.</summary>
    /// <param name="age">Seconds since it was sent.</param>
    public static Tl.MessageMediaGeoLive Move(Tl.MessageMediaGeoLive before, Tl.InputMediaGeoLive live, int age)
    {
        // What has ended cannot begin again.
        if (before.Period != Forever && age >= before.Period)
            throw new RpcError(400, "MESSAGE_ID_INVALID");
        return new Tl.MessageMediaGeoLive
        {
            Geo = live.GeoPoint is Tl.InputGeoPointEmpty ? before.Geo : Point(live.GeoPoint),
            Heading = live.Stopped ? null : live.Heading,
            Period = live.Stopped ? age : live.Period ?? before.Period,
            ProximityNotificationRadius = live.Stopped ? null : live.ProximityNotificationRadius,
        };
    }

    private static Tl.GeoPoint Point(Tl.InputGeoPointBase point)
    {
        if (point is not Tl.InputGeoPoint { Lat: >= -90 and <= 90, Long: >= -180 and <= 180 } it)
            throw new RpcError(400, "GEO_POINT_INVALID");
        return new Tl.GeoPoint { Lat = it.Lat, Long = it.Long, AccuracyRadius = it.AccuracyRadius };
    }
}
