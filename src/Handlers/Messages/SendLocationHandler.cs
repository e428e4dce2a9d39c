using TelegramRest.BotApi;
using TelegramRest.Handlers.Messages.Shared;
using TelegramRest.Mapping.Media;

namespace TelegramRest.Handlers.Messages;

/// <summary>With a period the location is a live one; heading and radius mean nothing without.</summary>
internal sealed class SendLocationHandler(SendPipeline pipeline) : IHandler<SendLocationRequest, Message>
{
    private const int MinPeriod = 60;
    private const int MaxPeriod = 86_400;

    /// <summary>Until somebody stops it.</summary>
    private const int Forever = int.MaxValue;

    public async Task<Message> HandleAsync(SendLocationRequest request, CancellationToken cancellationToken)
    {
        var isLive = request.LivePeriod is not (null or 0);
        var target = await pipeline.PrepareAsync(request, isLive ? SendContent.LiveLocation : SendContent.Location, cancellationToken);
        return await pipeline.SendMediaAsync(target, isLive ? Live(request) : Fixed(request), cancellationToken);
    }

    private static Tl.InputMediaGeoPoint Fixed(SendLocationRequest request) => new()
    {
        GeoPoint = InputLocations.ToTl(request.Latitude, request.Longitude, request.HorizontalAccuracy)
            ?? throw BotApiException.BadRequest("invalid location specified"),
    };

    private static Tl.InputMediaGeoLive Live(SendLocationRequest request)
    {
        var live = InputLocations.ToLive(
            request.Latitude, request.Longitude, request.HorizontalAccuracy, request.LivePeriod, request.Heading, request.ProximityAlertRadius);
        return request.LivePeriod is (>= MinPeriod and <= MaxPeriod) or Forever ? live : throw BotApiException.BadRequest("wrong live location period specified");
    }
}
