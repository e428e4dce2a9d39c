using TelegramRest.Accounts.Messages;
using TelegramRest.Accounts.Peers;
using TelegramRest.Mtproto;

namespace TelegramRest.Accounts.Sends;

/// <summary>
/// Finds messages of which Telegram says that they were sent (RANDOM_ID_DUPLICATE) and that the account's own difference does not tell: those of
/// a supergroup or channel. It looks at the last events there: for the random ids, and where they are not told, for what was sent.
/// </summary>
/// <remarks>https://core.telegram.org/method/updates.getChannelDifference</remarks>
internal sealed class SentFinder(Account account)
{
    private const int Events = 200;
    private const int Limit = 100;

    /// <summary>How far our clock and Telegram's may be apart.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(1);

    /// <param name="since">When the messages were first about to be sent.</param>
    /// <returns>Message ids by random id, as far as they were found.</returns>
    public async Task<Dictionary<long, int>> FindAsync(SendCall call, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var found = new Dictionary<long, int>();
        if (call.Chat is not ChannelPeer channel)
        {
            return found;
        }

        var (messages, updates) = await LastEventsAsync(channel, cancellationToken);
        foreach (var update in updates.OfType<Tl.UpdateMessageID>().Where(update => call.RandomIds.Contains(update.RandomId)))
        {
            found[update.RandomId] = update.Id;
        }

        var oldest = (since - Slack).ToUnixTimeSeconds();
        var own = messages.OfType<Tl.Message>().Where(message => message.Out && message.Date >= oldest && !found.ContainsValue(message.Id)).OrderBy(message => message.Id).ToList();
        foreach (var (randomId, text) in call.RandomIds.Zip(Texts(call)))
        {
            if (!found.ContainsKey(randomId) && own.Find(message => text is null || message.MessageValue == text) is { } message)
            {
                own.Remove(message);
                found[randomId] = message.Id;
            }
        }

        return found;
    }

    private async Task<(Tl.MessageBase[] Messages, Tl.UpdateBase[] Updates)> LastEventsAsync(ChannelPeer channel, CancellationToken cancellationToken)
    {
        try
        {
            var full = await account.InvokeRawAsync(new Tl.Channels.GetFullChannel { Channel = channel.Input }, cancellationToken);
            var pts = full.FullChat is Tl.ChannelFull { Pts: var current } ? Math.Max(1, current - Events) : 1;
            return await account.InvokeRawAsync(
                new Tl.Updates.GetChannelDifference { Channel = channel.Input, Filter = new Tl.ChannelMessagesFilterEmpty(), Pts = pts, Limit = account.IsBot ? Events : Limit },
                cancellationToken) switch
            {
                Tl.Updates.ChannelDifference difference => (difference.NewMessages, difference.OtherUpdates),
                Tl.Updates.ChannelDifferenceTooLong difference => (difference.Messages, []),
                _ => ([], []),
            };
        }
        catch (RpcException)
        {
            // It cannot be seen any more; the caller hears that the message is gone.
            return ([], []);
        }
    }

    /// <summary>What each message says; null for one that says what another message said.</summary>
    private static IEnumerable<string?> Texts(SendCall call) => call.Method.Method switch
    {
        Tl.Messages.SendMessage method => [method.Message],
        Tl.Messages.SendMedia method => [method.Message],
        Tl.Messages.SendMultiMedia method => method.MultiMedia.Select(item => item.Message),
        _ => call.RandomIds.Select(string? (_) => null),
    };
}
