using TelegramRest.Accounts;
using TelegramRest.Accounts.Peers;
using TelegramRest.BotApi;
using TelegramRest.Handlers.Editing.Shared;

namespace TelegramRest.Handlers.Editing;

/// <summary>Messages that are not there are passed over; it is no error when none is left. A supergroup's may also be named by a range.</summary>
internal sealed class DeleteMessagesHandler(IAccount account, Deletions deletions) : IHandler<DeleteMessagesRequest, bool>
{
    private const int MaxRange = 10_000;
    private const int MaxPerCall = 100;

    public async Task<bool> HandleAsync(DeleteMessagesRequest request, CancellationToken cancellationToken)
    {
        var isRange = request.Start is not null || request.End is not null;
        int[] ids = isRange ? Range(request) : request.MessageIds ?? [];
        if (ids.Length == 0)
            throw BotApiException.BadRequest("message identifiers are not specified");
        if (ids.Any(id => id <= 0))
            throw BotApiException.BadRequest("invalid message identifier specified");

        var chat = await account.Peers.ResolveChatAsync(request.ChatId, cancellationToken);
        if (isRange && chat is not ChannelPeer { Broadcast: false })
            throw BotApiException.BadRequest("method is available only for supergroups");
        foreach (var part in ids.Chunk(MaxPerCall))
        {
            var messages = await account.Messages.FindAsync(chat, part, cancellationToken);
            if (messages.Count != 0)
                await deletions.DeleteAsync(chat, messages, cancellationToken);
        }

        return true;
    }

    private static int[] Range(DeleteMessagesRequest request)
    {
        if (request.ChatId.IsEmpty)
            throw BotApiException.BadRequest("chat identifier is not specified");
        var (start, end) = (request.Start ?? 0, request.End ?? 0);
        if (start == 0 || end == 0)
            throw BotApiException.BadRequest("message identifier is not specified");
        if (start >= end)
            throw BotApiException.BadRequest("initial message identifier is not lower than last message identifier");
        if (end - start > MaxRange)
            throw BotApiException.BadRequest($"too many operations: maximum number of batch operation is {MaxRange}");
        return start > 0 && end <= int.MaxValue
            ? [.. Enumerable.Range((int)start, (int)(end - start) + 1)]
            : throw BotApiException.BadRequest("invalid message identifier specified");
    }
}
