using TelegramRest.Accounts.Peers;
using TelegramRest.BotApi;
using TelegramRest.Mapping;

namespace TelegramRest.Accounts.Messages;

/// <summary>Messages by id, and the way from an answer of Telegram to the Bot API's Message.</summary>
public interface IMessages
{
    /// <summary>What mapping has to know of this account; without look-ups.</summary>
    MessageContext Context { get; }

    /// <summary>A fresh random_id for one message.</summary>
    long NewRandomId();

    /// <summary>Sends one message and gives it as the Bot API shows it. Send failures get texts of their own.</summary>
    /// <param name="randomId">The random_id inside <paramref name="method"/>.</param>
    Task<Message> SendAsync(PeerRef chat, Tl.ITlMethod<Tl.UpdatesBase> method, long randomId, CancellationToken cancellationToken);

    /// <summary>Sends several messages in one call (album, forward); the results stand in the order of <paramref name="randomIds"/>.</summary>
    Task<IReadOnlyList<Message>> SendManyAsync(PeerRef chat, Tl.ITlMethod<Tl.UpdatesBase> method, IReadOnlyList<long> randomIds, CancellationToken cancellationToken);

    /// <summary>Comes before messages that leave by another way than <see cref="SendAsync"/> and <see cref="SendManyAsync"/>: a repeated request then sends them again under the same random ids.</summary>
    Task PrepareAsync(IReadOnlyList<long> randomIds);

    /// <summary>Edits a message of a chat and gives its new form.</summary>
    Task<Message> EditAsync(PeerRef chat, int messageId, Tl.ITlMethod<Tl.UpdatesBase> method, CancellationToken cancellationToken);

    /// <summary>One message; 400 <c><paramref name="subject"/> not found</c> when there is none (for example <c>message to forward</c>).</summary>
    Task<Tl.MessageBase> GetAsync(PeerRef chat, int messageId, string subject, CancellationToken cancellationToken);

    /// <summary>The messages among <paramref name="messageIds"/> that exist.</summary>
    Task<IReadOnlyList<Tl.MessageBase>> FindAsync(PeerRef chat, IReadOnlyList<int> messageIds, CancellationToken cancellationToken);

    /// <summary>Maps a message after loading what it refers to: peers, and the message that it replies to.</summary>
    Task<Message> ToBotApiAsync(Tl.MessageBase message, CancellationToken cancellationToken);

    /// <summary>What mapping stickers has to know: the names of their sets.</summary>
    Task<MessageContext> StickersContextAsync(IReadOnlyCollection<Tl.Document> stickers, CancellationToken cancellationToken);
}
