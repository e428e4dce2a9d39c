using TelegramRest.BotApi;
using TelegramRest.Mapping;

namespace TelegramRest.Accounts.Peers;

/// <summary>What this account knows of users and chats, and how it finds others.</summary>
/// <remarks>https://core.telegram.org/api/peers</remarks>
public interface IPeers
{
    /// <summary>Finds a chat by id or @username and checks that it may be written to.</summary>
    Task<PeerRef> ResolveChatAsync(ChatId chatId, CancellationToken cancellationToken);

    /// <summary>Finds a chat by id or @username and checks <paramref name="access"/> to it.</summary>
    Task<PeerRef> ResolveChatAsync(ChatId chatId, ChatAccess access, CancellationToken cancellationToken);

    /// <summary>Finds a user; 400 <c>user not found</c> otherwise.</summary>
    Task<UserPeer> ResolveUserAsync(long userId, CancellationToken cancellationToken);

    /// <summary>A chat taken from an answer of Telegram: no look-up over the network, no access check.</summary>
    PeerRef Reference(Tl.PeerBase peer);

    /// <summary>Remembers users and chats of an answer, full ones over min ones, and gives them with what was known before for mapping.</summary>
    PeerIndex Index(IReadOnlyList<Tl.UserBase> users, IReadOnlyList<Tl.ChatBase> chats);

    /// <summary>The peers that a message names and <paramref name="index"/> lacks are added to it from memory, the store, or Telegram.</summary>
    Task CompleteAsync(PeerIndex index, Tl.MessageBase message, CancellationToken cancellationToken);
}
