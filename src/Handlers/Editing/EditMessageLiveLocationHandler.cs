using TelegramRest.BotApi;
using TelegramRest.Handlers.Editing.Shared;
using TelegramRest.Mapping.Media;

namespace TelegramRest.Handlers.Editing;

/// <summary>Moves a live location while it lives. The radius of its alert is set anew by each move, also to nothing.</summary>
internal sealed class EditMessageLiveLocationHandler(EditPipeline pipeline) : IHandler<EditMessageLiveLocationRequest, MessageOrTrue>
{
    public Task<MessageOrTrue> HandleAsync(EditMessageLiveLocationRequest request, CancellationToken cancellationToken)
    {
        var content = new EditContent
        {
            Kind = EditKind.LiveLocation,
            Media = InputLocations.ToLive(request.Latitude, request.Longitude, request.HorizontalAccuracy, request.LivePeriod, request.Heading, request.ProximityAlertRadius),
        };
        return pipeline.EditAsync(request, content, cancellationToken);
    }
}
