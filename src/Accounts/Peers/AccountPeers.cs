using Microsoft.Extensions.Logging;
using TelegramRest.Accounts.Caching;
using TelegramRest.BotApi;
using TelegramRest.Mapping;

namespace TelegramRest.Accounts.Peers;

/// <summary>One account's view of the peer store, and the questions to Telegram where it is not enough.</summary>
internal sealed class AccountPeers(Account account, PeerStore peers, BoundedCache<(long AccountId, string Username), ResolvedName> names, TimeProvider time, ILogger logger) : IPeers
{
    private const string ChatNotFound = "chat not found";
    private const string UserNotFound = "user not found";

    /// <summary>Usernames seldom move, and asking for them is strictly rationed.</summary>
    private static readonly TimeSpan NameLifetime = TimeSpan.FromHours(1);

    private readonly ChatList chats = new(account, time);

    public Task<PeerRef> ResolveChatAsync(ChatId chatId, CancellationToken cancellationToken) =>
        ResolveChatAsync(chatId, ChatAccess.Write, cancellationToken);

    public async Task<PeerRef> ResolveChatAsync(ChatId chatId, ChatAccess access, CancellationToken cancellationToken)
    {
        if (chatId.IsEmpty)
        {
            throw BotApiException.BadRequest("chat_id is empty");
        }

        var id = chatId.Username is { } username ? await ResolveNameAsync(username[1..], cancellationToken) : chatId.Id;
        if (!ChatIds.TryParse(id, out var peer))
        {
            throw BotApiException.BadRequest(ChatNotFound);
        }

        var found = await FindAsync(peer, ChatNotFound, cancellationToken);
        if (chatId.Username is not null && account.IsBot && found is UserPeer { User: not { Bot: true } })
        {
            // Bots may not reach people by name.
            throw BotApiException.BadRequest(ChatNotFound);
        }

        ChatAccessRules.Check(found, access);
        return found;
    }

    public async Task<UserPeer> ResolveUserAsync(long userId, CancellationToken cancellationToken) =>
        ChatIds.TryParse(userId, out var peer) && peer is Tl.PeerUser
            ? (UserPeer)await FindAsync(peer, UserNotFound, cancellationToken)
            : throw BotApiException.BadRequest(UserNotFound);

    public PeerRef Reference(Tl.PeerBase peer)
    {
        var known = peers.Find(account.Id, ChatIds.Of(peer));
        return Make(peer, known);
    }

    public PeerIndex Index(IReadOnlyList<Tl.UserBase> users, IReadOnlyList<Tl.ChatBase> chats)
    {
        account.Remember((users, chats));
        var index = new PeerIndex(users, chats) { ForPerson = !account.IsBot };
        foreach (var user in users.OfType<Tl.User>().Where(user => user.Min))
        {
            AddKnown(index, user.Id);
        }

        foreach (var chat in chats.OfType<Tl.Channel>().Where(chat => chat.Min))
        {
            AddKnown(index, ChatIds.Of(chat));
        }

        return index;
    }

    public async Task CompleteAsync(PeerIndex index, Tl.MessageBase message, CancellationToken cancellationToken)
    {
        if (!index.TryGetUser(account.Self.Id, out _))
        {
            index.Add(account.Self);
        }

        foreach (var peer in MessageReferences.Peers(message))
        {
            if (index.Contains(peer) || AddKnown(index, ChatIds.Of(peer)) || !account.IsBot)
            {
                continue;
            }

            try
            {
                Add(index, await FindAsync(peer, ChatNotFound, cancellationToken));
            }
            catch (BotApiException exception)
            {
                Log.ReferenceNotLoaded(logger, account.Id, exception.Description);
            }
        }
    }

    /// <summary>Telegram refused a chat that looked open: asks what became of it, and refuses with the text for that.</summary>
    public async Task RecheckAsync(PeerRef peer, ChatAccess access, CancellationToken cancellationToken)
    {
        if (peer is UserPeer)
        {
            return;
        }

        try
        {
            Remember(peer is ChannelPeer channel
                ? await account.InvokeAsync(new Tl.Channels.GetChannels { Id = [channel.Input] }, ChatNotFound, cancellationToken)
                : await account.InvokeAsync(new Tl.Messages.GetChats { Id = [-peer.ChatId] }, ChatNotFound, cancellationToken));
        }
        catch (BotApiException exception) when (exception.Code == 400 && peer is ChannelPeer { Chat: Tl.Channel })
        {
            // A channel that was open and is now refused by name is a private one that the account has left.
            throw ChatAccessRules.NotMember((ChannelPeer)peer);
        }

        ChatAccessRules.Check(Reference(peer.Peer), access);
    }

    public bool Knows(Tl.PeerBase peer) => peers.Find(account.Id, ChatIds.Of(peer)) is { IsMin: false };

    private static void Add(PeerIndex index, PeerRef peer)
    {
        switch (peer)
        {
            case UserPeer { User: { } user }:
                index.Add(user);
                break;
            case GroupPeer { Chat: { } chat }:
                index.Add(chat);
                break;
            case ChannelPeer { Chat: { } chat }:
                index.Add(chat);
                break;
        }
    }

    private bool AddKnown(PeerIndex index, long chatId)
    {
        switch (peers.Find(account.Id, chatId))
        {
            case { User: { } user }:
                index.Add(user);
                return true;
            case { Chat: { } chat }:
                index.Add(chat);
                return true;
            default:
                return false;
        }
    }

    private async Task<PeerRef> FindAsync(Tl.PeerBase peer, string notFound, CancellationToken cancellationToken)
    {
        if (peer is Tl.PeerUser self && self.UserId == account.Self.Id)
        {
            return new UserPeer(self.UserId, account.Self.AccessHash ?? 0, isSelf: true, account.Self);
        }

        var known = peers.Find(account.Id, ChatIds.Of(peer));
        if (known is null or { IsMin: true })
        {
            await FetchAsync(peer, known, notFound, cancellationToken);
            known = peers.Find(account.Id, ChatIds.Of(peer)) is { } found && (account.IsBot || !found.IsMin) ? found : throw BotApiException.BadRequest(notFound);
        }

        return Make(peer, known);
    }

    /// <summary>Telegram takes an access hash of 0 from bots for whom they have met; people need the real one, which their lists tell.</summary>
    private async Task FetchAsync(Tl.PeerBase peer, KnownPeer? known, string notFound, CancellationToken cancellationToken)
    {
        if (!account.IsBot && peer is not Tl.PeerChat)
        {
            await chats.LoadAsync(cancellationToken);
            return;
        }

        switch (peer)
        {
            case Tl.PeerUser user:
                var users = await account.InvokeAsync(
                    new Tl.Users.GetUsers { Id = [new Tl.InputUser { UserId = user.UserId, AccessHash = known is { IsMin: false } ? known.AccessHash : 0 }] },
                    notFound,
                    cancellationToken);
                peers.Remember(account.Id, users, []);
                break;
            case Tl.PeerChat group:
                Remember(await account.InvokeAsync(new Tl.Messages.GetChats { Id = [group.ChatId] }, notFound, cancellationToken));
                break;
            case Tl.PeerChannel channel:
                Remember(await account.InvokeAsync(
                    new Tl.Channels.GetChannels { Id = [new Tl.InputChannel { ChannelId = channel.ChannelId, AccessHash = 0 }] }, notFound, cancellationToken));
                break;
        }
    }

    private void Remember(Tl.Messages.ChatsBase chats) => peers.Remember(account.Id, [], chats switch
    {
        Tl.Messages.Chats all => all.ChatsValue,
        Tl.Messages.ChatsSlice slice => slice.Chats,
        _ => throw new InvalidOperationException($"{chats.GetType().Name} is no list of chats."),
    });

    private async Task<long> ResolveNameAsync(string username, CancellationToken cancellationToken)
    {
        var key = (account.Id, username.ToLowerInvariant());
        var now = time.GetUtcNow();
        if (names.TryGet(key, out var cached) && cached.ExpiresAt > now)
        {
            return cached.ChatId;
        }

        var found = await account.InvokeAsync(new Tl.Contacts.ResolveUsername { Username = username }, ChatNotFound, cancellationToken);
        peers.Remember(account.Id, found.Users, found.Chats);
        var id = ChatIds.Of(found.Peer);
        names.Set(key, new ResolvedName(id, now + NameLifetime));
        return id;
    }

    private PeerRef Make(Tl.PeerBase peer, KnownPeer? known)
    {
        var hash = known is { IsMin: false } ? known.AccessHash : 0;
        return peer switch
        {
            Tl.PeerUser user => new UserPeer(user.UserId, hash, user.UserId == account.Self.Id, known?.User),
            Tl.PeerChat group => new GroupPeer(group.ChatId, known?.Chat),
            Tl.PeerChannel channel => new ChannelPeer(channel.ChannelId, hash, known?.Chat),
            _ => throw new InvalidOperationException($"{peer.GetType().Name} is no peer that is known."),
        };
    }
}
