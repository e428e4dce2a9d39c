using System.Collections.Concurrent;

namespace TelegramRest.Accounts.Messages;

/// <summary>Catches the ids that Telegram gave to messages whose answer was lost.</summary>
/// <remarks>https://core.telegram.org/constructor/updateMessageID</remarks>
internal sealed class SentMessages
{
    private readonly ConcurrentDictionary<long, int?> watched = [];

    public void Note(long randomId, int messageId) => watched.TryUpdate(randomId, messageId, null);

    public Watching Watch(IReadOnlyList<long> randomIds)
    {
        foreach (var randomId in randomIds)
        {
            watched[randomId] = null;
        }

        return new Watching(this, randomIds);
    }

    /// <summary>Random ids under watch until it is disposed.</summary>
    internal sealed class Watching(SentMessages owner, IReadOnlyList<long> randomIds) : IDisposable
    {
        public IReadOnlyDictionary<long, int> Found => randomIds
            .Where(randomId => owner.watched.GetValueOrDefault(randomId) is not null)
            .ToDictionary(randomId => randomId, randomId => owner.watched[randomId]!.Value);

        public void Dispose()
        {
            foreach (var randomId in randomIds)
            {
                owner.watched.TryRemove(randomId, out _);
            }
        }
    }
}
