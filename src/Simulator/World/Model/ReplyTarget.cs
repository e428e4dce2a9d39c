using System.Text.Json.Serialization;
using TelegramRest.Simulator.World.Persistence;

namespace TelegramRest.Simulator.World.Model;

/// <summary>The message that another one answers, and what it quotes of it (offsets in UTF-16 units).</summary>
internal sealed record ReplyTarget(long Uid, string? QuoteText, [property: JsonConverter(typeof(TlArrayJson<Tl.MessageEntityBase>))] Tl.MessageEntityBase[]? QuoteEntities, int? QuoteOffset)
{
    /// <summary>The item of a checklist that is answered.</summary>
    public int? TodoItemId { get; init; }

    /// <summary>The option of a poll that is answered.</summary>
    public byte[]? PollOption { get; init; }
}
