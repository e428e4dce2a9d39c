using System.Text.Json;
using TelegramRest.Accounts.Messages;
using TelegramRest.Accounts.Peers;
using TelegramRest.Accounts.Queue;
using TelegramRest.Accounts.Storage;
using TelegramRest.BotApi;
using TelegramRest.Mapping;

namespace TelegramRest.Accounts.Updates;

/// <summary>
/// Turns accepted updates into queued ones: loads what they refer to, maps them, leaves out what the account does not want or the Bot API does not show,
/// and stores them together with the state that acknowledges them. One bad update never holds up the others.
/// </summary>
internal sealed class UpdateDelivery(
    Account account, AccountServices services, MessageLoader loader, AccountPeers peers, SentMessages sent) : IUpdateSink
{
    public PeerIndex Remember(IReadOnlyList<Tl.UserBase> users, IReadOnlyList<Tl.ChatBase> chats) => peers.Index(users, chats);

    public bool Knows(Tl.PeerBase peer) => peers.Knows(peer);

    public async Task ApplyAsync(UpdateBatch batch, CancellationToken cancellationToken)
    {
        var pending = new List<PendingUpdate>();
        foreach (var update in batch.Updates)
        {
            try
            {
                if (await MapAsync(update.Update!, update.Peers, cancellationToken) is { } mapped)
                {
                    pending.Add(mapped);
                }
            }
            catch (Exception exception) when (exception is not OperationCanceledException and not OutOfMemoryException)
            {
                Log.UpdateSkipped(services.Logger, exception, account.Id, update.Update!.GetType().Name);
            }
        }

        await NoteSentAsync(batch);
        var queue = account.Outlet.Queue;
        var droppedBefore = queue.DroppedCount;
        var queued = queue.Prepare(pending);
        await services.Store.WriteAsync(session =>
        {
            if (batch.State is { } state)
            {
                StateTable.Put(session, account.Id, state);
            }

            foreach (var (channelId, pts) in batch.Channels)
            {
                if (pts is { } reached)
                {
                    StateTable.PutChannel(session, account.Id, channelId, reached);
                }
                else
                {
                    StateTable.DeleteChannel(session, account.Id, channelId);
                }
            }

            queue.Write(session, queued);
        });
        queue.Publish(queued);
        if (queue.DroppedCount != droppedBefore)
        {
            Log.QueueFull(services.Logger, account.Id, queue.DroppedCount);
        }
    }

    /// <summary>Whoever repeats a keyed send asks for these ids; once the state below is stored, Telegram does not tell them again.</summary>
    private async Task NoteSentAsync(UpdateBatch batch)
    {
        List<(long, int)>? told = null;
        foreach (var update in batch.Updates)
        {
            if (update.Update is Tl.UpdateMessageID id && services.Sends.IsPending(account.Id, id.RandomId))
            {
                (told ??= []).Add((id.RandomId, id.Id));
            }
        }

        if (told is not null)
        {
            await services.Sends.NoteAsync(account.Id, told);
        }
    }

    private async Task<PendingUpdate?> MapAsync(Tl.UpdateBase update, PeerIndex index, CancellationToken cancellationToken)
    {
        var context = update switch
        {
            Tl.UpdateNewMessage u => await MessageAsync(u.Message, false, index, cancellationToken),
            Tl.UpdateNewChannelMessage u => await MessageAsync(u.Message, false, index, cancellationToken),
            Tl.UpdateEditMessage u => await MessageAsync(u.Message, true, index, cancellationToken),
            Tl.UpdateEditChannelMessage u => await MessageAsync(u.Message, true, index, cancellationToken),
            Tl.UpdateBotCallbackQuery u => await ReferenceAsync(u.Peer, u.MsgId, index, cancellationToken),
            _ => Other(update),
        };
        if (context is null || UpdateMapper.ToBotApi(update, index, context) is not { } mapped || !account.Outlet.Allowed.Contains(mapped.Kind))
        {
            return null;
        }

        var now = services.Time.GetUtcNow().ToUnixTimeSeconds();
        var expiresAt = (mapped.Date ?? now) + mapped.Lifetime;
        if (expiresAt <= now)
        {
            return null;
        }

        return new PendingUpdate(expiresAt, mapped.OrderKey, JsonSerializer.SerializeToUtf8Bytes(mapped.Update, BotApiJson.Relaxed.Update));
    }

    /// <summary>Null when the message is not shown.</summary>
    private async Task<MessageContext?> MessageAsync(Tl.MessageBase message, bool isEdit, PeerIndex index, CancellationToken cancellationToken)
    {
        if (MessageCache.PeerOf(message) is not { } chat || message is Tl.MessageEmpty)
        {
            return null;
        }

        var before = isEdit ? services.Messages.Find(account.Id, chat, message.Id()) : null;
        account.Note([message]);
        var isPost = chat is Tl.PeerChannel && message is Tl.Message { Post: true } or Tl.MessageService { Post: true };
        var kind = (isPost, isEdit) switch
        {
            (false, false) => "message",
            (false, true) => "edited_message",
            (true, false) => "channel_post",
            (true, true) => "edited_channel_post",
        };
        var now = (int)account.Client.ServerNow.ToUnixTimeSeconds();
        if ((before is not null && !MessageCache.IsChanged(before, message))
            || !account.Outlet.Allowed.Contains(kind)
            || !UpdateMapper.IsDelivered(message, index, loader.Context(null), now))
        {
            return null;
        }

        return await loader.LoadAsync(message, index, cancellationToken);
    }

    private async Task<MessageContext> ReferenceAsync(Tl.PeerBase chat, int messageId, PeerIndex index, CancellationToken cancellationToken)
    {
        Tl.MessageBase? message = null;
        try
        {
            message = await loader.FindAsync(chat, messageId, cancellationToken);
        }
        catch (BotApiException exception)
        {
            Log.ReferenceNotLoaded(services.Logger, account.Id, exception.Description);
        }

        if (message is null)
        {
            return loader.Context(null);
        }

        var inner = await loader.LoadAsync(message, index, cancellationToken);
        return loader.Context((peer, id) => id == messageId && ChatIds.Of(peer) == ChatIds.Of(chat) ? message : inner.FindMessage?.Invoke(peer, id));
    }

    private MessageContext Other(Tl.UpdateBase update)
    {
        switch (update)
        {
            case Tl.UpdateMessageID u:
                sent.Note(u.RandomId, u.Id);
                break;
            case Tl.UpdateDeleteMessages u:
                Array.ForEach(u.Messages, id => services.Messages.Remove(account.Id, null, id));
                break;
            case Tl.UpdateDeleteChannelMessages u:
                Array.ForEach(u.Messages, id => services.Messages.Remove(account.Id, new Tl.PeerChannel { ChannelId = u.ChannelId }, id));
                break;
        }

        return loader.Context(null);
    }
}
