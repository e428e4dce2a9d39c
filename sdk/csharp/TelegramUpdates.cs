using System.Runtime.CompilerServices;

namespace TelegramRest.Client;

/// <summary>Reads updates one after the other.</summary>
public static class TelegramUpdates
{
    private const int Patience = 30;

    /// <summary>
    /// Asks for updates again and again. An update counts as received once the loop asked for the batch behind it; whoever leaves the loop
    /// earlier gets the rest of the batch again next time. What goes wrong is thrown, and the loop can be started anew.
    /// </summary>
    /// <param name="client">A bot's or a person's.</param>
    /// <param name="request">Where to begin, which kinds, how many at a time, and how many seconds the server waits for the first: 30 by default.</param>
    /// <param name="cancellationToken">Ends the loop with an <see cref="OperationCanceledException"/>.</param>
    public static async IAsyncEnumerable<Update> ReadUpdatesAsync(
        this TelegramClient client, GetUpdatesRequest? request = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var offset = request?.Offset;
        while (true)
        {
            var batch = new GetUpdatesRequest
            {
                Offset = offset,
                Limit = request?.Limit,
                Timeout = request?.Timeout ?? Patience,
                AllowedUpdates = request?.AllowedUpdates,
            };
            foreach (var update in await client.GetUpdatesAsync(batch, cancellationToken))
            {
                offset = update.UpdateId + 1;
                yield return update;
            }
        }
    }
}
