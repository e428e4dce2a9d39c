using TelegramRest.Accounts.Peers;
using TelegramRest.Handlers.Shared;

namespace TelegramRest.Handlers.Messages.Shared;

/// <summary>Everything about a message that is to be sent except what it says.</summary>
internal sealed class SendTarget
{
    public required PeerRef Chat { get; init; }

    /// <summary>The business account on whose behalf to send.</summary>
    public BusinessConnection? Business { get; init; }

    /// <summary>The one member of the group who is to see the message.</summary>
    public Tl.InputUserBase? Receiver { get; init; }

    /// <summary>The button press that an ephemeral message answers.</summary>
    public long? CallbackQueryId { get; init; }

    public Tl.InputReplyToBase? ReplyTo { get; init; }

    public Tl.ReplyMarkupBase? Markup { get; init; }

    public bool Silent { get; init; }

    public bool NoForwards { get; init; }

    /// <summary>Paid for in Stars, above the free rate of messages.</summary>
    public bool PaidBroadcast { get; init; }

    public long? Effect { get; init; }

    public Tl.SuggestedPost? SuggestedPost { get; init; }
}
