using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using TelegramRest.Accounts.Caching;
using TelegramRest.Accounts.Storage;
using TelegramRest.Mapping;

namespace TelegramRest.Accounts.Peers;

/// <summary>
/// Users and chats of all accounts: a bounded cache over the store. What is written is what changed, and an incomplete ("min") object,
/// whose access hash fetches photos only, never takes a full one's place.
/// </summary>
/// <remarks>https://core.telegram.org/api/min</remarks>
internal sealed class PeerStore(Store store, ILogger logger)
{
    private const int Capacity = 50_000;

    private readonly BoundedCache<(long AccountId, long ChatId), KnownPeer> cache = new(Capacity);

    public KnownPeer? Find(long accountId, long chatId)
    {
        if (cache.TryGet((accountId, chatId), out var known))
        {
            return known;
        }

        return Load(accountId, store.Read(session => PeerTable.Find(session, accountId, chatId)));
    }

    /// <param name="username">Without the at sign.</param>
    public (long ChatId, KnownPeer Peer)? FindByUsername(long accountId, string username)
    {
        var name = username.ToLowerInvariant();
        var row = store.Read(session => PeerTable.FindByUsername(session, accountId, name));
        return Load(accountId, row) is { } known ? (row!.ChatId, known) : null;
    }

    public void Remember(long accountId, IReadOnlyList<Tl.UserBase> users, IReadOnlyList<Tl.ChatBase> chats)
    {
        List<PeerRow>? changed = null;
        foreach (var user in users.OfType<Tl.User>())
        {
            Note(user.Id, user, user.AccessHash ?? 0, user.Min || user.AccessHash is null, user.Username ?? Active(user.Usernames));
        }

        foreach (var chat in chats)
        {
            switch (chat)
            {
                case Tl.Chat or Tl.ChatForbidden:
                    Note(ChatIds.Of(chat), chat, 0, false, null);
                    break;
                case Tl.Channel channel:
                    Note(ChatIds.Of(chat), chat, channel.AccessHash ?? 0, channel.Min || channel.AccessHash is null, channel.Username ?? Active(channel.Usernames));
                    break;
                case Tl.ChannelForbidden channel:
                    Note(ChatIds.Of(chat), chat, channel.AccessHash, false, null);
                    break;
            }
        }

        if (changed is not null)
        {
            // Not awaited: the transaction that acknowledges the updates which brought these follows in the same line.
            _ = store.WriteAsync(session => changed.ForEach(row => PeerTable.Put(session, accountId, row)));
        }

        void Note(long chatId, Tl.TlObject value, long accessHash, bool isMin, string? username)
        {
            var known = Find(accountId, chatId);
            if (known is { IsMin: false } && isMin)
            {
                return;
            }

            var bytes = Serialize(value);
            var fingerprint = BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(bytes));
            if (known?.Fingerprint != fingerprint)
            {
                cache.Set((accountId, chatId), new KnownPeer(value, accessHash, isMin, fingerprint));
                (changed ??= []).Add(new PeerRow(chatId, accessHash, isMin, username?.ToLowerInvariant(), bytes));
            }
        }
    }

    private KnownPeer? Load(long accountId, PeerRow? row)
    {
        if (row is null)
        {
            return null;
        }

        try
        {
            var reader = new Tl.TlReader(row.Object);
            var known = new KnownPeer(
                reader.ReadObject(), row.AccessHash, row.IsMin, BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(row.Object)));
            cache.Set((accountId, row.ChatId), known);
            return known;
        }
        catch (Tl.TlException exception)
        {
            // Written in a form that this version no longer reads: Telegram tells it again.
            Log.PeerUnreadable(logger, exception, accountId);
            return null;
        }
    }

    public static byte[] Serialize(Tl.TlObject value)
    {
        using var writer = new Tl.TlWriter();
        writer.WriteObject(value);
        return writer.WrittenSpan.ToArray();
    }

    private static string? Active(Tl.Username[]? usernames) => usernames?.FirstOrDefault(name => name.Active)?.UsernameValue;
}
