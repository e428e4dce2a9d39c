using TelegramRest.Accounts.Updates;
using TelegramRest.Mapping;

namespace TelegramRest.Tests.Unit.Accounts.Updates;

/// <summary>Keeps what was applied, as short names.</summary>
internal sealed class RecordingSink : IUpdateSink
{
    public List<string> Applied { get; } = [];

    public UpdateState? State { get; private set; }

    public Dictionary<long, int> Channels { get; } = [];

    /// <summary>Makes the next commit fail.</summary>
    public bool Fails { get; set; }

    public PeerIndex Remember(IReadOnlyList<Tl.UserBase> users, IReadOnlyList<Tl.ChatBase> chats) => new(users, chats);

    public bool Knows(Tl.PeerBase peer) => peer is not Tl.PeerUser { UserId: 404 };

    public Task ApplyAsync(UpdateBatch batch, CancellationToken cancellationToken)
    {
        if (Fails)
        {
            Fails = false;
            throw new IOException("disk full");
        }

        Applied.AddRange(batch.Updates.Select(update => Name(update.Update!)));
        State = batch.State ?? State;
        foreach (var (channelId, pts) in batch.Channels)
        {
            if (pts is { } reached)
            {
                Channels[channelId] = reached;
            }
            else
            {
                Channels.Remove(channelId);
            }
        }

        return Task.CompletedTask;
    }

    private static string Name(Tl.UpdateBase update) => update switch
    {
        Tl.UpdateNewMessage { Message: Tl.Message m } => m.MessageValue,
        Tl.UpdateNewChannelMessage { Message: Tl.Message m } => m.MessageValue,
        _ => update.GetType().Name,
    };
}
