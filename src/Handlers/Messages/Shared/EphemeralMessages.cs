using TelegramRest.Accounts;
using TelegramRest.BotApi;
using TelegramRest.Mapping;

namespace TelegramRest.Handlers.Messages.Shared;

/// <summary>Messages that one member of a group sees and nobody else. They know nothing of silence, protection, effects and payment.</summary>
/// <remarks>https://core.telegram.org/bots/api#sendmessage (receiver_user_id)</remarks>
internal sealed class EphemeralMessages(IAccount account)
{
    /// <param name="target">The group, and what the message answers.</param>
    /// <param name="receiver">Who sees it.</param>
    /// <param name="ordinary">The message as everybody would see it.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async Task<Message> SendAsync(SendTarget target, Tl.InputUserBase receiver, Tl.TlMethod ordinary, CancellationToken cancellationToken)
    {
        var (text, entities, media, randomId) = ordinary switch
        {
            Tl.Messages.SendMessage message => (message.Message, message.Entities, null, message.RandomId),
            Tl.Messages.SendMedia message => (message.Message, message.Entities, message.Media, message.RandomId),
            _ => throw new InvalidOperationException($"{ordinary.GetType().Name} has no ephemeral form."),
        };
        var answer = await account.InvokeAsync(
            new Tl.Ephemeral.SendMessage
            {
                Peer = target.Chat.InputPeer,
                ReceiverId = receiver,
                QueryId = target.CallbackQueryId,
                Message = text,
                Entities = entities,
                Media = media,
                ReplyMarkup = target.Markup,
                ReplyTo = target.ReplyTo,
                RandomId = randomId,
            },
            cancellationToken);

        // The answer brings nothing but the message, with whom it names.
        return answer is Tl.UpdatesConstructor { Updates: [Tl.UpdateNewEphemeralMessage { Message: var sent }] } updates
            ? MessageMapper.ToBotApi(sent, account.Peers.Index(updates.Users, updates.Chats), account.Messages.Context)
            : throw BotApiException.InternalError("receive invalid ephemeral message");
    }
}
