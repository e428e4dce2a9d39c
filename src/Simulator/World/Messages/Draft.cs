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

    public ForwardOrigin? Forward { get; init; }

    public long? ViaBotId { get; init; }

    public long? GroupedId { get; init; }

    public bool Silent { get; init; }

    public bool NoForwards { get; init; }

    public bool InvertMedia { get; init; }

    public long? EffectId { get; init; }

    public long RandomId { get; init; }

    /// <summary>The session that sends: it reads the outcome in its answer instead of a push.</summary>
    public long FromSessionId { get; init; }
}
