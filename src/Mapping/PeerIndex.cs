using System.Diagnostics.CodeAnalysis;

namespace TelegramRest.Mapping;

/// <summary>The users and chats that a piece of Telegram's data refers to, by id. Incomplete ("min") ones never replace full ones.</summary>
/// <remarks>https://core.telegram.org/api/min</remarks>
public sealed class PeerIndex
{
    private readonly Dictionary<long, Tl.User> _users = [];
    private readonly Dictionary<long, Tl.ChatBase> _chats = [];
    private readonly Dictionary<long, string> _communities = [];

    public PeerIndex()
    {
    }

    public PeerIndex(IEnumerable<Tl.UserBase> users, IEnumerable<Tl.ChatBase> chats)
    {
        foreach (var user in users)
            Add(user);
        foreach (var chat in chats)
            Add(chat);
    }

    /// <summary>The account is a person's: objects show what only people see.</summary>
    public bool ForPerson { get; init; }

    public IEnumerable<Tl.User> Users => _users.Values;

    public IEnumerable<Tl.ChatBase> Chats => _chats.Values;

    public void Add(Tl.UserBase user)
    {
        if (user is Tl.User full && !(full.Min && _users.TryGetValue(full.Id, out var known) && !known.Min))
            _users[full.Id] = full;
    }

    public void Add(Tl.ChatBase chat)
    {
        switch (chat)
        {
            case Tl.Community community:
                _communities[community.Id] = community.Title;
                return;
            case Tl.CommunityForbidden community:
                _communities[community.Id] = community.Title;
                return;
        }

        var id = ChatIds.Of(chat);
        if (id == 0 || chat is Tl.ChatEmpty)
            return;
        if (chat is Tl.Channel { Min: true } && _chats.TryGetValue(id, out var known) && known is not Tl.Channel { Min: true })
            return;
        _chats[id] = chat;
    }

    public void Add(PeerIndex other)
    {
        foreach (var user in other._users.Values)
            Add(user);
        foreach (var chat in other._chats.Values)
            Add(chat);
        foreach (var (id, title) in other._communities)
            _communities[id] = title;
    }

    /// <summary>The title of a community, which is no chat; null when it is not known.</summary>
    public string? CommunityTitle(long communityId) => _communities.GetValueOrDefault(communityId);

    public bool TryGetUser(long userId, [NotNullWhen(true)] out Tl.User? user) => _users.TryGetValue(userId, out user);

    /// <param name="chatId">As the Bot API writes it: negative.</param>
    /// <param name="chat">A basic group, supergroup or channel.</param>
    public bool TryGetChat(long chatId, [NotNullWhen(true)] out Tl.ChatBase? chat) => _chats.TryGetValue(chatId, out chat);

    public bool TryGetChat(Tl.PeerBase peer, [NotNullWhen(true)] out Tl.ChatBase? chat) => TryGetChat(ChatIds.Of(peer), out chat);

    public bool Contains(Tl.PeerBase peer) =>
        peer is Tl.PeerUser user ? _users.ContainsKey(user.UserId) : _chats.ContainsKey(ChatIds.Of(peer));
}
