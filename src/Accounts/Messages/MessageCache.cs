using System.Security.Cryptography;
using TelegramRest.Accounts.Caching;
using TelegramRest.Mapping;

namespace TelegramRest.Accounts.Messages;

/// <summary>Messages seen lately by all accounts: what replies show, and what an edit is compared with.</summary>
internal sealed class MessageCache
{
    private const int Capacity = 20_000;

    private readonly BoundedCache<(long AccountId, long ChatId, int MessageId), Tl.MessageBase> messages = new(Capacity);

    public Tl.MessageBase? Find(long accountId, Tl.PeerBase chat, int messageId) =>
        messages.TryGet((accountId, Space(chat), messageId), out var message) ? message : null;

    public void Put(long accountId, Tl.MessageBase message)
    {
        if (PeerOf(message) is { } chat)
        {
            messages.Set((accountId, Space(chat), message.Id()), message);
        }
    }

    public void Remove(long accountId, Tl.PeerBase? chat, int messageId) =>
        messages.Remove((accountId, chat is null ? 0 : Space(chat), messageId));

    /// <summary>Says whether an edit shows anything that the last known form did not: text, entities, media or keyboard.</summary>
    public static bool IsChanged(Tl.MessageBase before, Tl.MessageBase after) =>
        before is not Tl.Message old || after is not Tl.Message edited || !Content(old).AsSpan().SequenceEqual(Content(edited));

    public static Tl.PeerBase? PeerOf(Tl.MessageBase message) => message switch
    {
        Tl.Message m => m.PeerId,
        Tl.MessageService m => m.PeerId,
        Tl.MessageEmpty m => m.PeerId,
        _ => null,
    };

    /// <summary>Private chats and basic groups of an account share one row of message ids.</summary>
    private static long Space(Tl.PeerBase chat) => chat is Tl.PeerChannel ? ChatIds.Of(chat) : 0;

    private static byte[] Content(Tl.Message message)
    {
        using var writer = new Tl.TlWriter();
        writer.WriteString(message.MessageValue);
        foreach (var part in message.Entities ?? [])
        {
            writer.WriteObject(part);
        }

        if (message.Media is { } media)
        {
            writer.WriteObject(media);
        }

        if (message.ReplyMarkup is { } markup)
        {
            writer.WriteObject(markup);
        }

        return SHA256.HashData(writer.WrittenSpan);
    }
}
