using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.World.Messages;

/// <summary>A message about to be sent; rules and text have been checked.</summary>
internal sealed record Draft
{
    public string Text { get; init; } = "";

    public Tl.MessageEntityBase[] Entities { get; init; } = [];

    public Tl.MessageMediaBase? Media { get; init; }

    public Tl.ReplyMarkupBase? Markup { get; init; }

    /// <summary>Set for a service message.</summary>
    public Tl.MessageActionBase? Action { get; init; }

    public ReplyTarget? Reply { get; init; }

    public int? TopicId { get; init; }

    public Tl.RichMessage? Rich { get; init; }

    /// <summary>In whose name it is sent; null for the sender's own or, for anonymous admins, the group's.</summary>
    public PeerKey? SendAs { get; init; }

    public bool FromScheduled { get; init; }

    public ForwardOrigin? Forward { get; init; }

    public long? ViaBotId { get; init; }

    /// <summary>The business bot that sends in the sender's name.</summary>
    public long? BusinessBotId { get; init; }

    /// <summary>Who called the guest bot whose answer this is.</summary>
    public PeerKey? GuestFor { get; init; }

    /// <summary>In a channel's direct messages: whose conversation with the channel it belongs to.</summary>
    public PeerKey? DirectTopic { get; init; }

    public Tl.SuggestedPost? SuggestedPost { get; init; }

    public long? GroupedId { get; init; }

    public bool Silent { get; init; }

    public bool NoForwards { get; init; }

    public bool InvertMedia { get; init; }

    public long? EffectId { get; init; }

    public long RandomId { get; init; }

    /// <summary>The session that sends: it reads the outcome in its answer instead of a push.</summary>
    public long FromSessionId { get; init; }
}
