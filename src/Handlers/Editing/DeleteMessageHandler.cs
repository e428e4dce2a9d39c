using TelegramRest.Accounts;
using TelegramRest.BotApi;
using TelegramRest.Handlers.Editing.Shared;

namespace TelegramRest.Handlers.Editing;

/// <summary>A message that is not there is an error, unlike at <see cref="DeleteMessagesHandler"/>.</summary>
internal sealed class DeleteMessageHandler(IAccount account, Deletions deletions) : IHandler<DeleteMessageRequest, bool>
{
    public async Task<bool> HandleAsync(DeleteMessageRequest request, CancellationToken cancellationToken)
    {
        if (request.ChatId.IsEmpty)
            throw BotApiException.BadRequest("chat identifier is not specified");
        if (request.MessageId == 0)
            throw BotApiException.BadRequest("message identifier is not specified");

        var chat = await account.Peers.ResolveChatAsync(request.ChatId, cancellationToken);
        var message = await account.Messages.GetAsync(chat, request.MessageId, "message to delete", cancellationToken);
        return await deletions.DeleteAsync(chat, [message], cancellationToken) != 0 ? true : throw BotApiException.BadRequest("message can't be deleted");
    }
}
