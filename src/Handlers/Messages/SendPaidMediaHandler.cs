using TelegramRest.Accounts;
using TelegramRest.BotApi;
using TelegramRest.Handlers.Messages.Shared;
using TelegramRest.Handlers.Shared;
using TelegramRest.Mapping.Text;

namespace TelegramRest.Handlers.Messages;

/// <summary>Whoever wants to see the media pays for all of them at once. What a chat allows is left to Telegram.</summary>
internal sealed class SendPaidMediaHandler(IAccount account, SendPipeline pipeline) : IHandler<SendPaidMediaRequest, Message>
{
    private const int MaxPrice = 1_000_000;
    private const int MaxItems = 10;

    public async Task<Message> HandleAsync(SendPaidMediaRequest request, CancellationToken cancellationToken)
    {
        var caption = TextParser.Caption(request.Caption, request.ParseMode, request.CaptionEntities);
        var target = await pipeline.PrepareAsync(request, content: null, cancellationToken);
        if (request.StarCount is <= 0 or > MaxPrice)
            throw BotApiException.BadRequest("invalid media price specified");
        if (request.Media.Length is 0 or > MaxItems)
            throw BotApiException.BadRequest("invalid number of paid media specified");

        var items = new List<Tl.InputMediaBase>(request.Media.Length);
        foreach (var item in request.Media)
        {
            var media = await account.Files.MediaAsync(InputMediaFiles.Of(item), target.Place, cancellationToken);
            items.Add(await account.Files.StoredMediaAsync(media, target.Place, cancellationToken));
        }

        var paid = new Tl.InputMediaPaidMedia
        {
            StarsAmount = request.StarCount,
            ExtendedMedia = [.. items],
            Payload = string.IsNullOrEmpty(request.Payload) ? null : request.Payload,
        };
        return await pipeline.SendMediaAsync(target, paid, caption, request.ShowCaptionAboveMedia == true, cancellationToken);
    }
}
