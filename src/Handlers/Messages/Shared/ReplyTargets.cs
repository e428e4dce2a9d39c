using System.Text;
using TelegramRest.Accounts;
using TelegramRest.Accounts.Peers;
using TelegramRest.BotApi;
using TelegramRest.Handlers.Shared;
using TelegramRest.Mapping;
using TelegramRest.Mapping.Text;

namespace TelegramRest.Handlers.Messages.Shared;

/// <summary>What a message answers: another message, a part of it, a topic, or several of these. The message has to exist, unless the caller does not mind.</summary>
/// <remarks>https://core.telegram.org/bots/api#replyparameters</remarks>
internal sealed class ReplyTargets(IAccount account, TextEntities entities)
{
    private const string Subject = "message to be replied";

    /// <param name="request">Its reply parameters, or their former spelling, and its topic.</param>
    /// <param name="chat">Where the reply goes.</param>
    /// <param name="quote">From <see cref="Quote"/>.</param>
    /// <param name="isForBusiness">The message lies in a business account's chat, where this account cannot look.</param>
    /// <param name="cancellationToken">The caller's.</param>
    /// <returns>Null for a message on its own.</returns>
    public async Task<Tl.InputReplyToBase?> FindAsync(
        ISendRequest request, PeerRef chat, FormattedText? quote, bool isForBusiness, CancellationToken cancellationToken)
    {
        var parameters = Parameters(request);
        var topic = request.MessageThreadId is > 0 ? request.MessageThreadId : null;
        var monoforum = Monoforum(request.DirectMessagesTopicId);
        if (parameters?.EphemeralMessageId is > 0 and { } ephemeralId)
            return new Tl.InputReplyToEphemeralMessage { Id = ephemeralId };

        var messageId = parameters?.MessageId is > 0 and { } id ? id : 0;
        PeerRef? otherChat = null;
        if (messageId != 0 && !isForBusiness)
        {
            // The texts are compared, as written: the same chat by name and by number counts as another one.
            otherChat = parameters!.ChatId.IsEmpty || parameters.ChatId == request.ChatId
                ? null
                : await account.Peers.ResolveChatAsync(parameters.ChatId, ChatAccess.Read, cancellationToken);
            if (!await ExistsAsync(otherChat ?? chat, messageId, parameters.AllowSendingWithoutReply == true, cancellationToken))
                messageId = 0;
        }

        if (messageId == 0)
            return monoforum is not null ? new Tl.InputReplyToMonoForum { MonoforumPeerId = monoforum }
                : topic is { } root ? new Tl.InputReplyToMessage { ReplyToMsgId = root, TopMsgId = root }
                : null;

        return new Tl.InputReplyToMessage
        {
            ReplyToMsgId = messageId,
            TopMsgId = topic,
            ReplyToPeerId = otherChat?.InputPeer,
            QuoteText = quote?.Text,
            QuoteEntities = quote is null ? null : await entities.ToTlAsync(quote, cancellationToken),
            QuoteOffset = quote is null ? null : parameters!.QuotePosition ?? 0,
            MonoforumPeerId = monoforum,
            TodoItemId = parameters!.ChecklistTaskId is > 0 ? parameters.ChecklistTaskId : null,
            PollOption = string.IsNullOrEmpty(parameters.PollOptionId) ? null : Encoding.UTF8.GetBytes(parameters.PollOptionId),
        };
    }

    /// <summary>The quoted part, with the formatting that quotes keep; null when nothing is quoted.</summary>
    /// <exception cref="BotApiException">400: the markup is broken.</exception>
    public static FormattedText? Quote(ISendRequest request)
    {
        if (request.ReplyParameters is not { Quote.Length: > 0 } parameters)
            return null;

        var quote = TextParser.Parse(parameters.Quote, parameters.QuoteParseMode, parameters.QuoteEntities);
        return quote with
        {
            Entities = [.. quote.Entities.Where(entity => entity.Type is TextEntityType.Bold or TextEntityType.Italic or TextEntityType.Underline
                or TextEntityType.Strikethrough or TextEntityType.Spoiler or TextEntityType.CustomEmoji or TextEntityType.Date)],
        };
    }

    private static ReplyParameters? Parameters(ISendRequest request) => request.ReplyParameters
        ?? (request.ReplyToMessageId is > 0
            ? new ReplyParameters { MessageId = request.ReplyToMessageId, AllowSendingWithoutReply = request.AllowSendingWithoutReply }
            : null);

    private Tl.InputPeerBase? Monoforum(long? topicId) => topicId switch
    {
        null or 0 => null,
        { } id when ChatIds.TryParse(id, out var peer) => account.Peers.Reference(peer).InputPeer,
        _ => throw BotApiException.BadRequest("wrong direct messages topic identifier specified"),
    };

    private async Task<bool> ExistsAsync(PeerRef chat, int messageId, bool mayBeMissing, CancellationToken cancellationToken)
    {
        try
        {
            await account.Messages.GetAsync(chat, messageId, Subject, cancellationToken);
            return true;
        }
        catch (BotApiException exception) when (mayBeMissing && exception.Code == 400)
        {
            return false;
        }
    }
}
