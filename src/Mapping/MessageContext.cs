namespace TelegramRest.Mapping;

/// <summary>What a message is mapped with besides its peers: who asks, and look-ups into what the caller has loaded already.</summary>
public sealed class MessageContext
{
    /// <summary>The user id of the account that asks.</summary>
    public required long SelfId { get; init; }

    public bool SelfIsBot { get; init; } = true;

    /// <summary>The Telegram test environment, where some well-known users have other ids.</summary>
    public bool IsTest { get; init; }

    /// <summary>Gives a loaded message of a chat by its id; null when it is not known.</summary>
    public Func<Tl.PeerBase, int, Tl.MessageBase?>? FindMessage { get; init; }

    /// <summary>Gives a sticker set's short name by its id; null when it is not known.</summary>
    public Func<long, string?>? FindStickerSet { get; init; }

    /// <summary>The business connection that the message came through.</summary>
    public string? BusinessConnectionId { get; init; }

    /// <summary>The query that a guest bot answers to the message with.</summary>
    public string? GuestQueryId { get; init; }
}
