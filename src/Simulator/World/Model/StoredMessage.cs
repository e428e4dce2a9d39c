using System.Text.Json.Serialization;
using TelegramRest.Simulator.World.Persistence;

namespace TelegramRest.Simulator.World.Model;

/// <summary>
/// One message, however many boxes hold it: each box knows it under an id of its own. Times are Unix seconds, entity offsets UTF-16 units.
/// </summary>
internal sealed class StoredMessage
{
    /// <summary>Unique in the world; clients never see it.</summary>
    public required long Uid { get; init; }

    /// <summary>Where it was sent: for a private chat the receiver.</summary>
    public required PeerKey Chat { get; init; }

    /// <summary>The account that sent it, also behind an anonymous post.</summary>
    public required long SenderId { get; init; }

    /// <summary>A post of a channel, or a message in the name of a group: who is shown instead of the sender.</summary>
    public PeerKey? SentAs { get; init; }

    public required int Date { get; set; }

    public int? EditDate { get; set; }

    public string Text { get; set; } = "";

    [JsonConverter(typeof(TlArrayJson<Tl.MessageEntityBase>))]
    public Tl.MessageEntityBase[] Entities { get; set; } = [];

    [JsonConverter(typeof(TlJson<Tl.MessageMediaBase>))]
    public Tl.MessageMediaBase? Media { get; set; }

    /// <summary>A formatted article instead of text and media (https://core.telegram.org/constructor/richMessage).</summary>
    [JsonConverter(typeof(TlJson<Tl.RichMessage>))]
    public Tl.RichMessage? Rich { get; set; }

    [JsonConverter(typeof(TlJson<Tl.ReplyMarkupBase>))]
    public Tl.ReplyMarkupBase? Markup { get; set; }

    /// <summary>Set for service messages, which have nothing else.</summary>
    [JsonConverter(typeof(TlJson<Tl.MessageActionBase>))]
    public Tl.MessageActionBase? Action { get; set; }

    public ReplyTarget? Reply { get; init; }

    /// <summary>The forum topic that it lies in: the id of the message that began the topic, 1 for General; null outside of forums.</summary>
    public int? TopicId { get; set; }

    public ForwardOrigin? Forward { get; init; }

    public long? ViaBotId { get; init; }

    /// <summary>The business bot that sent it in the sender's name.</summary>
    public long? BusinessBotId { get; init; }

    /// <summary>Who called the guest bot whose answer this is.</summary>
    public PeerKey? GuestFor { get; init; }

    /// <summary>In a channel's direct messages: whose conversation with the channel it belongs to.</summary>
    public PeerKey? DirectTopic { get; init; }

    [JsonConverter(typeof(TlJson<Tl.SuggestedPost>))]
    public Tl.SuggestedPost? SuggestedPost { get; set; }

    public long? GroupedId { get; init; }

    public string? PostAuthor { get; init; }

    public bool Silent { get; init; }

    public bool NoForwards { get; init; }

    /// <summary>It had waited among the scheduled messages.</summary>
    public bool FromScheduled { get; init; }

    public bool InvertMedia { get; set; }

    /// <summary>Only the markup was edited, which clients do not show as an edit.</summary>
    public bool EditHidden { get; set; }

    public bool Pinned { get; set; }

    public int Views { get; set; }

    public int Forwards { get; set; }

    public long RandomId { get; init; }

    public long? EffectId { get; init; }

    public Dictionary<long, StoredReaction> Reactions { get; set; } = [];

    /// <summary>Box → id in that box. An account's box has the account's id, a channel's box the channel's id negated.</summary>
    public Dictionary<long, int> Ids { get; set; } = [];

    /// <summary>Bots whose privacy mode hides this supergroup message from them.</summary>
    public long[] HiddenFrom { get; set; } = [];
}
