using TelegramRest.Mapping;

namespace TelegramRest.Accounts.Updates;

/// <summary>Where accepted updates go.</summary>
internal interface IUpdateSink
{
    /// <summary>Remembers what came with updates and gives it for mapping.</summary>
    PeerIndex Remember(IReadOnlyList<Tl.UserBase> users, IReadOnlyList<Tl.ChatBase> chats);

    /// <summary>Says whether a short message can be understood without asking for its sender.</summary>
    bool Knows(Tl.PeerBase peer);

    /// <summary>Queues the updates and stores the state, in one transaction.</summary>
    Task ApplyAsync(UpdateBatch batch, CancellationToken cancellationToken);
}
