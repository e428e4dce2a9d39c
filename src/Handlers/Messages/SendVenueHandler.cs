using TelegramRest.BotApi;
using TelegramRest.Handlers.Messages.Shared;
using TelegramRest.Mapping.Media;

namespace TelegramRest.Handlers.Messages;

internal sealed class SendVenueHandler(SendPipeline pipeline) : IHandler<SendVenueRequest, Message>
{
    public async Task<Message> HandleAsync(SendVenueRequest request, CancellationToken cancellationToken)
    {
        var target = await pipeline.PrepareAsync(request, SendContent.Venue, cancellationToken);
        var point = InputLocations.ToTl(request.Latitude, request.Longitude) ?? throw BotApiException.BadRequest("invalid location specified");
        var venue = InputVenues.ToTl(
            point, request.Title, request.Address, (request.FoursquareId, request.FoursquareType), (request.GooglePlaceId, request.GooglePlaceType));
        return await pipeline.SendMediaAsync(target, venue, cancellationToken);
    }
}
