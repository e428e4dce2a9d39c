using Microsoft.Extensions.Logging;
using TelegramRest.BotApi;
using TelegramRest.Mapping;

namespace TelegramRest.Accounts.Messages;

/// <summary>Fetches messages, and what a message refers to before it can be mapped: peers, the message replied to or pinned, sticker set names.</summary>
internal sealed class MessageLoader(Account account, AccountServices services)
{
    /// <summary>An update does not wait longer than this for what it refers to; it is shown without.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Asks Telegram for messages of one chat; those that do not exist are left out.</summary>
    public async Task<List<Tl.MessageBase>> FetchAsync(Tl.PeerBase chat, IReadOnlyList<Tl.InputMessageBase> ids, CancellationToken cancellationToken)
    {
        var answer = chat is Tl.PeerChannel && account.Peers.Reference(chat) is Peers.ChannelPeer channel
            ? await account.InvokeAsync(new Tl.Channels.GetMessages { Channel = channel.Input, Id = [.. ids] }, cancellationToken)
            : await account.InvokeAsync(new Tl.Messages.GetMessages { Id = [.. ids] }, cancellationToken);
        var messages = answer switch
        {
            Tl.Messages.Messages r => r.MessagesValue,
            Tl.Messages.MessagesSlice r => r.Messages,
            Tl.Messages.ChannelMessages r => r.Messages,
            _ => [],
        };

        var found = messages.Where(message => message is not Tl.MessageEmpty && MessageCache.PeerOf(message) is { } peer && ChatIds.Of(peer) == ChatIds.Of(chat)).ToList();
        account.Note(found);
        return found;
    }

    /// <summary>Makes everything that <paramref name="message"/> names available to the mapping.</summary>
    public async Task<MessageContext> LoadAsync(Tl.MessageBase message, PeerIndex index, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, services.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        var related = new Dictionary<(long, int), Tl.MessageBase>();
        try
        {
            await account.Peers.CompleteAsync(index, message, either.Token);
            await LoadStickerSetsAsync(MessageReferences.StickerSets(message), either.Token);
            if (MessageReferences.Message(message) is { } reference && await FindReferredAsync(reference.Peer, reference.Id, message.Id(), either.Token) is { } replied)
            {
                related[(ChatIds.Of(reference.Peer), reference.Id)] = replied;
                await account.Peers.CompleteAsync(index, replied, either.Token);
                await LoadStickerSetsAsync(MessageReferences.StickerSets(replied), either.Token);
            }
        }
        catch (Exception exception) when (exception is BotApiException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            Log.ReferenceNotLoaded(services.Logger, account.Id, (exception as BotApiException)?.Description ?? "it took too long");
        }

        return Context((chat, id) => related.GetValueOrDefault((ChatIds.Of(chat), id)));
    }

    public MessageContext Context(Func<Tl.PeerBase, int, Tl.MessageBase?>? find) => new()
    {
        SelfId = account.Self.Id,
        SelfIsBot = account.IsBot,
        IsTest = account.IsTest,
        FindMessage = find,
        FindStickerSet = id => services.StickerSets.TryGet(id, out var name) ? name : null,
    };

    /// <summary>Makes the names of the sets known that <paramref name="stickers"/> belong to.</summary>
    public async Task<MessageContext> LoadStickersAsync(IReadOnlyCollection<Tl.Document> stickers, CancellationToken cancellationToken)
    {
        await LoadStickerSetsAsync(stickers.SelectMany(MessageReferences.StickerSets), cancellationToken);
        return Context(null);
    }

    /// <summary>A message from memory or Telegram; null when there is none.</summary>
    public async Task<Tl.MessageBase?> FindAsync(Tl.PeerBase chat, int messageId, CancellationToken cancellationToken) =>
        services.Messages.Find(account.Id, chat, messageId) is { } cached
            ? cached
            : (await FetchAsync(chat, [new Tl.InputMessageID { Id = messageId }], cancellationToken)).FirstOrDefault();

    /// <summary>Asked for by the message that refers to it, which also shows bots what their privacy mode hides.</summary>
    private async Task<Tl.MessageBase?> FindReferredAsync(Tl.PeerBase chat, int messageId, int referrerId, CancellationToken cancellationToken) =>
        services.Messages.Find(account.Id, chat, messageId) is { } cached
            ? cached
            : (await FetchAsync(chat, [new Tl.InputMessageReplyTo { Id = referrerId }], cancellationToken)).FirstOrDefault();

    private async Task LoadStickerSetsAsync(IEnumerable<Tl.InputStickerSetBase> sets, CancellationToken cancellationToken)
    {
        foreach (var set in sets)
        {
            if (set is Tl.InputStickerSetID { Id: var id } && !services.StickerSets.TryGet(id, out _)
                && await account.InvokeAsync(new Tl.Messages.GetStickerSet { Stickerset = set, Hash = 0 }, cancellationToken) is Tl.Messages.StickerSet { Set: var found })
            {
                services.StickerSets.Set(id, found.ShortName);
            }
        }
    }
}
