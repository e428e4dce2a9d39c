using TelegramRest.BotApi;
using TelegramRest.Handlers.Messages.Shared;
using TelegramRest.Handlers.Shared;

namespace TelegramRest.Handlers.Messages;

/// <summary>Documents of an album stay documents, whatever they hold: Telegram groups none that it has taken for something else.</summary>
internal sealed class SendMediaGroupHandler(SendPipeline pipeline, Albums albums) : IHandler<SendMediaGroupRequest, Message[]>
{
    public async Task<Message[]> HandleAsync(SendMediaGroupRequest request, CancellationToken cancellationToken)
    {
        var captions = request.Media.Select(MediaCaptions.Of).ToList();
        var target = await pipeline.PrepareAsync(request, content: null, cancellationToken);
        foreach (var item in request.Media)
            SendRights.Check(target.Chat, Albums.Content(item));

        Albums.Check(request.Media);
        return [.. await albums.SendAsync(target, request.Media, captions, cancellationToken)];
    }
}
