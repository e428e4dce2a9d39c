using TelegramRest.Accounts;
using TelegramRest.Accounts.Peers;
using TelegramRest.BotApi;
using TelegramRest.Handlers.Messages.Shared;
using TelegramRest.Mapping.Text;

namespace TelegramRest.Handlers.Messages;

/// <summary>A caption that is present but empty takes the original's away.</summary>
internal sealed class CopyMessageHandler(IAccount account, SendPipeline pipeline, Copies copies) : IHandler<CopyMessageRequest, MessageId>
{
    public async Task<MessageId> HandleAsync(CopyMessageRequest request, CancellationToken cancellationToken)
    {
        if (request.FromChatId.IsEmpty)
            throw BotApiException.BadRequest("parameter \"from_chat_id\" is required");

        var caption = request.Caption is null ? null : TextParser.Caption(request.Caption, request.ParseMode, request.CaptionEntities);
        var source = await account.Peers.ResolveChatAsync(request.FromChatId, ChatAccess.Read, cancellationToken);
        var original = await account.Messages.GetAsync(source, request.MessageId, "message to copy", cancellationToken);
        var target = await pipeline.PrepareAsync(request, content: null, cancellationToken);
        var change = new CopyChange(caption, request.ShowCaptionAboveMedia == true, request.VideoStartTimestamp);
        var sent = await copies.SendAsync(target, source, original, change, cancellationToken);
        return new MessageId { MessageIdValue = sent.MessageId };
    }
}
