using System.Buffers.Binary;
using System.Security.Cryptography;
using TelegramRest.Accounts.Files;
using TelegramRest.Accounts.Peers;
using TelegramRest.Accounts.Sends;
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
        (await SendAsync(new SendCall(chat, method, [randomId], IsBatch: false, null), cancellationToken))[0];

    public Task<IReadOnlyList<Message>> SendManyAsync(
        PeerRef chat, Tl.ITlMethod<Tl.UpdatesBase> method, IReadOnlyList<long> randomIds, CancellationToken cancellationToken) =>
        SendAsync(new SendCall(chat, method, randomIds, IsBatch: true, null), cancellationToken);

    public Task PrepareAsync(IReadOnlyList<long> randomIds) => Task.CompletedTask;

    public async Task<IReadOnlyList<Message>> SendAsync(SendCall call, CancellationToken cancellationToken)
    {
        var answer = (call.Keyed is { IsResumed: true } keyed ? await FindSentAsync(keyed, call.RandomIds, cancellationToken) : null)
            ?? await InvokeSendAsync(call, cancellationToken);
        var result = new List<Message>(call.RandomIds.Count);
        foreach (var randomId in call.RandomIds)
        {
            var message = answer.Find(randomId)
                ?? (answer.MessageId(randomId) is { } id ? await loader.FindAsync(call.Chat.Peer, id, cancellationToken) : null)
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

    public Task<MessageContext> StickersContextAsync(IReadOnlyCollection<Tl.Document> stickers, CancellationToken cancellationToken) =>
        loader.LoadStickersAsync(stickers, cancellationToken);

    public async Task<Message> ToBotApiAsync(Tl.MessageBase message, CancellationToken cancellationToken)
    {
        var index = account.Peers.Index([], []);
        var context = await loader.LoadAsync(message, index, cancellationToken);
        return Mapping.MessageMapper.ToBotApi(message, index, context);
    }

    /// <summary>What an earlier run of the request has sent, after Telegram was asked for everything since; null when that is not all of it.</summary>
    private async Task<SendAnswer?> FindSentAsync(KeyedSend keyed, IReadOnlyList<long> randomIds, CancellationToken cancellationToken)
    {
        if (keyed.MessageIds(randomIds).Count < randomIds.Count)
        {
            await account.RecoverUpdatesAsync().WaitAsync(cancellationToken);
        }

        var found = keyed.MessageIds(randomIds);
        return found.Count == randomIds.Count ? new SendAnswer(found) : null;
    }

    private async Task<SendAnswer> InvokeSendAsync(SendCall call, CancellationToken cancellationToken)
    {
        var (chat, method, randomIds, isBatch, keyed) = call;
        var started = keyed?.StartedAt ?? account.Client.ServerNow;
        if (keyed is not null)
        {
            await keyed.PrepareAsync(randomIds);
        }

        for (var refreshed = false; ; refreshed = true)
        {
            RpcException refusal;
            try
            {
                var answer = await account.InvokeRawAsync(method, cancellationToken);
                var sent = new SendAnswer(answer, chat.Peer, account.Self.Id, method.Method, randomIds[0]);
                if (keyed is not null)
                {
                    // Before the update order takes note of the answer: from then on Telegram does not tell the ids again.
                    await keyed.NoteAsync(sent.MessageIds);
                }

                account.Observe(method, answer);
                account.Note(sent.Created);
                return sent;
            }
            catch (RpcException error)
            {
                refusal = error;
            }

            if (refusal.Type == "RANDOM_ID_DUPLICATE")
            {
                return await RecoverAsync(call, started, cancellationToken);
            }

            if (refusal.Type is "CHANNEL_PRIVATE" or "CHAT_WRITE_FORBIDDEN")
            {
                await peers.RecheckAsync(chat, ChatAccess.Write, cancellationToken);
            }

            // Once: a fresh reference is either good or the file is gone.
            if (refreshed || !FileReferences.IsStale(refusal) || !await references.RefreshAsync(method.Method, cancellationToken))
            {
                if (IsCertain(refusal, keyed))
                {
                    keyed?.Refused();
                }

                throw RpcErrorMapper.SendFailure(refusal.Code, refusal.ErrorMessage, KindOf(method.Method), chat is UserPeer, isBatch ? 1 : null);
            }
        }
    }

    /// <summary>The messages were sent before: which ones are they?</summary>
    private async Task<SendAnswer> RecoverAsync(SendCall call, DateTimeOffset started, CancellationToken cancellationToken)
    {
        var told = await account.RecoverSentAsync(call.RandomIds, cancellationToken);
        var known = call.Keyed?.MessageIds(call.RandomIds) ?? told.MessageIds.ToDictionary(sent => sent.RandomId, sent => sent.MessageId);
        if (known.Count == call.RandomIds.Count)
        {
            return new SendAnswer(known);
        }

        var found = await new SentFinder(account).FindAsync(call, started, cancellationToken);
        if (call.Keyed is { } keyed)
        {
            await keyed.NoteAsync([.. found.Select(sent => (sent.Key, sent.Value))]);
        }

        return new SendAnswer(known.Concat(found.Where(sent => !known.ContainsKey(sent.Key))).ToDictionary(sent => sent.Key, sent => sent.Value));
    }

    private async Task<Tl.MessageBase> RefetchAsync(PeerRef chat, int messageId, CancellationToken cancellationToken) =>
        (await loader.FetchAsync(chat.Peer, [new Tl.InputMessageID { Id = messageId }], cancellationToken)).FirstOrDefault()
            ?? throw BotApiException.BadRequest("message to edit not found");

    /// <summary>
    /// A refusal says that nothing was sent; one of load or of Telegram's inner trouble says so only of the attempt that it answers, not of an earlier one.
    /// </summary>
    private static bool IsCertain(RpcException refusal, KeyedSend? keyed) =>
        refusal.Code is 400 or 403 or 404 or 406 || (refusal.Code == 420 && keyed is { IsResumed: false });

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
