using TelegramRest.Accounts;
using TelegramRest.Accounts.Peers;
using TelegramRest.BotApi;

namespace TelegramRest.Handlers.Editing;

/// <summary>Telegram does not refuse what it will not delete, it skips it; the count of what is gone tells.</summary>
internal sealed class DeleteMessageHandler(IAccount account) : IHandler<DeleteMessageRequest, bool>
{
    public async Task<bool> HandleAsync(DeleteMessageRequest request, CancellationToken cancellationToken)
    {
        if (request.ChatId.IsEmpty)
            throw BotApiException.BadRequest("chat identifier is not specified");
        if (request.MessageId == 0)
            throw BotApiException.BadRequest("message identifier is not specified");

        var chat = await account.Peers.ResolveChatAsync(request.ChatId, cancellationToken);
        await account.Messages.GetAsync(chat, request.MessageId, "message to delete", cancellationToken);

        Tl.ITlMethod<Tl.Messages.AffectedMessages> delete = chat is ChannelPeer channel
            ? new Tl.Channels.DeleteMessages { Channel = channel.Input, Id = [request.MessageId] }
            : new Tl.Messages.DeleteMessages { Id = [request.MessageId], Revoke = true };
        var affected = await account.InvokeAsync(delete, cancellationToken);
        return affected.PtsCount != 0 ? true : throw BotApiException.BadRequest("message can't be deleted");
    }
}
