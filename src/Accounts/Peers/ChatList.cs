using TelegramRest.Accounts.Messages;

namespace TelegramRest.Accounts.Peers;

/// <summary>
/// A person's chats and contacts. Only these lists tell the access hashes of whom the account met before it logged in here, so they are fetched when somebody unknown
/// is asked for, and not again for a while.
/// </summary>
/// <remarks>https://core.telegram.org/method/messages.getDialogs</remarks>
internal sealed class ChatList(Account account, TimeProvider time)
{
    private const int PageSize = 100;
    private const int MaxPages = 30;

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private readonly Lock gate = new();
    private Task loading = Task.CompletedTask;
    private DateTimeOffset freshUntil;

    /// <summary>Fetches the lists unless that was done lately. Many callers wait for one fetch.</summary>
    public Task LoadAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (loading.IsCompleted && time.GetUtcNow() >= freshUntil)
            {
                // Not the caller's token: others may wait for the same.
                loading = FetchAsync(CancellationToken.None);
            }

            return loading.WaitAsync(cancellationToken);
        }
    }

    private async Task FetchAsync(CancellationToken cancellationToken)
    {
        var page = new Tl.Messages.GetDialogs { OffsetPeer = new Tl.InputPeerEmpty(), Limit = PageSize };
        for (var pages = 0; pages < MaxPages; pages++)
        {
            // Telegram answers with the users and chats of the lines, which are remembered on the way.
            if (await account.InvokeAsync(page, cancellationToken) is not Tl.Messages.DialogsSlice { Dialogs: [.., Tl.Dialog last] } slice)
            {
                break;
            }

            page.OffsetPeer = account.Peers.Reference(last.Peer).InputPeer;
            page.OffsetId = last.TopMessage;
            page.OffsetDate = slice.Messages.FirstOrDefault(message => message.Id() == last.TopMessage)?.Date() ?? page.OffsetDate;
        }

        await account.InvokeAsync(new Tl.Contacts.GetContacts(), cancellationToken);
        freshUntil = time.GetUtcNow() + Lifetime;
    }
}
