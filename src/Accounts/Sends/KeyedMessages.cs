using TelegramRest.Accounts.Messages;
using TelegramRest.Accounts.Peers;
using TelegramRest.BotApi;
using TelegramRest.Mapping;

namespace TelegramRest.Accounts.Sends;

/// <summary>An account's messages as a request with an Idempotency-Key sees them: whatever it sends is sent once.</summary>
internal sealed class KeyedMessages(AccountMessages messages, KeyedSend keyed) : IMessages
{
    public MessageContext Context => messages.Context;

    public long NewRandomId() => keyed.NextRandomId();

    public async Task<Message> SendAsync(PeerRef chat, Tl.ITlMethod<Tl.UpdatesBase> method, long randomId, CancellationToken cancellationToken) =>
        (await messages.SendAsync(new SendCall(chat, method, [randomId], IsBatch: false, keyed), cancellationToken))[0];

    public Task<IReadOnlyList<Message>> SendManyAsync(
        PeerRef chat, Tl.ITlMethod<Tl.UpdatesBase> method, IReadOnlyList<long> randomIds, CancellationToken cancellationToken) =>
        messages.SendAsync(new SendCall(chat, method, randomIds, IsBatch: true, keyed), cancellationToken);

    public Task PrepareAsync(IReadOnlyList<long> randomIds) => keyed.PrepareAsync(randomIds);

    public Task<Message> EditAsync(PeerRef chat, int messageId, Tl.ITlMethod<Tl.UpdatesBase> method, CancellationToken cancellationToken) =>
        messages.EditAsync(chat, messageId, method, cancellationToken);

    public Task<Tl.MessageBase> GetAsync(PeerRef chat, int messageId, string subject, CancellationToken cancellationToken) =>
        messages.GetAsync(chat, messageId, subject, cancellationToken);

    public Task<IReadOnlyList<Tl.MessageBase>> FindAsync(PeerRef chat, IReadOnlyList<int> messageIds, CancellationToken cancellationToken) =>
        messages.FindAsync(chat, messageIds, cancellationToken);

    public Task<Message> ToBotApiAsync(Tl.MessageBase message, CancellationToken cancellationToken) => messages.ToBotApiAsync(message, cancellationToken);

    public Task<MessageContext> StickersContextAsync(IReadOnlyCollection<Tl.Document> stickers, CancellationToken cancellationToken) =>
        messages.StickersContextAsync(stickers, cancellationToken);
}
