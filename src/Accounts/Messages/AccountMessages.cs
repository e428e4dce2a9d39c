using System.Buffers.Binary;
using System.Security.Cryptography;
using TelegramRest.Accounts.Files;
using TelegramRest.Accounts.Peers;
using TelegramRest.BotApi;
using TelegramRest.Mapping;
using TelegramRest.Mapping.Errors;
using TelegramRest.Mtproto;

namespace TelegramRest.Accounts.Messages;

/// <summary>Sends, edits and reads messages for one account.</summary>
internal sealed class AccountMessages(Account account, AccountPeers peers, MessageLoader loader, FileReferences references) : IMessages
{
    public MessageContext Context => loader.Context(null);

    public long NewRandomId()
    {
        Span<byte> bytes = stackalloc byte[8];
        long id;
        do
        {
            RandomNumberGenerator.Fill(bytes);
            id = BinaryPrimitives.ReadInt64LittleEndian(bytes);
        }
        while (id == 0);

        return id;
    }

    public async Task<Message> SendAsync(PeerRef chat, Tl.ITlMethod<Tl.UpdatesBase> method, long randomId, CancellationToken cancellationToken) =>
        (await SendManyAsync(chat, method, [randomId], cancellationToken))[0];

    public async Task<IReadOnlyList<Message>> SendManyAsync(
        PeerRef chat, Tl.ITlMethod<Tl.UpdatesBase> method, IReadOnlyList<long> randomIds, CancellationToken cancellationToken)
    {
        var answer = await InvokeSendAsync(chat, method, randomIds, cancellationToken);
        var result = new List<Message>(randomIds.Count);
        foreach (var randomId in randomIds)
        {
            var message = answer.Find(randomId)
                ?? (answer.MessageId(randomId) is { } id ? await loader.FindAsync(chat.Peer, id, cancellationToken) : null)
                ?? throw BotApiException.InternalError("sent message was immediately deleted and can't be returned");
            result.Add(await ToBotApiAsync(message, cancellationToken));
        }

        return result;
    }

    public async Task<Message> EditAsync(PeerRef chat, int messageId, Tl.ITlMethod<Tl.UpdatesBase> method, CancellationToken cancellationToken)
    {
        var answer = new SendAnswer(await account.InvokeAsync(method, cancellationToken));
        var message = answer.Edited(messageId) ?? await RefetchAsync(chat, messageId, cancellationToken);
        account.Note([message]);
        return await ToBotApiAsync(message, cancellationToken);
    }

    public async Task<Tl.MessageBase> GetAsync(PeerRef chat, int messageId, string subject, CancellationToken cancellationToken)
    {
        if (messageId <= 0)
        {
            throw BotApiException.BadRequest($"{subject} not found");
        }

        try
        {
            return (await FindAsync(chat, [messageId], cancellationToken)) is [var message] ? message : throw BotApiException.BadRequest($"{subject} not found");
        }
        catch (BotApiException exception) when (exception.Code == 400)
        {
            throw BotApiException.BadRequest($"{subject} not found");
        }
    }

    public async Task<IReadOnlyList<Tl.MessageBase>> FindAsync(PeerRef chat, IReadOnlyList<int> messageIds, CancellationToken cancellationToken)
    {
        var ids = messageIds.Where(id => id > 0).Select(Tl.InputMessageBase (id) => new Tl.InputMessageID { Id = id }).ToList();
        return ids.Count == 0 ? [] : await loader.FetchAsync(chat.Peer, ids, cancellationToken);
    }

    public async Task<Message> ToBotApiAsync(Tl.MessageBase message, CancellationToken cancellationToken)
    {
        var index = account.Peers.Index([], []);
        var context = await loader.LoadAsync(message, index, cancellationToken);
        return Mapping.MessageMapper.ToBotApi(message, index, context);
    }

    private async Task<SendAnswer> InvokeSendAsync(PeerRef chat, Tl.ITlMethod<Tl.UpdatesBase> method, IReadOnlyList<long> randomIds, CancellationToken cancellationToken)
    {
        for (var refreshed = false; ; refreshed = true)
        {
            RpcException refusal;
            try
            {
                var answer = await account.InvokeRawAsync(method, cancellationToken);
                account.Observe(method, answer);
                var sent = new SendAnswer(answer, chat.Peer, account.Self.Id, method.Method, randomIds[0]);
                account.Note(sent.Created);
                return sent;
            }
            catch (RpcException error)
            {
                refusal = error;
            }

            if (refusal.Type == "RANDOM_ID_DUPLICATE")
            {
                return await account.RecoverSentAsync(randomIds, cancellationToken);
            }

            if (refusal.Type is "CHANNEL_PRIVATE" or "CHAT_WRITE_FORBIDDEN")
            {
                await peers.RecheckAsync(chat, ChatAccess.Write, cancellationToken);
            }

            // Once: a fresh reference is either good or the file is gone.
            if (refreshed || !FileReferences.IsStale(refusal) || !await references.RefreshAsync(method.Method, cancellationToken))
            {
                throw RpcErrorMapper.SendFailure(refusal.Code, refusal.ErrorMessage, KindOf(method.Method), chat is UserPeer);
            }
        }
    }

    private async Task<Tl.MessageBase> RefetchAsync(PeerRef chat, int messageId, CancellationToken cancellationToken) =>
        (await loader.FetchAsync(chat.Peer, [new Tl.InputMessageID { Id = messageId }], cancellationToken)).FirstOrDefault()
            ?? throw BotApiException.BadRequest("message to edit not found");

    /// <summary>Some failures are worded after what was to be sent.</summary>
    private static SendKind KindOf(Tl.TlMethod method) => method is not Tl.Messages.SendMedia { Media: var media } ? SendKind.Other : media switch
    {
        Tl.InputMediaGame => SendKind.Game,
        Tl.InputMediaInvoice => SendKind.Invoice,
        Tl.InputMediaPoll => SendKind.Poll,
        Tl.InputMediaContact => SendKind.Contact,
        Tl.InputMediaStory => SendKind.Story,
        _ => SendKind.Other,
    };
}
