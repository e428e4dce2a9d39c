using System.Globalization;
using System.Text.Json.Serialization;
using TelegramRest.Simulator.World.Model;
using TelegramRest.Simulator.World.Persistence;

namespace TelegramRest.Simulator.World.Ephemeral;

/// <summary>A message of a group that only its receiver sees (https://core.telegram.org/constructor/ephemeralMessage). One of the two is a bot; <see cref="Date"/> is Unix seconds.</summary>
internal sealed class StoredEphemeral
{
    /// <summary>Counts in the conversation of these two in this chat; the number of a deleted message is given again.</summary>
    public required int Id { get; init; }

    public required PeerKey Chat { get; init; }

    public required long SenderId { get; init; }

    public required long ReceiverId { get; init; }

    public required int Date { get; init; }

    public int? TopicId { get; init; }

    public string Text { get; set; } = "";

    [JsonConverter(typeof(TlArrayJson<Tl.MessageEntityBase>))]
    public Tl.MessageEntityBase[] Entities { get; set; } = [];

    [JsonConverter(typeof(TlJson<Tl.MessageMediaBase>))]
    public Tl.MessageMediaBase? Media { get; set; }

    [JsonConverter(typeof(TlJson<Tl.ReplyMarkupBase>))]
    public Tl.ReplyMarkupBase? Markup { get; set; }

    /// <summary>The ephemeral message that it answers.</summary>
    public int? ReplyToEphemeral { get; init; }

    /// <summary>The message of the chat that it answers.</summary>
    public long? ReplyToUid { get; init; }

    [JsonIgnore]
    public string Key => string.Create(CultureInfo.InvariantCulture, $"{Chat}/{Math.Min(SenderId, ReceiverId)}/{Math.Max(SenderId, ReceiverId)}/{Id}");

    public bool IsBetween(PeerKey chat, long one, long other) => Chat == chat && ((SenderId == one && ReceiverId == other) || (SenderId == other && ReceiverId == one));
}
