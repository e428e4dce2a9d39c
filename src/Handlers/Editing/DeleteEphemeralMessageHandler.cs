using TelegramRest.Accounts;
using TelegramRest.BotApi;

namespace TelegramRest.Handlers.Editing;

/// <summary>Takes a message away from the one member of the group who sees it.</summary>
internal sealed class DeleteEphemeralMessageHandler(IAccount account) : IHandler<DeleteEphemeralMessageRequest, bool>
{
    public async Task<bool> HandleAsync(DeleteEphemeralMessageRequest request, CancellationToken cancellationToken)
    {
        var chat = await account.Peers.ResolveChatAsync(request.ChatId, cancellationToken);
        var receiver = await account.Peers.ResolveUserAsync(request.ReceiverUserId, cancellationToken);
        return await account.InvokeAsync(
            new Tl.Ephemeral.DeleteMessage { Peer = chat.InputPeer, ReceiverId = receiver.Input, Id = request.EphemeralMessageId },
            cancellationToken);
    }
}
