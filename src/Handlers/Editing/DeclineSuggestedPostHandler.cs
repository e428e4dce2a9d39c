using TelegramRest.BotApi;
using TelegramRest.Handlers.Editing.Shared;

namespace TelegramRest.Handlers.Editing;

internal sealed class DeclineSuggestedPostHandler(SuggestedPosts posts) : IHandler<DeclineSuggestedPostRequest, bool>
{
    public Task<bool> HandleAsync(DeclineSuggestedPostRequest request, CancellationToken cancellationToken) => posts.DecideAsync(
        request.ChatId,
        request.MessageId,
        peer => new Tl.Messages.ToggleSuggestedPostApproval
        {
            Peer = peer,
            MsgId = request.MessageId,
            Reject = true,
            RejectComment = string.IsNullOrEmpty(request.Comment) ? null : request.Comment,
        },
        cancellationToken);
}
