using TelegramRest.Accounts;
using TelegramRest.Accounts.Files.Media;
using TelegramRest.BotApi;
using TelegramRest.Mapping.Media;

namespace TelegramRest.Handlers.Shared;

/// <summary>Media inside of something else, a poll or a rich message, which Telegram wants to be stored before it is named there.</summary>
/// <remarks>https://core.telegram.org/bots/api#inputpollmedia</remarks>
internal sealed class InputMediaContents(IAccount account)
{
    /// <param name="media">A file, a place or a link.</param>
    /// <param name="place">Where it will be sent to.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async Task<Tl.InputMediaBase> ToTlAsync(InputMedia media, UploadPlace place, CancellationToken cancellationToken) => media switch
    {
        InputMediaLocation m => new Tl.InputMediaGeoPoint { GeoPoint = Point(m.Latitude, m.Longitude, m.HorizontalAccuracy) },
        InputMediaVenue m => InputVenues.ToTl(
            Point(m.Latitude, m.Longitude), m.Title, m.Address, (m.FoursquareId, m.FoursquareType), (m.GooglePlaceId, m.GooglePlaceType)),
        InputMediaLink m => new Tl.InputMediaWebPage { Url = m.Url },
        _ => await account.Files.StoredMediaAsync(await account.Files.MediaAsync(InputMediaFiles.Of(media), place, cancellationToken), place, cancellationToken),
    };

    private static Tl.InputGeoPoint Point(double latitude, double longitude, double? accuracy = null) =>
        InputLocations.ToTl(latitude, longitude, accuracy) ?? throw BotApiException.BadRequest("invalid location specified");
}
