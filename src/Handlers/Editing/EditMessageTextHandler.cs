using TelegramRest.BotApi;
using TelegramRest.Handlers.Editing.Shared;
using TelegramRest.Handlers.Shared;
using TelegramRest.Mapping.Messages;
using TelegramRest.Mapping.Text;

namespace TelegramRest.Handlers.Editing;

/// <summary>A message becomes a text, plain or rich; one with media keeps its media and cannot become either.</summary>
internal sealed class EditMessageTextHandler(EditPipeline pipeline, TextEntities entities, RichMessages messages) : IHandler<EditMessageTextRequest, MessageOrTrue>
{
    public async Task<MessageOrTrue> HandleAsync(EditMessageTextRequest request, CancellationToken cancellationToken)
    {
        var content = request.RichMessage is { } rich
            ? new EditContent { Kind = EditKind.Text, Text = "", RichMessage = await messages.ToTlAsync(rich, cancellationToken) }
            : await PlainAsync(request, cancellationToken);
        return await pipeline.EditAsync(request, content, cancellationToken);
    }

    private async Task<EditContent> PlainAsync(EditMessageTextRequest request, CancellationToken cancellationToken)
    {
        var text = TextParser.Message(request.Text, request.ParseMode, request.Entities);
        var preview = LinkPreviews.Of(request.LinkPreviewOptions, request.DisableWebPagePreview);
        return new EditContent
        {
            Kind = EditKind.Text,
            Text = text.Text,
            Entities = await entities.ToTlAsync(text, cancellationToken),
            Media = LinkPreviewMapper.ToTl(preview, LinkPreviews.FirstUrl(text)),
            NoWebpage = preview?.IsDisabled == true,
            InvertMedia = preview?.ShowAboveText == true,
        };
    }
}
