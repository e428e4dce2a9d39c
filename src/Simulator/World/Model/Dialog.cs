namespace TelegramRest.Simulator.World.Model;

/// <summary>One chat as one account sees it: its messages' ids in ascending order (of the account's box; a channel's messages are in the channel's), and how far both sides have read.</summary>
internal sealed class Dialog
{
    public required PeerKey Peer { get; init; }

    public int ReadInbox { get; set; }

    public int ReadOutbox { get; set; }

    public List<int> Ids { get; } = [];
}
