using TelegramRest.Accounts;
using TelegramRest.Accounts.Peers;
using TelegramRest.BotApi;
using TelegramRest.Handlers.Editing.Shared;
using TelegramRest.Handlers.Shared;

namespace TelegramRest.Handlers.Editing;

/// <summary>A poll is stopped by an edit that says of it nothing but that it is closed.</summary>
internal sealed class StopPollHandler(IAccount account, Keyboards keyboards, BusinessConnections businesses, TimeProvider time) : IHandler<StopPollRequest, Poll>
{
    public async Task<Poll> HandleAsync(StopPollRequest request, CancellationToken cancellationToken)
    {
        var bots = await keyboards.FindBotsAsync(request.ReplyMarkup, cancellationToken);
        if (request.BusinessConnectionId is { } connectionId)
        {
            var connection = await businesses.FindAsync(connectionId, cancellationToken);
            var customer = businesses.Chat(request.ChatId);
            var stopThere = await StopAsync(customer, request, pollId: 0, bots, cancellationToken);
            return PollOf(await businesses.ChangeAsync(connection, stopThere, cancellationToken));
        }

        var chat = await account.Peers.ResolveChatAsync(request.ChatId, ChatAccess.Edit, cancellationToken);
        var message = await account.Messages.GetAsync(chat, request.MessageId, "message with poll to stop", cancellationToken);
        var poll = EditRules.CheckPoll(message, chat, account, time.GetUtcNow().ToUnixTimeSeconds());
        var stop = await StopAsync(chat, request, poll.Id, bots, cancellationToken);
        return PollOf(await account.Messages.EditAsync(chat, request.MessageId, stop, cancellationToken));
    }

    private static Poll PollOf(Message message) => message.Poll ?? throw BotApiException.BadRequest("message poll not found");

    private async Task<Tl.Messages.EditMessage> StopAsync(
        PeerRef chat, StopPollRequest request, long pollId, IReadOnlyDictionary<string, Tl.InputUserBase> bots, CancellationToken cancellationToken) => new()
        {
            Peer = chat.InputPeer,
            Id = request.MessageId,
            Media = new Tl.InputMediaPoll
            {
                Poll = new Tl.Poll { Id = pollId, Closed = true, Question = new Tl.TextWithEntities { Text = "", Entities = [] }, Answers = [] },
            },
            ReplyMarkup = await keyboards.ToTlAsync(request.ReplyMarkup, chat, bots, cancellationToken),
        };
}
