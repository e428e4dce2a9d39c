using TelegramRest.BotApi;
using TelegramRest.Handlers.Editing.Shared;

namespace TelegramRest.Handlers.Editing;

internal sealed class StopMessageLiveLocationHandler(EditPipeline pipeline) : IHandler<StopMessageLiveLocationRequest, MessageOrTrue>
{
    public Task<MessageOrTrue> HandleAsync(StopMessageLiveLocationRequest request, CancellationToken cancellationToken)
    {
        var content = new EditContent
        {
            Kind = EditKind.LiveLocation,
            Media = new Tl.InputMediaGeoLive { Stopped = true, GeoPoint = new Tl.InputGeoPointEmpty(), ProximityNotificationRadius = 0 },
        };
        return pipeline.EditAsync(request, content, cancellationToken);
    }
}
