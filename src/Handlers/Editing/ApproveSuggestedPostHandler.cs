using TelegramRest.BotApi;
using TelegramRest.Handlers.Editing.Shared;

namespace TelegramRest.Handlers.Editing;

internal sealed class ApproveSuggestedPostHandler(SuggestedPosts posts) : IHandler<ApproveSuggestedPostRequest, bool>
{
    public Task<bool> HandleAsync(ApproveSuggestedPostRequest request, CancellationToken cancellationToken) => posts.DecideAsync(
        request.ChatId,
        request.MessageId,
        peer => new Tl.Messages.ToggleSuggestedPostApproval
        {
            Peer = peer,
            MsgId = request.MessageId,
            ScheduleDate = request.SendDate is > 0 ? request.SendDate : null,
        },
        cancellationToken);
}
