using TelegramRest.Accounts;
using TelegramRest.Accounts.Peers;
using TelegramRest.BotApi;
using TelegramRest.Mapping;

namespace TelegramRest.Handlers.Shared;

/// <summary>Acting on behalf of business accounts that have connected this bot. Their messages are no part of the bot's own chats.</summary>
/// <remarks>https://core.telegram.org/api/bots/connected-business-bots</remarks>
internal sealed class BusinessConnections(IAccount account)
{
    private const string NotFound = "business connection not found";

    public async Task<BusinessConnection> FindAsync(string connectionId, CancellationToken cancellationToken)
    {
        var answer = await account.InvokeAsync(new Tl.Account.GetBotBusinessConnection { ConnectionId = connectionId }, NotFound, cancellationToken);
        return Updates(answer).OfType<Tl.UpdateBotBusinessConnect>().FirstOrDefault() is { Connection: var found }
            ? new BusinessConnection(found.ConnectionId, found.DcId)
            : throw BotApiException.BadRequest(NotFound);
    }

    /// <summary>A business account's chat is named by its number alone, and it is not looked up: the account knows it, not the bot.</summary>
    /// <exception cref="BotApiException">400: no number.</exception>
    public PeerRef Chat(ChatId chatId)
    {
        if (chatId.IsEmpty)
            throw BotApiException.BadRequest("chat identifier is empty");
        if (!Scalars.TryCanonicalInt64(chatId.Text, out var id))
            throw BotApiException.BadRequest("chat identifier must be a valid Integer");
        return ChatIds.TryParse(id, out var peer) ? account.Peers.Reference(peer) : throw BotApiException.BadRequest("chat not found");
    }

    public Task<TResult> InvokeAsync<TResult>(BusinessConnection connection, Tl.ITlMethod<TResult> call, CancellationToken cancellationToken) =>
        account.InvokeAsync(new BusinessCall<TResult>(connection.Id, call), connection.DcId, cancellationToken);

    /// <summary>Sends or edits a message and gives its new form.</summary>
    public async Task<Message> ChangeAsync(BusinessConnection connection, Tl.ITlMethod<Tl.UpdatesBase> call, CancellationToken cancellationToken) =>
        (await ChangeManyAsync(connection, call, cancellationToken))[0];

    /// <summary>Sends an album and gives its messages in their order.</summary>
    public async Task<IReadOnlyList<Message>> ChangeManyAsync(BusinessConnection connection, Tl.ITlMethod<Tl.UpdatesBase> call, CancellationToken cancellationToken)
    {
        var answer = await InvokeAsync(connection, call, cancellationToken);
        var peers = answer is Tl.UpdatesConstructor all ? account.Peers.Index(all.Users, all.Chats) : account.Peers.Index([], []);
        var messages = new List<Message>();
        foreach (var update in Updates(answer))
        {
            var (message, repliedTo) = update switch
            {
                Tl.UpdateBotNewBusinessMessage sent => (sent.Message, sent.ReplyToMessage),
                Tl.UpdateBotEditBusinessMessage edited => (edited.Message, edited.ReplyToMessage),
                _ => default((Tl.MessageBase? Message, Tl.MessageBase? ReplyTo)),
            };
            if (message is null)
                continue;

            await account.Peers.CompleteAsync(peers, message, cancellationToken);
            messages.Add(MessageMapper.ToBotApi(message, peers, Context(connection, repliedTo)));
        }

        return messages.Count > 0 ? messages : throw BotApiException.InternalError("receive invalid business connection messages");
    }

    private MessageContext Context(BusinessConnection connection, Tl.MessageBase? repliedTo) => new()
    {
        SelfId = account.Self.Id,
        SelfIsBot = account.IsBot,
        IsTest = account.IsTest,
        FindMessage = (_, _) => repliedTo,
        BusinessConnectionId = connection.Id,
    };

    private static Tl.UpdateBase[] Updates(Tl.UpdatesBase answer) => answer switch
    {
        Tl.UpdatesConstructor all => all.Updates,
        Tl.UpdateShort one => [one.Update],
        _ => [],
    };
}
