using TelegramRest.Accounts.Files.Media;
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

    /// <summary>Where media that has to be stored before it is sent belongs.</summary>
    public UploadPlace Place => new(Chat.InputPeer, Business?.Id);

    public Tl.InputReplyToBase? ReplyTo { get; init; }

    /// <summary>The forum topic.</summary>
    public int? TopicId { get; init; }

    /// <summary>It answers a message, and not just a topic.</summary>
    public bool HasReply => ReplyTo is Tl.InputReplyToMessage reply && (reply.ReplyToMsgId != TopicId || reply.QuoteText is not null);

    public Tl.ReplyMarkupBase? Markup { get; init; }

    /// <summary>Unix time; null for now.</summary>
    public int? ScheduleDate { get; init; }

    public bool Silent { get; init; }

    public bool NoForwards { get; init; }

    /// <summary>Paid for in Stars, above the free rate of messages.</summary>
    public bool PaidBroadcast { get; init; }

    public long? Effect { get; init; }

    public Tl.SuggestedPost? SuggestedPost { get; init; }
}
