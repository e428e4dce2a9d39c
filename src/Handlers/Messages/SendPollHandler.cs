using TelegramRest.BotApi;
using TelegramRest.Handlers.Messages.Shared;
using TelegramRest.Mapping.Text;

namespace TelegramRest.Handlers.Messages;

/// <summary>The description of a poll is the text of its message.</summary>
internal sealed class SendPollHandler(SendPipeline pipeline, Polls polls) : IHandler<SendPollRequest, Message>
{
    public async Task<Message> HandleAsync(SendPollRequest request, CancellationToken cancellationToken)
    {
        var description = TextParser.Caption(request.Description, request.DescriptionParseMode, request.DescriptionEntities);
        var target = await pipeline.PrepareAsync(request, SendContent.Poll, cancellationToken);
        polls.Check(request, target.Chat);
        var poll = await polls.ToTlAsync(request, target.Place, cancellationToken);
        return await pipeline.SendMediaAsync(target, poll, description, isCaptionAbove: false, cancellationToken);
    }
}
