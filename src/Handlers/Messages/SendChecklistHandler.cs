using TelegramRest.BotApi;
using TelegramRest.Handlers.Messages.Shared;
using TelegramRest.Handlers.Shared;

namespace TelegramRest.Handlers.Messages;

/// <summary>Only for a business account: bots have no checklists of their own.</summary>
internal sealed class SendChecklistHandler(SendPipeline pipeline, Checklists checklists) : IHandler<SendChecklistRequest, Message>
{
    public async Task<Message> HandleAsync(SendChecklistRequest request, CancellationToken cancellationToken)
    {
        var target = await pipeline.PrepareAsync(request, SendContent.Checklist, cancellationToken);
        return await pipeline.SendMediaAsync(target, await checklists.ToTlAsync(request.Checklist, cancellationToken), cancellationToken);
    }
}
